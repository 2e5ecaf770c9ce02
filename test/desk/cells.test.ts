import { describe, expect, test } from "vitest";

import { HOUR } from "../../src/desk/time.ts";
import { show, wib } from "./clock-builders.ts";
import { DeskLife } from "./support/desk-life.ts";
import { aComplaint, aMail } from "./support/messages.ts";
import { anOffice, aPolicy, ASSIGNED } from "./support/office.ts";

function mailed() {
  const life = new DeskLife("2026-11-24 09.00");
  return { life, number: life.mail(aMail) ?? "" };
}

/** Solved on 09.10, reported again by its reporter at 09.20: step 3 of the second round. */
function reopened() {
  const { life, number } = mailed();
  life.type(number, { ...ASSIGNED, status: "Selesai", result: "Beres" });
  life.until("2026-11-24 09.20");
  life.mail((uid, now) => aMail(uid, now, { text: "Mati lagi." }), number);
  return { life: life.until("2026-11-24 09.25"), number };
}

/** A row of 09.00 for a call of 08.45, as staff typed it. */
function typedRow() {
  const life = new DeskLife("2026-11-24 09.00");
  const number = "JKD-2026-0001";
  life.typed(number, aComplaint(wib("2026-11-24 08.45"), { channel: "Telepon" }));
  return { life: life.until("2026-11-24 09.05"), number };
}

function reasons(life: DeskLife): string[] {
  return life.events.flatMap((event) => (event.type === "due-changed" ? [event.reason] : []));
}

describe("why a deadline changed stands in Riwayat", () => {
  test("Jenis made a request and back: the clock goes and comes again", () => {
    const { life, number } = mailed();
    life.type(number, { kind: "Permintaan" }).until("2026-11-24 09.10");
    expect(life.run(number, 3)?.dueAt).toBeNull();
    life.type(number, { kind: "Aduan" }).until("2026-11-24 09.20");
    expect(show(life.run(number, 3)?.dueAt ?? null)).toBe("2026-11-24 09.30");
    expect(reasons(life)).toEqual(["Jenis diubah", "Jenis diubah"]);
  });

  test("rules that changed with an unrelated cell are the rules' change, not the cell's", () => {
    const { life, number } = mailed();
    life.type(number, { remark: "Sudah ditelepon" }).until("2026-11-24 09.02");
    const { limits } = aPolicy();
    life.office = anOffice({ policy: aPolicy({ limits: { ...limits, 3: HOUR } }) });
    life.until("2026-11-24 09.05");
    expect(life.ticket(number).fields.remark).toBe("Sudah ditelepon");
    expect(reasons(life)).toEqual(["aturan atau hari libur berubah"]);
  });
});

describe("Waktu Lapor of a typed row", () => {
  test("that was not believed is not taken up by another cell once its hour has come", () => {
    const { life, number } = typedRow();
    life.type(number, { reportedAt: wib("2026-11-24 09.20") }).until("2026-11-24 09.30");
    life.type(number, { remark: "Sudah ditelepon" }).until("2026-11-24 09.40");
    expect(show(life.run(number, 3)?.startedAt ?? null)).toBe("2026-11-24 08.45");
  });

  test("cleared afterwards leaves the start where it was", () => {
    const { life, number } = typedRow();
    life.type(number, { reportedAt: null }).until("2026-11-24 09.15");
    expect(life.ticket(number).fields.reportedAt).toBeNull();
    expect(show(life.run(number, 3)?.startedAt ?? null)).toBe("2026-11-24 08.45");
    expect(reasons(life)).toEqual([]);
  });
});

describe("step 3 of a later round, whose cells are filled already", () => {
  test("is not ended by a remark", () => {
    const { life, number } = reopened();
    life.type(number, { remark: "Sudah ditelepon" }).until("2026-11-24 09.35");
    expect(life.run(number, 3)?.endedAt).toBeNull();
  });

  test("is not ended by the minute either, while its officer is on leave", () => {
    const { life, number } = reopened();
    const staff = life.office.staff.map((member) =>
      member.name === ASSIGNED.officers ? { ...member, leaveFrom: "2026-11-24" } : member,
    );
    life.office = { ...life.office, staff };
    life.type(number, { remark: "Sudah ditelepon" }).until("2026-11-24 09.40");
    expect(life.ticket(number).notes["petugas"]).toBe('Petugas "Budi Santoso" sedang cuti.');
    expect(life.run(number, 3)?.endedAt).toBeNull();
  });

  test("is held by Menunggu Info, and ended by the next word from staff", () => {
    const { life, number } = reopened();
    life.type(number, { status: "Menunggu Info" }).until("2026-11-24 09.35");
    expect(life.run(number, 3)).toMatchObject({ endedAt: null, dueAt: null });
    life.type(number, { status: "Dikerjakan" }).until("2026-11-24 09.45");
    expect(show(life.run(number, 3)?.endedAt ?? null)).toBe("2026-11-24 09.36");
    expect(life.run(number, 4)).toMatchObject({ round: 2, endedAt: null });
  });

  test("is ended by a new officer, who is assigned", () => {
    const { life, number } = reopened();
    life.type(number, { officers: "Tono Wibowo" }).until("2026-11-24 09.35");
    expect(show(life.run(number, 3)?.endedAt ?? null)).toBe("2026-11-24 09.26");
    expect(life.letter("r2/assignment-1/officer").to.name).toBe("Tono Wibowo");
  });
});

test("on a closed ticket nobody is asked about a name", () => {
  const { life, number } = mailed();
  life.type(number, { ...ASSIGNED, status: "Selesai", result: "Beres" });
  life.until("2026-11-24 09.10").type(number, { officers: "Wawan" }).until("2026-11-24 09.20");
  expect(life.ticket(number)).toMatchObject({ phase: "closed", fields: { officers: "Wawan" } });
  expect(life.ticket(number).notes["petugas"]).toBeUndefined();
});
