import { describe, expect, test } from "vitest";

import { show, wib } from "./clock-builders.ts";
import { DeskLife } from "./support/desk-life.ts";
import { aMail, REPORTER } from "./support/messages.ts";
import { ADMIN, aMember, BUDI, SECTION_HEAD, STAFF, TONO } from "./support/office.ts";

/** A complaint of 09.00, received and in Budi's hands by telephone since 09.11. */
function inRepair(visit: "Perlu" | "Tidak perlu" = "Tidak perlu") {
  const life = new DeskLife("2026-11-24 09.00");
  const number = life.mail(aMail) ?? "";
  life.until("2026-11-24 09.10");
  life.type(number, { priority: "Sedang", visit, officers: "Budi Santoso" });
  return { life: life.until("2026-11-24 09.15"), number };
}

/** The same, solved and reported at 09.33. */
function closed() {
  const { life, number } = inRepair();
  life.until("2026-11-24 09.30");
  life.type(number, { status: "Selesai", result: "Kabel diganti", cause: "Kabel putus" });
  return { life: life.until("2026-11-24 10.00"), number };
}

describe("a cell counts once it has stood", () => {
  test("a wrong choice corrected before the next reading was never seen", () => {
    const { life, number } = inRepair();
    const seq = life.ticket(number).seq;
    life.type(number, { status: "Dibatalkan" }).type(number, { status: "Baru" });
    life.until("2026-11-24 09.30");
    expect(life.ticket(number).seq).toBe(seq);
  });

  test("a wrong choice that one reading saw causes nothing either", () => {
    const { life, number } = inRepair();
    const seq = life.ticket(number).seq;
    life.type(number, { status: "Dibatalkan" }).until("2026-11-24 09.16");
    life.type(number, { status: "Baru" }).until("2026-11-24 09.30");
    expect(life.ticket(number).seq).toBe(seq);
    expect(life.memory.settling).toEqual({});
  });

  test("of a back and forth only the last word counts, from when it was first seen", () => {
    const { life, number } = inRepair();
    life.type(number, { officers: "Tono Wibowo" }).until("2026-11-24 09.16");
    life.type(number, { officers: "Budi Santoso" }).until("2026-11-24 09.17");
    life.type(number, { officers: "Tono Wibowo" }).until("2026-11-24 09.19");
    expect(life.ticket(number).assigned).toEqual(["Budi Santoso"]);
    life.until("2026-11-24 09.20");
    expect(life.ticket(number).assigned).toEqual(["Tono Wibowo"]);
  });

  test("blanks and line ends that a spreadsheet changes are no change", () => {
    const { life, number } = inRepair();
    const seq = life.ticket(number).seq;
    life.type(number, { text: "Internet  di kantor kami\nmati sejak pagi. " });
    life.until("2026-11-24 09.30");
    expect(life.ticket(number).seq).toBe(seq);
  });
});

describe("the end of a repair", () => {
  test.each([
    ["between start and now counts as typed", "2026-11-24 09.20", "2026-11-24 09.20"],
    ["in the future is not believed", "2026-11-24 11.00", "2026-11-24 09.31"],
    ["before the step began is not believed", "2026-11-24 08.00", "2026-11-24 09.31"],
  ])("a Waktu Selesai %s", (_, typed, expected) => {
    const { life, number } = inRepair();
    life.until("2026-11-24 09.30");
    life.type(number, { status: "Selesai", result: "Beres", finishedAt: wib(typed) });
    life.until("2026-11-24 09.40");
    expect(show(life.run(number, 4)?.endedAt ?? null)).toBe(expected);
    const isBelieved = typed === expected;
    expect(life.ticket(number).notes["waktu-selesai"] === undefined).toBe(isBelieved);
  });

  test("Selesai waits for its result, and its own time is kept though officers change meanwhile", () => {
    const { life, number } = inRepair();
    life.type(number, { status: "Selesai" }).until("2026-11-24 09.30");
    life.type(number, { officers: "Tono Wibowo" }).until("2026-11-24 09.40");
    life.type(number, { result: "Beres" }).until("2026-11-24 09.50");
    expect(show(life.run(number, 4)?.endedAt ?? null)).toBe("2026-11-24 09.16");
  });

  test("a visit ordered after the typed end: step 5 does not end before it began", () => {
    const { life, number } = inRepair();
    const finishedAt = wib("2026-11-24 09.15");
    life.type(number, { visit: "Perlu", status: "Selesai", result: "Beres", finishedAt });
    life.until("2026-11-24 09.30");
    const { startedAt, endedAt } = life.run(number, 5) ?? {};
    expect([startedAt, endedAt]).toEqual([wib("2026-11-24 09.16"), wib("2026-11-24 09.16")]);
  });

  test("solved on the phone: steps 3 and 4 end together, without an assignment", () => {
    const life = new DeskLife("2026-11-24 09.00");
    const number = life.mail(aMail) ?? "";
    life.until("2026-11-24 09.20");
    const finishedAt = wib("2026-11-24 09.05");
    life.type(number, { status: "Selesai", result: "Dipandu lewat telepon", finishedAt });
    life.until("2026-11-24 09.30");
    expect(life.ticket(number).phase).toBe("closed");
    expect(life.ticket(number).runs.map(({ step, endedAt }) => `${step} ${show(endedAt)}`)).toEqual(
      ["2 2026-11-24 09.00", "3 2026-11-24 09.05", "4 2026-11-24 09.05", "6 2026-11-24 09.23"],
    );
    expect(life.sent(number).filter((line) => line.includes("assignment"))).toEqual([]);
  });
});

