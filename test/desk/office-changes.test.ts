import { describe, expect, test } from "vitest";

import type { DayRule, Period } from "../../src/desk/policy.ts";
import { policy, show, wib } from "./clock-builders.ts";
import { DeskLife } from "./support/desk-life.ts";
import { aComplaint, aMail, REPORTER } from "./support/messages.ts";
import { anOffice, aPolicy, ASSIGNED, BUDI } from "./support/office.ts";

const HOLIDAY: DayRule = { date: "2026-11-25", name: "Libur daerah", what: "libur", windows: [] };

function officeWith(calendar: { days?: DayRule[]; periods?: Period[] }) {
  return anOffice({ policy: aPolicy({ calendar: { ...policy.calendar, ...calendar } }) });
}

describe("a change of Hari Libur or Pengaturan", () => {
  test("moves the running steps' deadlines and tells the officer of his, once", () => {
    const life = new DeskLife("2026-11-24 09.59");
    const number = life.mail(aMail) ?? "";
    life.type(number, { priority: "Sedang", visit: "Perlu", officers: "Budi Santoso" });
    life.until("2026-11-24 10.10");
    const ended = life.run(number, 3);
    life.office = officeWith({ days: [HOLIDAY] });
    life.until("2026-11-24 10.20");
    expect(show(life.run(number, 5)?.dueAt ?? null)).toBe("2026-11-26 10.00");
    expect(life.run(number, 3)).toEqual(ended);
    const told = life.letters.filter(({ kind }) => kind === "deadline-moved");
    expect(told.map(({ to }) => to.address)).toEqual([BUDI]);
    expect(told[0]?.facts).toEqual({
      kind: "deadline-moved",
      step: 5,
      before: wib("2026-11-25 10.00"),
      dueAt: wib("2026-11-26 10.00"),
    });
  });

  test("that moves no deadline is recorded and told to nobody", () => {
    const life = new DeskLife("2026-11-24 09.00");
    const number = life.mail(aMail) ?? "";
    life.type(number, { priority: "Sedang", visit: "Perlu", officers: "Budi Santoso" });
    life.until("2026-11-24 09.10");
    const before = life.run(number, 5);
    life.office = officeWith({ days: [{ ...HOLIDAY, date: "2027-06-02" }] });
    life.until("2026-11-24 09.20");
    expect(life.run(number, 5)).toEqual({ ...before, policy: expect.not.stringMatching("^$") });
    expect(life.run(number, 5)?.policy).not.toBe(before?.policy);
    expect(life.letters.filter(({ kind }) => kind === "deadline-moved")).toEqual([]);
  });

  test("a rung that went out is not sent again when its deadline moves on", () => {
    const life = new DeskLife("2026-11-24 09.00");
    const number = life.mail(aMail) ?? "";
    life.until("2026-11-24 09.25");
    const limits = { ...policy.limits, 3: 60 * 60_000 };
    life.office = anOffice({ policy: aPolicy({ limits }) });
    life.until("2026-11-24 10.05");
    expect(life.run(number, 3)?.rungs.map(({ rung, at }) => `${rung} ${show(at)}`)).toEqual([
      "warning/helpdesk 2026-11-24 09.20",
      "overdue/helpdesk 2026-11-24 10.01",
    ]);
  });

  test("Ramadan that begins a day later: ordinary hours count, what has ended stays (B008)", () => {
    const ramadan = policy.calendar.periods.filter(({ from }) => from === "2027-02-08");
    const life = new DeskLife("2027-02-08 07.40");
    const number = life.mail(aMail) ?? "";
    expect(show(life.run(number, 3)?.dueAt ?? null)).toBe("2027-02-08 08.30");
    const step2 = life.run(number, 2);
    life.until("2027-02-08 07.50");
    life.office = officeWith({ periods: ramadan.map((one) => ({ ...one, from: "2027-02-09" })) });
    life.until("2027-02-08 07.51");
    expect(show(life.run(number, 3)?.dueAt ?? null)).toBe("2027-02-08 08.10");
    expect(life.run(number, 2)).toEqual(step2);
    expect(life.letters).toHaveLength(1);
  });
});

