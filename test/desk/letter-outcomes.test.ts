import { describe, expect, test } from "vitest";

import { show, wib } from "./clock-builders.ts";
import { DeskLife } from "./support/desk-life.ts";
import { aComplaint, aMail } from "./support/messages.ts";
import { ASSIGNED, SECTION_HEAD } from "./support/office.ts";

/** Received at 09.00, its receipt's outcome not told yet. */
function waiting() {
  const life = new DeskLife("2026-11-24 09.00");
  life.mailer = () => false;
  const number = life.mail(aMail) ?? "";
  return { life, number, receipt: life.letter("acknowledgement/reporter") };
}

/** Finished at 09.11, no report handed over yet. */
function reporting() {
  const life = new DeskLife("2026-11-24 09.00");
  const number = life.mail(aMail) ?? "";
  life.type(number, ASSIGNED).until("2026-11-24 09.10");
  life.mailer = ({ kind }) => (kind === "report" ? false : { state: "sent" });
  life.type(number, { status: "Selesai", result: "Beres" }).until("2026-11-24 09.20");
  return { life, number };
}

describe("what became of a letter stands in Surat Terakhir and Catatan Sistem", () => {
  test.each([
    ["sent", "", "Tanda terima terkirim", undefined],
    ["presumed", "", "Tanda terima terkirim", undefined],
    [
      "failed",
      "alamat tidak ada",
      "Tanda terima tidak terkirim: alamat tidak ada",
      "Tanda terima tidak sampai: alamat tidak ada",
    ],
    [
      "bounced",
      "kotak penuh",
      "Tanda terima tidak terkirim: kotak penuh",
      "Tanda terima tidak sampai: kotak penuh",
    ],
    ["failed", "", "Tanda terima tidak terkirim: sebabnya tidak tercatat", undefined],
    ["expired", "lewat 24 jam", "Tanda terima tidak terkirim: lewat 24 jam", undefined],
  ])("%s %j: %s", (state, detail, text, note) => {
    const { life, number, receipt } = waiting();
    life.ended(receipt, state, detail);
    expect(life.ticket(number).lastLetter?.text).toBe(text);
    expect(life.ticket(number).notes["surat/reporter"]).toBe(note);
  });

  test("its Message-ID joins the thread only when it got there", () => {
    const { life, number, receipt } = waiting();
    life.ended(receipt, "failed", "alamat tidak ada");
    expect(life.ticket(number).messageIds).toHaveLength(1);
    life.ended(receipt, "presumed");
    expect(life.ticket(number).messageIds).toHaveLength(2);
  });

  test("one that is only delayed ends nothing and takes no sentence away", () => {
    const { life, number, receipt } = waiting();
    life.ended(receipt, "delayed", "server tujuan sibuk");
    expect(life.ticket(number).lastLetter?.text).toBe("Tanda terima tertunda: server tujuan sibuk");
    expect(life.run(number, 2)?.endedAt).toBeNull();
    expect(life.ticket(number).notes).toEqual({});
    life.ended(receipt, "failed", "alamat tidak ada");
    life.ended(receipt, "delayed", "server tujuan sibuk");
    expect(life.ticket(number).notes["surat/reporter"]).toContain("alamat tidak ada");
  });

  test("each of two officers has a sentence of his own", () => {
    const life = new DeskLife("2026-11-24 09.00");
    const number = life.mail(aMail) ?? "";
    life.mailer = ({ key }) =>
      key.endsWith("officer-2") ? { state: "failed", detail: "kotak penuh" } : { state: "sent" };
    life.type(number, { ...ASSIGNED, officers: "Budi Santoso, Tono Wibowo" });
    life.until("2026-11-24 09.05");
    expect(life.ticket(number).notes).toEqual({
      "surat/officer-2": "Surat penugasan tidak sampai: kotak penuh",
    });
  });

  test("a letter of no ticket concerns none", () => {
    const { life, receipt } = waiting();
    const events = life.events.length;
    life.ended({ ...receipt, ticket: null, key: "digest/2026-11-24" }, "sent");
    expect(life.events).toHaveLength(events);
  });
});

