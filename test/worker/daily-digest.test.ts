import { describe, expect, test } from "vitest";

import type { LetterFacts } from "../../src/desk/letter.ts";
import { MINUTE, type Instant } from "../../src/desk/time.ts";
import { RemoteError } from "../../src/errors.ts";
import { at, exampleOffice, exampleRun, exampleTicket } from "../../src/letters/examples-office.ts";
import { alarm } from "../../src/worker/alarm.ts";
import { deliver } from "../../src/worker/deliver.ts";
import { planDigests } from "../../src/worker/digests.ts";
import { aLetter } from "../journal/builders.ts";
import { aKeeper, type KeptOffice } from "./support/a-keeper.ts";

const KASI = "kasi@kominfo.example";

/** Beats of one minute until then: digests are planned, and what is due is handed over. */
async function until(office: KeptOffice, end: Instant): Promise<void> {
  for (; office.clock.now <= end; office.clock.now += MINUTE) {
    await planDigests(office.keeper);
    await deliver(office.keeper);
  }
}

async function down(office: KeptOffice, end: Instant): Promise<void> {
  office.clock.now = end;
  await office.restart();
}

/** The digests that left for an address, as the figures they were made from. */
function digestsTo({ taken }: KeptOffice, address = KASI) {
  return taken
    .filter(({ to, rendered }) => to.address === address && rendered.subject.startsWith("digest/"))
    .map(({ rendered }) => {
      const facts: LetterFacts & { kind: "digest" } = JSON.parse(rendered.text);
      return facts;
    });
}

function momentsOf(office: KeptOffice): Instant[] {
  return digestsTo(office).map(({ digest }) => digest.asOf);
}

describe("never two for one day (B050)", () => {
  test("a worker that begins again around 07.45 sends each reader one", async () => {
    const office = await aKeeper(at(25, 7, 44) + 58_000);
    await office.put(exampleTicket({}, { runs: [exampleRun({ dueAt: at(25, 9, 0) })] }));
    for (const seconds of [58, 61, 90]) {
      await down(office, at(25, 7, 44) + seconds * 1_000);
      await planDigests(office.keeper);
      await deliver(office.keeper);
    }
    await until(office, at(25, 8, 30));
    expect(office.taken.map(({ to }) => to.address).toSorted()).toEqual([
      "budi@kominfo.example",
      "kabid@kominfo.example",
      KASI,
    ]);
  });

  test("two quiet days say the same, and both are sent; the division head hears on Mondays", async () => {
    const office = await aKeeper(at(26, 7, 40));
    await until(office, at(26, 8, 0));
    await down(office, at(27, 7, 40));
    await until(office, at(27, 8, 0));
    expect(digestsTo(office).map(({ digest }) => digest.openCount)).toEqual([0, 0]);
    expect(digestsTo(office, "kabid@kominfo.example")).toEqual([]);
    await down(office, at(30, 7, 40));
    await until(office, at(30, 8, 0));
    expect(digestsTo(office, "kabid@kominfo.example")).toHaveLength(1);
  });

  test("who is added at 07.50 reads his first the next morning", async () => {
    const office = await aKeeper(at(25, 7, 40));
    await until(office, at(25, 7, 49));
    const member = exampleOffice().staff.find(({ role }) => role === "Kepala Seksi");
    if (!member) throw new Error("The example office has a section head");
    const second = { ...member, name: "Kedua", email: "kedua@kominfo.example" };
    office.keeper.office = { ...exampleOffice(), staff: [second, member] };
    await until(office, at(25, 9, 0));
    expect(office.taken.map(({ to }) => to.address)).toEqual([KASI]);
    office.clock.now = at(26, 7, 40);
    await until(office, at(26, 8, 0));
    expect(digestsTo(office, "kedua@kominfo.example")).toHaveLength(1);
  });
});