describe("the cell Petugas", () => {
  test("a name that Petugas does not know is asked about, and counts once the tab knows it", () => {
    const life = new DeskLife("2026-11-24 09.00");
    const number = life.mail(aMail) ?? "";
    life.type(number, { priority: "Sedang", visit: "Tidak perlu", officers: "Wawan" });
    life.until("2026-11-24 09.10");
    expect(life.ticket(number).notes["petugas"]).toBe('Petugas "Wawan" tidak ada di tab Petugas.');
    expect(life.run(number, 4)).toBeUndefined();
    life.office = { ...life.office, staff: [...STAFF, aMember("Wawan")] };
    life.until("2026-11-24 09.11");
    expect(life.ticket(number).notes["petugas"]).toBeUndefined();
    expect(life.run(number, 3)?.endedAt).toBe(wib("2026-11-24 09.11"));
    expect(life.letter("assignment-1/officer").to.address).toBe("wawan@diskominfo.example");
  });

  test("two names are two officers, each with a letter of his own", () => {
    const life = new DeskLife("2026-11-24 09.00");
    const number = life.mail(aMail) ?? "";
    const officers = "Tono Wibowo, Budi Santoso";
    life.type(number, { priority: "Rendah", visit: "Perlu", officers }).until("2026-11-24 09.10");
    expect(life.letter("assignment-1/officer").to.address).toBe(TONO);
    expect(life.letter("assignment-1/officer-2").to.address).toBe(BUDI);
    expect(life.ticket(number).assigned).toEqual(["Tono Wibowo", "Budi Santoso"]);
  });

  test("somebody on leave is named in Catatan Sistem", () => {
    const life = new DeskLife("2026-11-24 09.00");
    const number = life.mail(aMail) ?? "";
    const away = { leaveFrom: "2026-11-23", leaveTo: "2026-11-27" };
    const staff = STAFF.map((member) => (member.email === BUDI ? { ...member, ...away } : member));
    life.office = { ...life.office, staff };
    life.type(number, { officers: "Budi Santoso" }).until("2026-11-24 09.10");
    expect(life.ticket(number).notes["petugas"]).toBe('Petugas "Budi Santoso" sedang cuti.');
    // Somebody at his desk hears of it too, unless a colleague is named beside him.
    life.type(number, { priority: "Sedang", visit: "Tidak perlu" }).until("2026-11-24 10.20");
    const overdue = life.letters.filter(({ kind }) => kind === "overdue");
    expect(overdue.map(({ to }) => to.address)).toEqual([BUDI, ADMIN]);
    life.type(number, { officers: "Budi Santoso, Tono Wibowo" }).until("2026-11-24 11.20");
    expect(life.sent(number, "2026-11-24 10.21").some((line) => line.endsWith(ADMIN))).toBe(false);
  });

  test("a reassignment tells both, once, and the deadline stays", () => {
    const { life, number } = inRepair();
    const dueAt = life.run(number, 4)?.dueAt;
    life.type(number, { officers: "" }).until("2026-11-24 09.25");
    life.type(number, { officers: "Tono Wibowo" }).until("2026-11-24 09.35");
    expect(life.sent(number, "2026-11-24 09.16")).toEqual([
      `2026-11-24 09.28 reassignment → ${TONO}`,
      `2026-11-24 09.28 reassignment → ${BUDI}`,
    ]);
    expect(life.run(number, 4)?.dueAt).toBe(dueAt);
  });
});