describe("step 6", () => {
  test("ends with the section head's copy alone, not the division head's or the reporter's letter", () => {
    const { life, number } = reporting();
    life.ended(life.letter("report/division-head"), "sent");
    life.ended({ ...life.letter("assignment-1/section-head") }, "sent");
    expect(life.run(number, 6)?.endedAt).toBeNull();
    life.ended(life.letter("report/section-head"), "sent");
    expect(life.run(number, 6)).toMatchObject({ outcome: "on-time", reason: "" });
    expect(life.ticket(number).phase).toBe("closed");
  });

  test("is not owed when that copy cannot be delivered, and says why", () => {
    const { life, number } = reporting();
    life.ended(life.letter("report/section-head"), "failed", "kotak penuh");
    expect(life.run(number, 6)).toMatchObject({ outcome: "not-owed", reason: "kotak penuh" });
    expect(life.ticket(number).phase).toBe("closed");
  });

  test("is not owed either when nobody knows why", () => {
    const { life, number } = reporting();
    life.ended(life.letter("report/section-head"), "failed");
    expect(life.run(number, 6)).toMatchObject({
      outcome: "not-owed",
      reason: "sebabnya tidak tercatat",
    });
  });

  test("is not ended by the report of a round before", () => {
    const { life, number } = reporting();
    const first = life.letter("r1/report/section-head");
    life.type(number, { status: "Dikerjakan" }).until("2026-11-24 09.30");
    life.type(number, { status: "Selesai" }).until("2026-11-24 09.40");
    life.ended(first, "sent");
    expect(life.ticket(number)).toMatchObject({ phase: "open", round: 2 });
    life.ended(life.letter("r2/report/section-head"), "sent");
    expect(life.ticket(number).phase).toBe("closed");
  });

  test("has ended once: a bounce of the report opens and closes nothing", () => {
    const { life, number } = reporting();
    const copy = life.letter("report/section-head");
    life.ended(copy, "sent");
    const closedAt = life.ticket(number).phaseSince;
    life.until("2026-11-24 09.30").ended(copy, "bounced", "kotak penuh");
    expect(life.ticket(number)).toMatchObject({ phase: "closed", phaseSince: closedAt });
    expect(life.run(number, 6)?.outcome).toBe("on-time");
    expect(life.ticket(number).notes["surat/section-head"]).toContain("kotak penuh");
    expect(copy.to.address).toBe(SECTION_HEAD);
  });
});

describe("a receipt that is still on its way", () => {
  test("when the complaint is closed: step 2 is not owed any more, with the reason", () => {
    const { life, number } = waiting();
    life.mailer = ({ kind }) => (kind === "acknowledgement" ? false : { state: "sent" });
    life.type(number, { status: "Selesai", result: "Beres" }).until("2026-11-24 09.10");
    expect(life.ticket(number).phase).toBe("closed");
    expect(life.run(number, 2)).toMatchObject({
      outcome: "not-owed",
      reason: "ditutup sebelum tanda terima terkirim",
    });
  });

  test("when staff set it back before it was closed: likewise, and no step of it goes on", () => {
    const { life, number } = waiting();
    life.type(number, { status: "Selesai", result: "Beres" }).until("2026-11-24 09.10");
    life.type(number, { status: "Dikerjakan" }).until("2026-11-24 09.20");
    const step2 = life.ticket(number).runs.find(({ step }) => step === 2);
    expect(step2).toMatchObject({
      outcome: "not-owed",
      reason: "dibuka kembali sebelum tanda terima terkirim",
    });
    expect(show(step2?.endedAt ?? null)).toBe("2026-11-24 09.13");
  });
});

describe("a row that people typed", () => {
  test("is opened once, however often it is read as new", () => {
    const life = new DeskLife("2026-11-24 09.00");
    life.typed("JKD-2026-0001", aComplaint(life.now));
    life.typed("JKD-2026-0001", aComplaint(life.now, { subject: "Lain" }));
    expect(life.events.filter(({ type }) => type === "opened")).toHaveLength(1);
    expect(life.ticket("JKD-2026-0001").complaint.subject).toBe("WiFi aula mati");
  });

  test("has no message in its thread, and one stretch from when it was seen", () => {
    const life = new DeskLife("2026-11-24 09.00");
    life.typed("JKD-2026-0001", aComplaint(wib("2026-11-24 08.45"), { email: "" }));
    expect(life.ticket("JKD-2026-0001")).toMatchObject({
      messageIds: [],
      mailRefs: [],
      participants: [],
      stretches: [{ from: life.now, status: "Baru", officers: [] }],
    });
  });

  test("keeps what its cells say where the complaint had to fill a gap", () => {
    const life = new DeskLife("2026-11-24 09.00");
    life.typed("JKD-2026-0001", aComplaint(life.now), { reportedAt: null, subject: "" });
    expect(life.ticket("JKD-2026-0001")).toMatchObject({
      fields: { reportedAt: null, subject: "" },
      complaint: { reportedAt: life.now, subject: "WiFi aula mati" },
    });
  });

  test("of this very minute is not in the future", () => {
    const life = new DeskLife("2026-11-24 09.00");
    life.typed("JKD-2026-0001", aComplaint(life.now));
    expect(life.ticket("JKD-2026-0001").notes).toEqual({});
    life.typed("JKD-2026-0002", aComplaint(life.now + 1));
    expect(Object.values(life.ticket("JKD-2026-0002").notes).join(" ")).toContain("masa depan");
    expect(life.run("JKD-2026-0002", 3)?.startedAt).toBe(life.now);
  });
});
