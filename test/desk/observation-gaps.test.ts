import { describe, expect, test } from "vitest";

import { show, wib } from "./clock-builders.ts";
import { DeskLife } from "./support/desk-life.ts";
import { aComplaint, aMail, aSubmission } from "./support/messages.ts";
import { ASSIGNED } from "./support/office.ts";

const DONE = { status: "Selesai", result: "Kabel diganti" } as const;

function outcomes(life: DeskLife, number: string): string[] {
  return life.ticket(number).runs.map(({ step, outcome }) => `${step} ${outcome}`);
}

/** Google is away from Tuesday 08.00; a mail of 10.00 is answered, and its row comes on Wednesday. */
function unseenMail() {
  const life = new DeskLife("2026-11-24 07.30").until("2026-11-24 08.00");
  life.unread("2026-11-24 10.00");
  const number = life.mail(aMail) ?? "";
  life.unread("2026-11-25 08.00");
  life.gaps = [{ from: wib("2026-11-24 08.00"), to: life.now }];
  expect(show(life.run(number, 3)?.dueAt ?? null)).toBe("2026-11-24 10.30");
  return { life, number };
}

describe("a complaint whose deadline passed before its row could be seen (B044)", () => {
  test("is not late for its identification, and says why", () => {
    const { life, number } = unseenMail();
    life.until("2026-11-25 08.20").type(number, ASSIGNED).until("2026-11-25 08.30");
    expect(outcomes(life, number)).toEqual(["2 on-time", "3 unmeasured", "4 null"]);
    const reason = "lembar kerja tidak terbaca saat batasnya lewat";
    expect(life.run(number, 3)).toMatchObject({ reason });
  });

  test("is not late either when it is solved at once, step 3 and 4 together", () => {
    const { life, number } = unseenMail();
    life.until("2026-11-25 08.20").type(number, DONE).until("2026-11-25 08.30");
    expect(outcomes(life, number)).toEqual([
      "2 on-time",
      "3 unmeasured",
      "4 unmeasured",
      "6 on-time",
    ]);
  });

  test.each([
    ["yesterday, from hearsay", "2026-11-24 13.00", ["3 late", "4 late", "6 unmeasured"]],
    ["today", "2026-11-25 08.10", ["3 unmeasured", "4 unmeasured", "6 on-time"]],
  ])("with a Waktu Selesai of %s", (_, finishedAt, want) => {
    const { life, number } = unseenMail();
    life.until("2026-11-25 08.20").type(number, { ...DONE, finishedAt: wib(finishedAt) });
    life.until("2026-11-25 08.30");
    expect(outcomes(life, number)).toEqual(["2 on-time", ...want]);
  });

  test("is late again for what comes due after the gap", () => {
    const { life, number } = unseenMail();
    life.until("2026-11-25 08.20").type(number, ASSIGNED).until("2026-11-25 10.00");
    life.type(number, DONE).until("2026-11-25 10.10");
    expect(outcomes(life, number)).toContain("4 late");
  });
});

test("a row typed in the gap for a call of then is not late", () => {
  const life = new DeskLife("2026-11-24 08.00").unread("2026-11-25 08.00");
  const number = "JKD-2026-0001";
  const call = aComplaint(wib("2026-11-24 10.00"), { channel: "Telepon", email: "" });
  life.typed(number, call, { ...ASSIGNED, ...DONE });
  life.until("2026-11-25 08.10");
  expect(outcomes(life, number)).toEqual([
    "2 on-time",
    "3 unmeasured",
    "4 unmeasured",
    "6 on-time",
  ]);
});

test("a form that Google gave out late is not late for its receipt; a mail is", () => {
  const life = new DeskLife("2026-11-24 08.00").unread("2026-11-25 08.00");
  const receivedAt = wib("2026-11-24 10.00");
  const form = life.form(aSubmission("R1", receivedAt)) ?? "";
  const mail = life.mail((uid) => aMail(uid, receivedAt)) ?? "";
  expect(life.run(form, 2)).toMatchObject({
    outcome: "unmeasured",
    reason: "formulir tidak terbaca",
  });
  expect(life.run(mail, 2)).toMatchObject({ outcome: "late" });
});

test("a form read in time is late when its receipt waits for the mail server", () => {
  const life = new DeskLife("2026-11-24 08.00");
  life.mailer = () => false;
  const form = life.form(aSubmission("R1", life.now)) ?? "";
  life.unread("2026-11-24 09.00");
  life.mailer = () => ({ state: "sent" });
  life.until("2026-11-24 09.01");
  expect(life.run(form, 2)).toMatchObject({ outcome: "late" });
});

describe("a row that stood there before the gap, due 08.20", () => {
  test.each([
    ["a day", "2026-11-25 08.00", "2026-11-25 08.20", "unmeasured"],
    ["as long as its limit", "2026-11-24 08.30", "2026-11-24 09.00", "unmeasured"],
    ["shorter than its limit", "2026-11-24 08.29", "2026-11-24 09.00", "late"],
    ["over before its deadline", "2026-11-24 08.20", "2026-11-24 09.00", "late"],
  ])("and a gap of %s", (_, until, typedAt, outcome) => {
    const life = new DeskLife("2026-11-24 07.50");
    const number = life.mail(aMail) ?? "";
    life.until("2026-11-24 08.00").unread(until).until(typedAt);
    life.type(number, ASSIGNED).until(typedAt.replace(/\d\d$/, "") + "30");
    expect(show(life.run(number, 3)?.dueAt ?? null)).toBe("2026-11-24 08.20");
    expect(life.run(number, 3)).toMatchObject({ outcome });
  });

  test("and a repair that the first reading after a day's gap shows undone is late", () => {
    const life = new DeskLife("2026-11-24 07.40");
    const number = life.mail(aMail) ?? "";
    life.type(number, ASSIGNED).until("2026-11-24 08.00").unread("2026-11-25 08.00");
    life.until("2026-11-25 08.20").type(number, DONE).until("2026-11-25 08.30");
    expect(outcomes(life, number)).toContain("4 late");
  });
});
