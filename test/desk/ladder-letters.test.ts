import { describe, expect, test } from "vitest";

import type { LetterPlan } from "../../src/desk/letter.ts";
import { wib } from "./clock-builders.ts";
import { DeskLife } from "./support/desk-life.ts";
import { aComplaint, aMail } from "./support/messages.ts";
import { anOffice, aPolicy, ASSIGNED, BUDI } from "./support/office.ts";

type Cells = Parameters<DeskLife["type"]>[1];

/** Reported, received and identified at the same minute; step 4 from then on. */
function inRepair(
  start: string,
  priority: "Tinggi" | "Sedang" = "Sedang",
  visit: Cells["visit"] = "Tidak perlu",
) {
  const life = new DeskLife(start);
  const number = life.mail(aMail) ?? "";
  life.type(number, { priority, visit: visit ?? "", officers: "Budi Santoso" });
  return { life, number };
}

function facts(life: DeskLife, ending: string): LetterPlan["facts"] {
  return life.letter(ending).facts;
}

function skipped(life: DeskLife): string[] {
  return life.events.flatMap((event) =>
    event.type === "rung" ? [`${event.rung} ${event.how}: ${event.reason}`] : [],
  );
}

describe("what a rung's letter says", () => {
  test("the warning: its step and deadline, after which it is not handed over", () => {
    const { life } = inRepair("2026-11-24 08.59");
    life.until("2026-11-24 09.50");
    const dueAt = wib("2026-11-24 10.00");
    expect(life.letter("step-4/warning/officer")).toMatchObject({
      facts: { kind: "warning", step: 4, dueAt },
      expiresAt: dueAt,
    });
  });

  test("the overdue letter: when the section head will hear of it; it has no such expiry", () => {
    const { life } = inRepair("2026-11-24 08.59");
    life.until("2026-11-24 10.05");
    expect(life.letter("step-4/overdue/officer")).toMatchObject({
      facts: {
        kind: "overdue",
        step: 4,
        dueAt: wib("2026-11-24 10.00"),
        headToldAt: wib("2026-11-24 11.00"),
      },
      expiresAt: null,
    });
  });

  test("Tinggi: the section head hears at the same time, so nothing is announced", () => {
    const { life } = inRepair("2026-11-24 08.59", "Tinggi");
    life.until("2026-11-24 10.05");
    expect(facts(life, "step-4/overdue/officer")).toMatchObject({ headToldAt: null });
    expect(facts(life, "step-4/escalation/section-head")).toMatchObject({
      level: "section-head",
      sectionToldAt: null,
    });
  });

  test("the division head reads when the section head was told", () => {
    const { life } = inRepair("2026-11-24 08.59");
    life.until("2026-11-24 15.05");
    expect(facts(life, "step-4/escalation/division-head")).toEqual({
      kind: "escalation",
      level: "division-head",
      step: 4,
      dueAt: wib("2026-11-24 10.00"),
      sectionToldAt: wib("2026-11-24 11.01"),
    });
  });

  test("an office whose ladder ends with the officer announces nobody", () => {
    const { life } = inRepair("2026-11-24 08.59");
    const ladder = aPolicy().ladder.filter(({ to }) => to === "officer" || to === "helpdesk");
    life.office = anOffice({ policy: aPolicy({ ladder }) });
    life.until("2026-11-24 10.05");
    expect(facts(life, "step-4/overdue/officer")).toMatchObject({ headToldAt: null });
  });

  test("step 3 announces the rung of step 3, not that of a repair", () => {
    const life = new DeskLife("2026-11-24 09.00");
    life.mail(aMail);
    life.until("2026-11-24 09.35");
    expect(facts(life, "step-3/overdue/helpdesk")).toMatchObject({
      step: 3,
      headToldAt: wib("2026-11-24 10.00"),
    });
  });
});

describe("after the worker itself was away", () => {
  test("for six hours: the officer and the highest rung, the rest is on record with the reason", () => {
    const { life } = inRepair("2026-11-24 07.59");
    life.until("2026-11-24 08.10").down("2026-11-24 14.10").until("2026-11-24 14.15");
    expect(skipped(life)).toEqual([
      "overdue/officer sent: ",
      "escalation/section-head skipped: sudah terlewati saat sistem kembali bekerja",
      "escalation/division-head sent: ",
    ]);
    expect(facts(life, "step-4/overdue/officer")).toMatchObject({ headToldAt: null });
    expect(facts(life, "step-4/escalation/division-head")).toMatchObject({ sectionToldAt: null });
  });

  test("for four days: one letter to the helpdesk and one to the section head, no warning of the past", () => {
    const life = new DeskLife("2026-11-26 10.00");
    const number = life.mail(aMail) ?? "";
    life.until("2026-11-26 10.05").down("2026-11-30 10.05").until("2026-11-30 12.00");
    expect(skipped(life)).toEqual(["overdue/helpdesk sent: ", "escalation/section-head sent: "]);
    expect(life.sent(number, "2026-11-27 00.00")).toEqual([
      "2026-11-30 10.06 overdue → admin@diskominfo.example",
      "2026-11-30 10.06 escalation → kasi@diskominfo.example",
    ]);
  });

  test("over a week-end: what is not Tinggi waits for Monday's opening even when the worker is back", () => {
    const { life, number } = inRepair("2026-11-27 15.59");
    life.until("2026-11-27 16.05").down("2026-11-28 20.00").until("2026-11-30 08.35");
    expect(life.sent(number, "2026-11-27 16.03")).toEqual([
      "2026-11-30 07.45 warning → budi@diskominfo.example",
      "2026-11-30 08.01 overdue → budi@diskominfo.example",
    ]);
  });

  test("a mail that came meanwhile is acknowledged, and its lateness in step 2 is nobody's", () => {
    const life = new DeskLife("2026-11-24 08.00").down("2026-11-24 14.00");
    const number = life.receive(aMail(1, wib("2026-11-24 09.00")), null) ?? "";
    life.until("2026-11-24 14.05");
    expect(life.run(number, 2)).toMatchObject({
      outcome: "unmeasured",
      reason: "sistem aduan tidak berjalan",
    });
    expect(life.run(number, 3)?.dueAt).toBe(wib("2026-11-24 14.30"));
    expect(life.sent(number).filter((line) => line.includes("acknowledgement"))).toHaveLength(1);
  });
});

