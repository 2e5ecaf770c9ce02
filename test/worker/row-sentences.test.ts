import { expect, test } from "vitest";

import { at, exampleRun, exampleTicket } from "../../src/letters/examples-office.ts";
import { lettersFrom } from "../../src/letters/render.ts";
import { deliver } from "../../src/worker/deliver.ts";
import { toLetter } from "../../src/worker/new-letters.ts";
import { rowSentences } from "../../src/worker/row-sentences.ts";
import { aKeeper } from "./support/a-keeper.ts";

/** Step 4 of 08.52 to 09.52; the worker was away from 09.02 to 09.32. */
const DOWN = { from: at(24, 9, 2), to: at(24, 9, 32) };
const LATE = exampleTicket({ status: "Dikerjakan" }, { runs: [exampleRun()] });

const EMPTY = { facts: [] };

test("a late row says by how much and why, the worker's own downtime apart", async () => {
  const kept = await aKeeper(at(24, 10, 4));
  const { keeper, clock } = kept;
  keeper.downtimes = [DOWN];
  await kept.put(LATE);
  const said = () => rowSentences(keeper, EMPTY)[LATE.number];
  expect(said()).toEqual(["Terlambat 10 menit: seluruhnya gangguan sistem aduan."]);
  clock.now = at(24, 10, 11);
  expect(said()).toEqual(["Terlambat 10 menit: seluruhnya gangguan sistem aduan."]);
  clock.now = at(24, 10, 39);
  expect(said()).toEqual([
    "Terlambat 40 menit: 30 menit gangguan sistem aduan, 10 menit penanganan petugas.",
  ]);
});

test("a row says nothing of lateness in its first ten minutes, nor once it is closed", async () => {
  const kept = await aKeeper(at(24, 10, 1));
  const { keeper } = kept;
  await kept.put(LATE);
  const problems = [{ number: LATE.number, facts: {}, problems: ["Waktu Selesai tidak terbaca."] }];
  expect(rowSentences(keeper, { facts: problems })).toEqual({
    [LATE.number]: ["Waktu Selesai tidak terbaca."],
  });
  const ended = exampleRun({ endedAt: at(24, 10, 0), outcome: "late" });
  await kept.put(exampleTicket({}, { phase: "closed", phaseSince: at(24, 10, 0), runs: [ended] }));
  expect(rowSentences(keeper, EMPTY)).toEqual({});
});

test("the overdue letter tells the same, with the downtime that the worker knows of", async () => {
  const kept = await aKeeper(at(24, 10, 39));
  const { keeper, taken } = kept;
  const problems: unknown[] = [];
  keeper.ports.letters = lettersFrom({
    templatesDir: "templates",
    onProblem: (problem) => problems.push(problem),
  });
  keeper.downtimes = [DOWN];
  await kept.put(LATE);
  const key = `${LATE.number}/r1/step-4/overdue/officer`;
  const plan = {
    key,
    reasons: [key],
    kind: "overdue" as const,
    to: { role: "officer" as const, name: "Budi Hartono", address: "budi@kominfo.example" },
    ticket: LATE.number,
    facts: { kind: "overdue" as const, step: 4 as const, dueAt: at(24, 9, 52), headToldAt: null },
    causedBySheet: false,
    plannedAt: at(24, 10, 39),
    expiresAt: null,
  };
  await keeper.commit({ newLetters: [toLetter(plan, keeper.world(), keeper.settings)] });
  await deliver(keeper);
  expect(problems).toEqual([]);
  expect(taken[0]?.rendered.text.replaceAll(/\s+/g, " ")).toContain(
    "Terlambat 47 menit: 30 menit gangguan sistem aduan, 17 menit penanganan petugas",
  );
});
