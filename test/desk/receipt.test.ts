import { describe, expect, test } from "vitest";

import { wib } from "./clock-builders.ts";
import { DeskLife } from "./support/desk-life.ts";
import { aComplaint, aMail, aSubmission, REPORTER } from "./support/messages.ts";
import { aMember, anOffice, SECTION_HEAD, STAFF } from "./support/office.ts";

const SUNDAY_NIGHT = "2026-11-29 21.40";

describe("what the acknowledgement says", () => {
  test.each([
    ["nothing is missing where the unit is known", { unit: "Dinas Sosial", place: "" }, []],
    ["the unit, where only the place is known", { unit: "", place: "Aula" }, ["unit"]],
    ["unit and place", { unit: "", place: "" }, ["unit", "place"]],
  ])("%s", (_, changes, missing) => {
    const life = new DeskLife("2026-11-24 09.00");
    life.form(aSubmission("R1", life.now, changes));
    expect(life.letters[0]?.facts).toMatchObject({ kind: "acknowledgement", missing });
  });

  test.each([
    ["written and read at night", SUNDAY_NIGHT, SUNDAY_NIGHT, true],
    ["written at night, read before the office opens", SUNDAY_NIGHT, "2026-11-30 07.29", true],
    ["written at night, read when it opens", SUNDAY_NIGHT, "2026-11-30 07.30", false],
    ["written at night, read in the morning", SUNDAY_NIGHT, "2026-11-30 08.00", false],
    ["written in hours, read at night", "2026-11-30 15.00", "2026-11-30 20.00", false],
  ])("%s: handling starts later, %s", (_, written, read, outOfHours) => {
    const life = new DeskLife(read);
    life.receive(aMail(1, wib(written)), null);
    expect(life.letters[0]?.facts).toMatchObject({ outOfHours });
  });

  test("a request has no deadline of step 3, and is told none", () => {
    const life = new DeskLife("2026-11-24 09.00");
    life.form(aSubmission("R1", life.now, { kind: "Permintaan" }));
    expect(life.letters[0]?.facts).toMatchObject({ step3DueAt: null });
  });

  test("it goes once to the reporter, for one reason, and not because of a cell", () => {
    const life = new DeskLife("2026-11-24 09.00");
    const number = life.mail(aMail) ?? "";
    const key = `${number}/r1/acknowledgement/reporter`;
    expect(life.letters).toEqual([
      expect.objectContaining({
        key,
        reasons: [key],
        to: { role: "reporter", name: "dinkes", address: REPORTER },
        ticket: number,
        causedBySheet: false,
        expiresAt: null,
      }),
    ]);
  });
});

describe("what a ticket keeps of its beginning", () => {
  test("of a form neither mail nor reason; every note of its own", () => {
    const life = new DeskLife("2026-11-24 09.00");
    const notes = ["Satu jawaban tidak terbaca.", "Waktu lapor tidak masuk akal."];
    const number = life.form(aSubmission("R1", life.now, { notes })) ?? "";
    const [opened] = life.events;
    expect(opened).toMatchObject({
      messageId: "",
      mailRef: "",
      participants: ["nur@surel.example"],
    });
    expect(opened).not.toHaveProperty("reason");
    expect(Object.values(life.ticket(number).notes)).toEqual(notes);
  });

  test.each(["", "  "])("no address but %j is none given", (email) => {
    const life = new DeskLife("2026-11-24 09.00");
    const number = life.form(aSubmission("R1", life.now, { email })) ?? "";
    expect(life.ticket(number).notes["tanda-terima"]).toContain("tidak mencantumkan");
  });

  test("a row that staff typed was received when it was reported, without a word about mail", () => {
    const life = new DeskLife("2026-11-24 09.20");
    const reportedAt = wib("2026-11-24 09.05");
    life.typed("JKD-2026-0009", aComplaint(reportedAt, { email: "" }));
    expect(life.run("JKD-2026-0009", 2)).toMatchObject({ endedAt: reportedAt, outcome: "on-time" });
    expect(life.ticket("JKD-2026-0009").notes).toEqual({});
    expect(life.letters).toEqual([]);
  });
});

