import { expect, test } from "vitest";

import type { LetterFacts, Recipient } from "../../src/desk/letter.ts";
import { MINUTE } from "../../src/desk/time.ts";
import { at, exampleOffice, exampleTicket } from "../../src/letters/examples-office.ts";
import { lettersFrom } from "../../src/letters/render.ts";
import { deliver } from "../../src/worker/deliver.ts";
import { toLetter } from "../../src/worker/new-letters.ts";
import { TEMPLATES } from "../letters/builders.ts";
import { aKeeper, type KeptOffice } from "./support/a-keeper.ts";

const NOW = at(24, 9, 0);
const REPORTER: Recipient = { role: "reporter", name: "Dwi", address: "dwi@kecdawe.example" };
const OFFICER: Recipient = {
  role: "officer",
  name: "Budi Hartono",
  address: "budi@kominfo.example",
};

const letters = lettersFrom({ templatesDir: TEMPLATES, onProblem: () => expect.unreachable() });

/** A complaint's life in letters; each is handed over before the next is planned. */
const LIFE: { to: Recipient; facts: LetterFacts }[] = [
  {
    to: REPORTER,
    facts: {
      kind: "acknowledgement",
      outOfHours: false,
      opensAt: NOW,
      step3DueAt: NOW,
      missing: [],
      parent: null,
      dutyPhone: "",
    },
  },
  { to: REPORTER, facts: { kind: "facts-request", missing: ["place"] } },
  { to: OFFICER, facts: { kind: "assignment", step: 4, dueAt: NOW, nth: 1 } },
  {
    to: OFFICER,
    facts: { kind: "reply-received", from: "Dwi", at: NOW, quote: "Masih mati", mailRef: "" },
  },
  { to: REPORTER, facts: { kind: "reopened", to: "reporter", quote: "Masih mati", dueAt: NOW } },
  { to: OFFICER, facts: { kind: "reopened", to: "staff", quote: "Masih mati", dueAt: NOW } },
];

async function live(messageIds: string[]): Promise<KeptOffice> {
  const office = await aKeeper(NOW, exampleOffice(), letters);
  await office.put(exampleTicket({}, { messageIds, mailRefs: [] }));
  for (const [nth, { to, facts }] of LIFE.entries()) {
    office.clock.now += MINUTE;
    const { keeper, clock } = office;
    const key = `JKD-2026-0042/r1/${facts.kind}-${nth}/${to.role}`;
    const plan = {
      key,
      reasons: [key],
      kind: facts.kind,
      to,
      ticket: "JKD-2026-0042",
      facts,
      causedBySheet: false,
      plannedAt: clock.now,
      expiresAt: null,
    };
    await keeper.commit({ newLetters: [toLetter(plan, keeper.world(), keeper.settings)] });
    await deliver(keeper);
  }
  return office;
}

function letterTo({ taken }: KeptOffice, { address }: Recipient) {
  return taken.filter(({ to }) => to.address === address);
}

test("each person's letters are one thread, of messages that he has seen (B098)", async () => {
  const office = await live(["<lapor-1@kuduskab.example>"]);
  const [ack, ...later] = letterTo(office, REPORTER);
  expect(ack?.rendered.references).toEqual(["<lapor-1@kuduskab.example>"]);
  for (const [nth, { rendered }] of later.entries()) {
    const before = letterTo(office, REPORTER).slice(0, nth + 1);
    const ids = ["<lapor-1@kuduskab.example>", ...before.map(({ messageId }) => messageId)];
    expect(rendered.references).toEqual(ids);
    expect(rendered.inReplyTo).toBe(ids.at(-1));
  }
  const [first, ...others] = letterTo(office, OFFICER);
  expect(first?.rendered).toMatchObject({ inReplyTo: "", references: [] });
  for (const { rendered } of others) expect(rendered.references[0]).toBe(first?.messageId);
  const ids = office.taken.map(({ messageId }) => messageId);
  expect(new Set(ids).size).toBe(LIFE.length);
  for (const { rendered } of office.taken) {
    expect(rendered.subject).toMatch(/^\[JKD-2026-0042\] /);
    expect(rendered.autoSubmitted).toMatch(/^auto-(?:replied|generated)$/);
  }
});

test("without a mail of the reporter's his letters follow the acknowledgement (B098)", async () => {
  const [ack, ...later] = letterTo(await live([]), REPORTER);
  expect(ack?.rendered.references).toEqual([]);
  for (const { rendered } of later) expect(rendered.references[0]).toBe(ack?.messageId);
});
