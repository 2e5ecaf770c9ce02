import { describe, expect, test } from "vitest";

import { makeCalendar } from "../../src/desk/calendar.ts";
import type { LetterFacts } from "../../src/desk/letter.ts";
import { MINUTE, type Instant } from "../../src/desk/time.ts";
import { at, exampleOffice, exampleTicket } from "../../src/letters/examples-office.ts";
import { countReachable, deliver } from "../../src/worker/deliver.ts";
import { quietUntil } from "../../src/worker/quiet-hours.ts";
import { aLetter, ASSIGNED, NOW, RECEIVED, to } from "../letters/builders.ts";
import { aKeeper } from "./support/a-keeper.ts";

const calendar = makeCalendar(exampleOffice().policy.calendar);
const calm = exampleTicket({ priority: "Sedang" });
const REPLIED: LetterFacts = {
  kind: "reply-received",
  from: "Dwi",
  at: NOW,
  quote: "a",
  mailRef: "",
};
const FINISHED: LetterFacts = { kind: "report", finishedAt: NOW };

const cases: { name: string; facts: LetterFacts; now: Instant; want: Instant | undefined }[] = [
  {
    name: "an assignment in the evening",
    facts: ASSIGNED,
    now: at(24, 19, 0),
    want: at(25, 7, 30),
  },
  { name: "a reply before opening", facts: REPLIED, now: at(25, 6, 0), want: at(25, 7, 30) },
  { name: "a reply on Saturday", facts: REPLIED, now: at(28, 10, 0), want: at(30, 7, 30) },
  { name: "a reply at noon", facts: REPLIED, now: at(24, 12, 15), want: undefined },
  { name: "a receipt at night", facts: RECEIVED, now: at(24, 23, 0), want: undefined },
  { name: "a report at night", facts: FINISHED, now: at(24, 23, 0), want: undefined },
];

describe("between closing and opening", () => {
  for (const { name, facts, now, want } of cases) {
    test(`${name} ${want === undefined ? "goes at once" : "waits for the opening"}`, () => {
      expect(quietUntil(aLetter(facts), [calm], calendar, now)).toBe(want);
    });
  }

  test("Tinggi never waits, set or only suggested; one in a list is enough", () => {
    const high = exampleTicket({ priority: "Tinggi" });
    const suggested = exampleTicket({ priority: "" });
    for (const tickets of [[high], [suggested], [calm, high]]) {
      expect(quietUntil(aLetter(REPLIED), tickets, calendar, at(24, 23, 0))).toBeUndefined();
    }
  });
});

test("a letter that waited a long weekend for the opening is no older for it", async () => {
  const office = await aKeeper(at(27, 20, 0));
  await office.put({ ...calm, assigned: ["Budi Hartono"] });
  const letter = aLetter(REPLIED, { to: to("officer"), plannedAt: at(27, 20, 0) });
  await office.keeper.commit({ newLetters: [{ ...letter, nextAt: at(27, 20, 0) }] });
  for (; office.clock.now < at(30, 7, 30); office.clock.now += 10 * MINUTE) {
    await deliver(office.keeper);
    await countReachable(office.keeper);
  }
  expect(office.taken).toEqual([]);
  await deliver(office.keeper);
  expect(office.taken.map((mail) => mail.to.address)).toEqual(["budi@kominfo.example"]);
});