describe("a change that has not settled makes the rung wait", () => {
  const cases: { name: string; cells: Cells; step: 3 | 4; waits: boolean }[] = [
    { name: "Prioritas, in step 3", cells: { priority: "Rendah" }, step: 3, waits: true },
    { name: "Tinjauan Lapangan, in step 3", cells: { visit: "Perlu" }, step: 3, waits: true },
    { name: "Petugas, in step 3", cells: { officers: "Tono Wibowo" }, step: 3, waits: true },
    { name: "Jenis, in step 3", cells: { kind: "Permintaan" }, step: 3, waits: true },
    { name: "Keterangan, in step 3", cells: { remark: "Sudah ditelepon" }, step: 3, waits: false },
    { name: "Tinjauan Lapangan, in step 4", cells: { visit: "Perlu" }, step: 4, waits: true },
    { name: "Prioritas, in step 4", cells: { priority: "Rendah" }, step: 4, waits: false },
    { name: "Hasil Perbaikan, in step 4", cells: { result: "Beres" }, step: 4, waits: false },
  ];
  test.each(cases)("$name: $waits", ({ cells, step, waits }) => {
    const life = new DeskLife(step === 3 ? "2026-11-24 09.30" : "2026-11-24 08.59");
    const number = life.mail(aMail) ?? "";
    if (step === 4) {
      life.type(number, ASSIGNED);
    }
    life.until("2026-11-24 10.00").type(number, cells).until("2026-11-24 10.01");
    const told = life.run(number, step)?.rungs.some(({ rung }) => rung.startsWith("overdue"));
    expect(told).toBe(!waits);
  });

  test("Hasil Perbaikan after Selesai: the officer is not called late for the missing cell", () => {
    const { life, number } = inRepair("2026-11-24 08.59");
    life.until("2026-11-24 09.50").type(number, { status: "Selesai" });
    life.until("2026-11-24 10.00").type(number, { result: "Kabel diganti" });
    life.until("2026-11-24 10.05");
    expect(life.run(number, 4)).toMatchObject({ outcome: "on-time" });
    expect(life.run(number, 4)?.rungs.map(({ rung }) => rung)).toEqual(["warning/officer"]);
  });
});

test("Tinjauan Lapangan taken back in a field repair removes no cause, so its rungs do not wait", () => {
  const { life, number } = inRepair("2026-11-24 08.59", "Sedang", "Perlu");
  life.until("2026-11-25 09.00").type(number, { visit: "Tidak perlu" });
  life.until("2026-11-25 09.01");
  expect(life.run(number, 5)?.rungs.at(-1)?.rung).toBe("overdue/officer");
});

test("a worker back at the very deadline still warns, and calls nobody late yet", () => {
  const { life, number } = inRepair("2026-11-24 08.59");
  life.until("2026-11-24 09.10").down("2026-11-24 10.00").beat();
  expect(life.run(number, 4)?.rungs.map(({ rung, how }) => `${rung} ${how}`)).toEqual([
    "warning/officer sent",
  ]);
});

test("a cancelled ticket has no rungs, whatever its cells say", () => {
  const { life, number } = inRepair("2026-11-24 08.59");
  life.until("2026-11-24 09.40").type(number, { status: "Dibatalkan" });
  life.until("2026-11-24 11.30");
  expect(life.sent(number, "2026-11-24 09.10").filter((line) => line.includes(BUDI))).toEqual([]);
});

test("a row typed late skips the rungs of before, with the reason, and goes on from there", () => {
  const life = new DeskLife("2026-11-24 09.00");
  life.typed("JKD-2026-0001", aComplaint(wib("2026-11-18 08.00")));
  life.until("2026-11-24 09.05");
  expect(new Set(skipped(life))).toEqual(
    new Set([
      "overdue/helpdesk skipped: sudah terlewati sebelum baris ini terlihat",
      "escalation/section-head skipped: sudah terlewati sebelum baris ini terlihat",
    ]),
  );
});