describe("a hold", () => {
  test("gives back what was left, over a night and a slip of 40 seconds (B080)", () => {
    const life = new DeskLife("2026-11-24 09.00");
    const number = life.mail(aMail) ?? "";
    life.until("2026-11-24 09.09");
    life.type(number, { status: "Menunggu Info" }).until("2026-11-25 09.30");
    life.type(number, { status: "Menunggu Pihak Ketiga" }).until("2026-11-25 09.31");
    life.type(number, { status: "Menunggu Info" }).until("2026-11-25 09.59");
    life.type(number, { status: "Baru" }).until("2026-11-25 10.05");
    expect(life.run(number, 3)?.holds).toEqual([
      { from: wib("2026-11-24 09.10"), to: wib("2026-11-25 10.00") },
    ]);
    expect(show(life.run(number, 3)?.dueAt ?? null)).toBe("2026-11-25 10.20");
    life.type(number, { priority: "Tinggi" }).until("2026-11-25 10.11");
    expect(show(life.run(number, 3)?.dueAt ?? null)).toBe("2026-11-25 10.20");
    life.type(number, { visit: "Perlu", officers: "Budi Santoso" }).until("2026-11-25 10.15");
    expect(life.run(number, 3)).toMatchObject({
      endedAt: wib("2026-11-25 10.12"),
      outcome: "on-time",
    });
  });

  test("ends with a reply on a Saturday, and the rest runs from Monday's opening (B080)", () => {
    const life = new DeskLife("2026-11-27 16.02");
    const number = life.mail(aMail) ?? "";
    life.until("2026-11-27 16.19");
    life.type(number, { status: "Menunggu Info" }).until("2026-11-27 16.25");
    life.now = wib("2026-11-28 20.00");
    const inReplyTo = [life.ticket(number).messageIds[0] ?? ""];
    life.mail((uid, now) => aMail(uid, now, { inReplyTo }));
    expect(show(life.run(number, 3)?.dueAt ?? null)).toBe("2026-11-30 07.42");
  });

  test("is ended by an answer older than itself, and lasts no negative time", () => {
    const life = new DeskLife("2026-11-24 09.00");
    const number = life.mail(aMail) ?? "";
    life.type(number, { status: "Menunggu Info" }).until("2026-11-24 09.10");
    life.mail((uid) => aMail(uid, wib("2026-11-24 08.59")), number);
    const from = wib("2026-11-24 09.01");
    expect(life.run(number, 3)?.holds).toEqual([{ from, to: from }]);
  });

  test("stays without a deadline when the rules change meanwhile", () => {
    const life = new DeskLife("2026-11-24 09.00");
    const number = life.mail(aMail) ?? "";
    life.until("2026-11-24 09.40");
    life.type(number, { status: "Menunggu Info" }).until("2026-11-24 09.50");
    life.office = officeWith({ days: [HOLIDAY] });
    life.until("2026-11-24 09.55");
    expect(life.run(number, 3)?.dueAt).toBeNull();
  });
});

function parentAndChild() {
  const life = new DeskLife("2026-11-24 09.00");
  const parent = life.mail(aMail) ?? "";
  const from = "kec.mejobo@kuduskab.example";
  const child = life.mail((uid, now) => aMail(uid, now, { from })) ?? "";
  life.type(parent, ASSIGNED);
  return { life, parent, child, from };
}

