import { expect, test } from "vitest";

import { MINUTE } from "../../src/desk/time.ts";
import type { LetterFacts } from "../../src/desk/letter.ts";
import { RemoteError } from "../../src/errors.ts";
import { at, exampleRun, exampleTicket } from "../../src/letters/examples-office.ts";
import { toLetter } from "../../src/worker/new-letters.ts";
import { deliver } from "../../src/worker/deliver.ts";
import { admitUnsure, settleUnsure } from "../../src/worker/unsure.ts";
import type { OutgoingMail } from "../../src/worker/ports.ts";
import { aKeeper, type KeptOffice } from "./support/a-keeper.ts";

const TICKET = exampleTicket({ status: "Dikerjakan" }, { runs: [exampleRun()] });
const RECEIPT: LetterFacts = {
  kind: "acknowledgement",
  outOfHours: false,
  opensAt: at(24, 8, 0),
  step3DueAt: null,
  missing: [],
  parent: null,
  dutyPhone: "",
};
const LATE: LetterFacts = { kind: "overdue", step: 4, dueAt: at(24, 9, 52), headToldAt: null };

/** One letter is due, and the server takes it whole but its answer is lost. */
async function cutOff(facts: LetterFacts, sentCopy: "server" | "append") {
  const office = await aKeeper(at(24, 10, 0));
  const { keeper } = office;
  keeper.settings.smtp.sentCopy = sentCopy;
  await office.put(TICKET);
  const key = `${TICKET.number}/r1/${facts.kind}`;
  const plan = {
    key,
    reasons: [key],
    kind: facts.kind,
    to: { role: "officer" as const, name: "Budi Hartono", address: "budi@kominfo.example" },
    ticket: TICKET.number,
    facts,
    causedBySheet: false,
    plannedAt: at(24, 10, 0),
    expiresAt: null,
  };
  await keeper.commit({ newLetters: [toLetter(plan, keeper.world(), keeper.settings)] });
  const arrived: OutgoingMail[] = [];
  let losing = true;
  office.refusal = (mail) => {
    arrived.push(mail);
    return losing ? new RemoteError("closed after the dot", { kind: "uncertain" }) : undefined;
  };
  return { office, key, arrived, answer: () => (losing = false) };
}

async function minutes(office: KeptOffice, count: number): Promise<void> {
  for (let nth = 0; nth < count; nth++) {
    office.clock.now += MINUTE;
    await settleUnsure(office.keeper);
    await deliver(office.keeper);
  }
}

const stateOf = async ({ journal }: KeptOffice, key: string) => (await journal.letter(key))?.state;

test.each([RECEIPT, LATE])("a letter $kind found in Sent was sent, once (B061)", async (facts) => {
  const { office, key, arrived } = await cutOff(facts, "server");
  const { ports } = office.keeper;
  ports.mailbox = { ...ports.mailbox, findSent: () => Promise.resolve("found") };
  await deliver(office.keeper);
  expect(await stateOf(office, key)).toBe("unsure");
  await minutes(office, 30);
  expect(await stateOf(office, key)).toBe("sent");
  expect(arrived).toHaveLength(1);
});

test("a receipt that is nowhere to be found goes once more, the same to the byte, and never again (B061)", async () => {
  const { office, key, arrived } = await cutOff(RECEIPT, "append");
  await deliver(office.keeper);
  await minutes(office, 120);
  expect(arrived).toHaveLength(2);
  const [first, second] = arrived;
  expect(second?.messageId).toBe(first?.messageId);
  expect(second?.rendered).toEqual(first?.rendered);
  expect(await stateOf(office, key)).toBe("presumed");
});

test("a copy that Sent has no room for sends nothing a second time (B061)", async () => {
  const { office, key, arrived, answer } = await cutOff(RECEIPT, "append");
  const { ports } = office.keeper;
  const full = new RemoteError("NO [OVERQUOTA]", { kind: "rejected" });
  ports.mailbox = { ...ports.mailbox, appendSent: () => Promise.reject(full) };
  await deliver(office.keeper);
  answer();
  await minutes(office, 60);
  expect(await stateOf(office, key)).toBe("sent");
  expect(arrived).toHaveLength(2);
});

test("an overdue letter that is nowhere to be found is presumed sent (B061)", async () => {
  const { office, key, arrived } = await cutOff(LATE, "append");
  await deliver(office.keeper);
  await minutes(office, 60);
  expect(arrived).toHaveLength(1);
  expect(await stateOf(office, key)).toBe("presumed");
});

test("a worker killed with a letter in hand doubts it as well (B061)", async () => {
  const { office, key } = await cutOff(RECEIPT, "append");
  const [letter] = await office.journal.lettersDue(office.clock.now, 1);
  if (!letter) throw new RangeError("Cannot find a letter that is due");
  await office.keeper.commit({
    letters: [{ ...letter, state: "handing", handedAt: office.clock.now }],
  });
  expect(await admitUnsure(office.keeper)).toBe(1);
  expect(await stateOf(office, key)).toBe("unsure");
});
