import { describe, expect, test } from "vitest";

import { show, wib } from "./clock-builders.ts";
import { DeskLife } from "./support/desk-life.ts";
import { aMail, REPORTER } from "./support/messages.ts";
import { ASSIGNED } from "./support/office.ts";

/** A complaint of 09.00, received and in Budi's hands by telephone since 09.11. */
function inRepair() {
  const life = new DeskLife("2026-11-24 09.00");
  const number = life.mail(aMail) ?? "";
  life.until("2026-11-24 09.10");
  life.type(number, ASSIGNED);
  return { life: life.until("2026-11-24 09.15"), number };
}

describe("Dibatalkan", () => {
  test("ends every step, tells the reporter why, and another status takes the step up again", () => {
    const { life, number } = inRepair();
    life.type(number, { status: "Dibatalkan", cancelReason: "Ganda" }).until("2026-11-24 09.30");
    expect(life.ticket(number).phase).toBe("cancelled");
    expect(life.run(number, 4)?.outcome).toBe("cancelled");
    expect(life.sent(number, "2026-11-24 09.16")).toEqual([
      `2026-11-24 09.18 cancelled → ${REPORTER}`,
    ]);
    life.type(number, { status: "Dikerjakan" }).until("2026-11-24 09.40");
    expect(life.ticket(number)).toMatchObject({ phase: "open", round: 1 });
    expect(show(life.run(number, 4)?.dueAt ?? null)).toBe("2026-11-24 10.31");
  });

  test("the reporter hears of it once the reason is given, and never without one", () => {
    const { life, number } = inRepair();
    life.type(number, { status: "Dibatalkan" }).until("2026-11-24 09.30");
    expect(life.ticket(number).phase).toBe("cancelled");
    expect(life.ticket(number).notes["alasan-batal"]).toContain("Alasan Batal");
    expect(life.sent(number, "2026-11-24 09.16")).toEqual([]);
    life.type(number, { cancelReason: "Dirujuk" }).until("2026-11-24 09.40");
    life.type(number, { cancelReason: "Bukan aduan" }).until("2026-11-24 09.50");
    expect(life.sent(number, "2026-11-24 09.16")).toEqual([
      `2026-11-24 09.33 cancelled → ${REPORTER}`,
    ]);
    expect(life.ticket(number).notes["alasan-batal"]).toBeUndefined();
  });

  test("a reason given after the work was taken up again tells nobody anything", () => {
    const { life, number } = inRepair();
    life.type(number, { status: "Dibatalkan" }).until("2026-11-24 09.30");
    life.type(number, { status: "Dikerjakan" }).until("2026-11-24 09.40");
    life.type(number, { cancelReason: "Ganda" }).until("2026-11-24 09.50");
    expect(life.ticket(number).notes).toEqual({});
    expect(life.sent(number, "2026-11-24 09.16")).toEqual([]);
  });

  test("a step taken up again warns and calls late again, under keys of its own", () => {
    const { life, number } = inRepair();
    life.until("2026-11-24 10.15");
    life.type(number, { status: "Dibatalkan" }).until("2026-11-24 10.20");
    life.type(number, { status: "Dikerjakan" }).until("2026-11-24 11.30");
    expect(life.letter("r1/step-4/overdue/officer").plannedAt).toBe(wib("2026-11-24 10.12"));
    expect(life.letter("r1/step-4-2/overdue/officer").plannedAt).toBe(wib("2026-11-24 11.22"));
  });

  test("of a complaint that is closed already is no news to anybody", () => {
    const { life, number } = inRepair();
    life.type(number, { status: "Selesai", result: "Beres" }).until("2026-11-24 09.30");
    life.type(number, { status: "Dibatalkan", cancelReason: "Ganda" }).until("2026-11-24 09.40");
    expect(life.ticket(number)).toMatchObject({ phase: "closed", round: 1 });
    expect(life.sent(number, "2026-11-24 09.30")).toEqual([]);
    expect(life.ticket(number).notes).toEqual({});
  });

  test("in a later round too, the step that was cancelled is taken up again", () => {
    const { life, number } = inRepair();
    life.type(number, { status: "Dibatalkan" }).until("2026-11-24 09.20");
    life.type(number, { status: "Selesai", result: "Beres" }).until("2026-11-24 09.30");
    life.mail((uid, now) => aMail(uid, now, { text: "Mati lagi." }), number);
    life.until("2026-11-24 09.35").type(number, { status: "Dibatalkan" });
    life.until("2026-11-24 09.40").type(number, { status: "Baru" }).until("2026-11-24 09.50");
    const running = life.ticket(number).runs.filter(({ endedAt }) => endedAt === null);
    expect(running.map(({ round, step }) => [round, step])).toEqual([[2, 4]]);
  });

  test("the receipt handed over after all starts no step of a cancelled complaint", () => {
    const life = new DeskLife("2026-11-24 09.00");
    life.mailer = () => false;
    const number = life.mail(aMail) ?? "";
    life.type(number, { status: "Dibatalkan" }).until("2026-11-24 09.10");
    life.mailer = () => ({ state: "sent" });
    life.until("2026-11-24 09.15");
    expect(life.ticket(number).runs.map(({ step, outcome }) => [step, outcome])).toEqual([
      [2, "cancelled"],
    ]);
  });
});

describe("a letter that did not get there", () => {
  test("is named in Catatan Sistem until a later one to the same person does", () => {
    const { life, number } = inRepair();
    life.mailer = ({ to }) =>
      to.role === "reporter" ? { state: "failed", detail: "alamat tidak ada" } : { state: "sent" };
    life.type(number, { status: "Menunggu Info" }).until("2026-11-24 09.30");
    expect(life.ticket(number).notes["surat/reporter"]).toContain("alamat tidak ada");
    life.mailer = () => ({ state: "sent" });
    life.type(number, { status: "Selesai", result: "Kabel diganti" }).until("2026-11-24 09.40");
    expect(life.ticket(number).notes["surat/reporter"]).toBeUndefined();
  });
});