describe("Aduan Induk", () => {
  test("a child has no ladder and closes with its parent's result, which its reporter reads", () => {
    const { life, parent, child, from } = parentAndChild();
    life.type(child, { parent }).until("2026-11-24 09.50");
    expect(life.run(child, 3)).toMatchObject({ dueAt: null, rungs: [] });
    life.type(parent, { status: "Selesai", result: "FO disambung", cause: "FO putus" });
    life.until("2026-11-24 10.00");
    expect(life.ticket(child).phase).toBe("closed");
    expect(life.letter(`${child}/r1/resolution/reporter`)).toMatchObject({
      to: { address: from },
      facts: { result: "FO disambung", cause: "FO putus" },
    });
  });

  test("named only after the parent was closed, it closes too; its own reporter can reopen it", () => {
    const { life, parent, child, from } = parentAndChild();
    life.until("2026-11-24 09.10");
    life.type(parent, { status: "Selesai", result: "FO disambung" }).until("2026-11-24 09.20");
    life.type(child, { parent }).until("2026-11-24 09.30");
    expect(life.ticket(child).phase).toBe("closed");
    const inReplyTo = [life.ticket(child).messageIds[0] ?? ""];
    life.mail((uid, now) => aMail(uid, now, { from, inReplyTo, text: "Masih mati." }));
    life.until("2026-11-24 09.40");
    expect(life.ticket(child)).toMatchObject({ phase: "open", round: 2 });
  });

  test("finished by itself, with its report on the way, it is not told a second time", () => {
    const { life, parent, child } = parentAndChild();
    life.mailer = () => false;
    life.type(child, { status: "Selesai", result: "Beres", parent }).until("2026-11-24 09.10");
    life.type(parent, { status: "Selesai", result: "Beres" }).until("2026-11-24 09.20");
    expect(life.repeated).toEqual([]);
    expect(life.ticket(child).phase).toBe("open");
  });

  test("its own number makes no child, and a number that is not there is asked about", () => {
    const { life, parent, child } = parentAndChild();
    life.type(parent, { parent }).type(child, { parent: "JKD-2026-0777" });
    life.until("2026-11-24 09.10");
    expect(life.run(parent, 4)?.dueAt).not.toBeNull();
    expect(life.ticket(parent).notes["aduan-induk"]).toContain("aduan ini sendiri");
    expect(life.ticket(child).notes["aduan-induk"]).toContain("JKD-2026-0777 tidak ditemukan");
  });
});

describe("what staff do is seen in an interval", () => {
  test.each([
    [
      "a deadline inside a gap of over five minutes is not measured",
      "2026-11-24 10.20",
      "unmeasured",
    ],
    ["inside a short gap it counts as kept", "2026-11-24 10.03", "on-time"],
  ])("%s", (_, up, outcome) => {
    const life = new DeskLife("2026-11-24 08.59");
    const number = life.mail(aMail) ?? "";
    life.type(number, ASSIGNED);
    life.until("2026-11-24 09.59").down(up);
    life.type(number, { status: "Selesai", result: "Beres" });
    life.now -= 60_000;
    life.until(show(wib(up) + 5 * 60_000));
    expect(life.run(number, 4)?.outcome).toBe(outcome);
  });

  test("with a time typed it is measured", () => {
    const life = new DeskLife("2026-11-24 08.59");
    const number = life.mail(aMail) ?? "";
    life.type(number, ASSIGNED);
    life.until("2026-11-24 09.59").down("2026-11-24 10.20");
    const finishedAt = wib("2026-11-24 10.10");
    life.type(number, { status: "Selesai", result: "Beres", finishedAt });
    life.until("2026-11-24 10.25");
    expect(life.run(number, 4)).toMatchObject({ endedAt: finishedAt, outcome: "late" });
  });
});

test("no section head: step 6 is not owed, the ticket closes and says why", () => {
  const life = new DeskLife("2026-11-24 09.00");
  const number = life.mail(aMail) ?? "";
  const staff = life.office.staff.filter(({ role }) => role !== "Kepala Seksi");
  life.office = { ...life.office, staff };
  life.type(number, { status: "Selesai", result: "Beres" }).until("2026-11-24 09.10");
  expect(life.ticket(number).phase).toBe("closed");
  expect(life.run(number, 6)).toMatchObject({ outcome: "not-owed" });
  expect(life.ticket(number).notes["kepala-seksi"]).toContain("belum diisi");
  expect(life.sent(number).some((line) => line.endsWith(REPORTER))).toBe(true);
});

test("a typed row without an address gets no letter to a reporter in its whole life", () => {
  const life = new DeskLife("2026-11-24 09.00");
  const number = "JKD-2026-0001";
  life.typed(number, aComplaint(life.now, { channel: "Telepon", email: "-" }));
  life.type(number, { status: "Selesai", result: "Beres" }).until("2026-11-24 09.10");
  expect(life.letters.map(({ kind }) => kind)).toEqual(["report", "report"]);
});