/** How step 2 of a mail of 09.00 ended, its receipt handed over then, the worker down between. */
function receivedAt(handedOver: string, from: string, to: string): string | null {
  const life = new DeskLife("2026-11-24 09.00");
  life.mailer = () => false;
  const number = life.mail(aMail) ?? "";
  life.downtimes.push({ from: wib(`2026-11-24 ${from}`), to: wib(`2026-11-24 ${to}`) });
  const [letter] = life.letters;
  if (!letter) throw new RangeError("no letter was planned");
  life.now = wib("2026-11-24 09.40");
  const { kind, key } = letter;
  const at = wib(`2026-11-24 ${handedOver}`);
  const sent = { type: "letter", state: "sent", detail: "", toRole: "reporter" } as const;
  life.decide([{ ...sent, number, kind, key, at, messageId: "<surat@helpdesk.example>" }]);
  return life.run(number, 2)?.outcome ?? null;
}

describe("step 2, due 09.10, is nobody's lateness when the worker was down", () => {
  test.each([
    ["since before", "09.30", "09.05", "09.20", "unmeasured"],
    ["since that very moment", "09.30", "09.10", "09.20", "unmeasured"],
    ["only after it", "09.30", "09.11", "09.20", "late"],
    ["until that very moment", "09.30", "09.05", "09.10", "late"],
    ["but it was handed over before", "09.04", "09.05", "09.20", "on-time"],
  ])("%s", (_, handedOver, from, to, outcome) => {
    expect(receivedAt(handedOver, from, to)).toBe(outcome);
  });
});

describe("Tinggi outside hours", () => {
  const suggestion = {
    category: "",
    categorySure: false,
    priority: "Tinggi",
    request: false,
    reason: "",
  } as const;

  test("says when the office opens, for a reason of its own, and not because of a cell", () => {
    const life = new DeskLife(SUNDAY_NIGHT);
    const number = life.form(aSubmission("R1", life.now, { suggestion })) ?? "";
    const letter = life.letter("on-duty/section-head");
    expect(letter).toMatchObject({
      key: `${number}/r1/on-duty/section-head`,
      reasons: [letter.key],
      kind: "on-duty",
      facts: { kind: "on-duty", opensAt: wib("2026-11-30 07.30") },
      causedBySheet: false,
    });
  });

  test("is no acknowledgement of the hour, where the reporter gets none", () => {
    const life = new DeskLife(SUNDAY_NIGHT);
    life.form(aSubmission("R1", life.now, { suggestion, email: "" }));
    expect(life.letters.map(({ kind }) => kind)).toEqual(["on-duty", "on-duty"]);
    expect(life.memory.answered).toEqual([]);
  });

  test("tells a section head who is on duty himself once", () => {
    const duty = [{ date: null, weekday: 7, officer: "Hadi", deputy: "" }];
    const life = new DeskLife(SUNDAY_NIGHT, anOffice({ duty }));
    life.form(aSubmission("R1", life.now, { suggestion }));
    const told = life.letters.filter(({ kind }) => kind === "on-duty");
    expect(told.map(({ to }) => [to.role, to.address])).toEqual([["on-duty", SECTION_HEAD]]);
  });

  test.each([
    ["a request", { kind: "Permintaan" as const, suggestion }],
    ["a fault of less weight", { suggestion: { ...suggestion, priority: "Sedang" as const } }],
  ])("%s wakes nobody", (_, changes) => {
    const staff = [...STAFF, aMember("Joko")];
    const life = new DeskLife(SUNDAY_NIGHT, anOffice({ staff }));
    life.form(aSubmission("R1", life.now, changes));
    expect(life.letters.map(({ kind }) => kind)).toEqual(["acknowledgement"]);
  });
});