describe("Menunggu Info", () => {
  test("holds step 3, asks the reporter once a round, and a reply ends it", () => {
    const life = new DeskLife("2026-11-24 09.00");
    const number = life.mail(aMail) ?? "";
    life.until("2026-11-24 09.10");
    life.type(number, { status: "Menunggu Info" }).until("2026-11-24 10.00");
    expect(life.run(number, 3)).toMatchObject({ dueAt: null, rungs: [] });
    const answers = [life.ticket(number).messageIds[0] ?? ""];
    life.mail((uid, now) => aMail(uid, now, { inReplyTo: answers, newText: "Di ruang arsip." }));
    expect(show(life.run(number, 3)?.dueAt ?? null)).toBe("2026-11-24 10.19");
    life.type(number, { status: "Dikerjakan" }).until("2026-11-24 10.04");
    life.type(number, { status: "Menunggu Info" }).until("2026-11-24 10.10");
    expect(life.run(number, 3)?.dueAt).toBeNull();
    const asked = life.letters.filter((letter) => letter.kind === "facts-request");
    expect(asked.map((letter) => letter.to.address)).toEqual([REPORTER]);
    expect(life.repeated).toEqual([]);
  });

  test("in step 4 it holds nothing, nor does Menunggu Pihak Ketiga", () => {
    const { life, number } = inRepair();
    const dueAt = life.run(number, 4)?.dueAt;
    life.type(number, { status: "Menunggu Info" }).until("2026-11-24 09.25");
    life.type(number, { status: "Menunggu Pihak Ketiga" }).until("2026-11-24 09.40");
    expect(life.run(number, 4)).toMatchObject({ dueAt, holds: [] });
    expect(life.ticket(number).stretches.at(-1)?.status).toBe("Menunggu Pihak Ketiga");
  });
});

describe("Tinjauan Lapangan", () => {
  test("Perlu set later starts step 5 then, once; toggling it back and forth changes nothing", () => {
    const { life, number } = inRepair();
    life.until("2026-11-24 09.40");
    life.type(number, { visit: "Perlu" }).until("2026-11-24 09.50");
    life.type(number, { visit: "Tidak perlu" }).until("2026-11-24 10.00");
    life.type(number, { visit: "Perlu" }).until("2026-11-24 10.10");
    const repairs = life.ticket(number).runs.filter(({ step }) => step === 4 || step === 5);
    expect(repairs.map(({ step, startedAt, outcome }) => [step, show(startedAt), outcome])).toEqual(
      [
        [4, "2026-11-24 09.11", "not-owed"],
        [5, "2026-11-24 09.41", null],
      ],
    );
    expect(show(life.run(number, 5)?.dueAt ?? null)).toBe("2026-11-25 09.41");
  });
});

describe("a finished ticket set back to work", () => {
  test("goes on in a new round at the repair it came from, without a second assignment", () => {
    const { life, number } = closed();
    life.type(number, { status: "Dikerjakan" }).until("2026-11-24 10.10");
    expect(life.ticket(number)).toMatchObject({ phase: "open", round: 2 });
    const again = life.ticket(number).runs.filter((run) => run.round === 2);
    expect(again.map(({ step, startedAt }) => [step, show(startedAt)])).toEqual([
      [4, "2026-11-24 10.01"],
    ]);
    expect(life.sent(number, "2026-11-24 10.01")).toEqual([]);
    life.type(number, { status: "Selesai" }).until("2026-11-24 10.20");
    expect(life.ticket(number).phase).toBe("closed");
    expect(life.letter("r2/report/section-head").to.address).toBe(SECTION_HEAD);
  });

  test("a receipt handed over only in the second round leaves no step running", () => {
    const life = new DeskLife("2026-11-24 09.00");
    life.mailer = () => false;
    const number = life.mail(aMail) ?? "";
    life.type(number, { status: "Selesai", result: "Beres" }).until("2026-11-24 09.10");
    life.type(number, { status: "Dikerjakan" }).until("2026-11-24 09.20");
    life.mailer = () => ({ state: "sent" });
    life.type(number, { status: "Selesai" }).until("2026-11-24 09.30");
    expect(life.ticket(number).phase).toBe("closed");
    expect(life.ticket(number).runs.filter(({ endedAt }) => endedAt === null)).toEqual([]);
  });

  test("also while its report is still on the way; that report closes nothing then", () => {
    const { life, number } = inRepair();
    life.mailer = () => false;
    life.type(number, { status: "Selesai", result: "Beres" }).until("2026-11-24 09.20");
    expect(life.run(number, 6)?.endedAt).toBeNull();
    life.type(number, { status: "Dikerjakan" }).until("2026-11-24 09.25");
    life.mailer = () => ({ state: "sent" });
    life.until("2026-11-24 09.30");
    expect(life.ticket(number)).toMatchObject({ phase: "open", round: 2 });
    expect(life.run(number, 4)?.endedAt).toBeNull();
  });
});