describe("a digest that could not leave in time (B059)", () => {
  test("after an outage until 11.20 one goes out then, with the true time", async () => {
    const office = await aKeeper(at(23, 7, 40));
    await until(office, at(23, 8, 0));
    await down(office, at(24, 11, 20));
    await until(office, at(24, 12, 30));
    expect(momentsOf(office)).toEqual([at(23, 7, 45), at(24, 11, 20)]);
  });

  test("after an outage of days one covers everything since the last that was sent", async () => {
    const office = await aKeeper(at(20, 7, 45));
    await until(office, at(20, 8, 0));
    const closed = { phase: "closed" as const, phaseSince: at(20, 15, 0), openedAt: at(20, 9, 0) };
    await office.put(exampleTicket({}, closed));
    await down(office, at(25, 9, 5));
    await until(office, at(25, 9, 10));
    expect(momentsOf(office)).toEqual([at(20, 7, 45), at(25, 9, 5)]);
    expect(digestsTo(office)[1]?.digest).toMatchObject({ newCount: 1, doneCount: 1 });
  });

  test("while the mail server refuses it is written afresh, and leaves when it can", async () => {
    const office = await aKeeper(at(25, 7, 40));
    office.refusal = () => new RemoteError("421 nanti", { kind: "temporary" });
    await until(office, at(25, 8, 29));
    office.refusal = () => undefined;
    await until(office, at(25, 9, 0));
    expect(momentsOf(office)).toEqual([at(25, 8, 30)]);
  });

  test("more than four hours late none is sent, and the next one covers both days", async () => {
    const office = await aKeeper(at(24, 7, 45));
    await until(office, at(24, 8, 0));
    office.clock.now = at(25, 7, 45);
    const closed = { phase: "closed" as const, phaseSince: at(24, 15, 0), openedAt: at(24, 9, 0) };
    await office.put(exampleTicket({}, closed));
    office.refusal = () => new RemoteError("421 nanti", { kind: "temporary" });
    await until(office, at(25, 12, 0));
    office.refusal = () => undefined;
    await until(office, at(25, 13, 0));
    expect(momentsOf(office)).toEqual([at(24, 7, 45)]);
    await down(office, at(26, 7, 45));
    await until(office, at(26, 8, 0));
    expect(digestsTo(office)[1]?.digest).toMatchObject({ asOf: at(26, 7, 45), doneCount: 1 });
  });

  test("down from 07.00 to 12.00: none that day", async () => {
    const office = await aKeeper(at(25, 12, 0));
    await until(office, at(25, 14, 0));
    expect(office.taken).toEqual([]);
  });
});

describe("what the digest tells of the worker itself", () => {
  test("a letter that failed is named once, also when its refusal comes days later", async () => {
    const office = await aKeeper(at(25, 7, 45));
    const letter = {
      ...aLetter(),
      kind: "acknowledgement" as const,
      ticket: "JKD-2026-0042",
      plannedAt: at(24, 16, 0),
    };
    await office.keeper.commit({ newLetters: [{ ...letter, state: "sent" }] });
    await until(office, at(25, 8, 0));
    const bounced = { ...letter, state: "bounced" as const, detail: "ditolak 5.1.1" };
    await office.keeper.commit({ letters: [bounced] });
    for (const day of [26, 27]) {
      office.clock.now = at(day, 7, 45);
      await until(office, at(day, 8, 0));
    }
    expect(digestsTo(office).map(({ digest }) => digest.failedLetters)).toEqual([
      [],
      [{ number: "JKD-2026-0042", text: "Tanda terima tidak terkirim: ditolak 5.1.1" }],
      [],
    ]);
  });

  test("what could not be read or written since the last one, and what cannot be now", async () => {
    const office = await aKeeper(at(25, 7, 45));
    await until(office, at(25, 8, 0));
    office.clock.now = at(25, 10, 0);
    await alarm(office.keeper, "brake", "Perubahan besar di log aduan", ["Separuh baris hilang."]);
    const failing = { lastGoodAt: null, failingSince: at(26, 6, 0), problem: "Sandi ditolak." };
    await office.keeper.commit({ state: { health: { form: failing } } });
    office.clock.now = at(26, 7, 45);
    await until(office, at(26, 8, 0));
    office.clock.now = at(27, 7, 45);
    await until(office, at(27, 8, 0));
    const reading = "Formulir tidak terbaca sejak 26 November 2026 pukul 06.00 WIB: Sandi ditolak.";
    expect(digestsTo(office).map(({ digest }) => digest.warnings)).toEqual([
      [],
      [reading, "Perubahan besar di log aduan. Separuh baris hilang."],
      [reading],
    ]);
  });
});
