import { describe, expect, test } from "vitest";

import { show, wib } from "./clock-builders.ts";
import { DeskLife } from "./support/desk-life.ts";
import { aComplaint, aMail, aSubmission, REPORTER } from "./support/messages.ts";
import { anOffice, BUDI, HELPDESK_MAILBOX, SECTION_HEAD, STAFF, TONO } from "./support/office.ts";

type Mail = Parameters<typeof aMail>[2];

function arrive(life: DeskLife, changes: Mail = {}): string {
  return life.mail((uid, now) => aMail(uid, now, changes)) ?? "";
}

describe("the acknowledgement", () => {
  test("states the worst case for step 3", () => {
    const life = new DeskLife("2026-11-24 08.12");
    arrive(life);
    expect(life.letters[0]?.facts).toMatchObject({
      outOfHours: false,
      step3DueAt: wib("2026-11-24 08.52"),
    });
  });

  test("outside hours goes out at once and says when handling starts", () => {
    const life = new DeskLife("2026-11-28 21.40");
    const number = arrive(life);
    expect(life.letters[0]).toMatchObject({
      plannedAt: wib("2026-11-28 21.40"),
      facts: { outOfHours: true, opensAt: wib("2026-11-30 07.30") },
    });
    expect(show(life.run(number, 3)?.dueAt ?? null)).toBe("2026-11-30 08.00");
  });

  test.each([
    ["an address in the directory, ten an hour", REPORTER, 10],
    ["any other address, two", "orang@gmail.com", 2],
  ])("%s", (_, from, limit) => {
    const life = new DeskLife("2026-11-24 09.00");
    for (let count = 0; count < limit; count++) arrive(life, { from });
    const number = arrive(life, { from });
    expect(life.letters).toHaveLength(limit);
    expect(life.run(number, 2)).toMatchObject({ outcome: "not-owed" });
    expect(life.ticket(number).notes["tanda-terima"]).toMatch(/^Tanda terima tidak dikirim: batas/);
    life.now = wib("2026-11-24 10.00");
    arrive(life, { from });
    expect(life.letters).toHaveLength(limit + 1);
  });

  test("six an hour to a domain outside the directory, but free mail is many people", () => {
    const life = new DeskLife("2026-11-24 09.00");
    for (let each = 1; each <= 8; each++) arrive(life, { from: `layanan+${each}@isp.example` });
    expect(life.letters).toHaveLength(6);
    for (let each = 1; each <= 8; each++) arrive(life, { from: `warga${each}@gmail.com` });
    expect(life.letters).toHaveLength(14);
    expect(life.tickets.size).toBe(16);
  });

  test("is not owed where it may not be answered, yet the complaint is logged and its clock runs", () => {
    const life = new DeskLife("2026-11-24 09.00");
    const number = arrive(life, { verdict: { answerable: false, reason: "jalur balik kosong" } });
    expect(life.letters).toEqual([]);
    expect(life.run(number, 2)).toMatchObject({
      outcome: "not-owed",
      reason: "jalur balik kosong",
    });
    expect(life.run(number, 3)?.dueAt).toBe(wib("2026-11-24 09.30"));
    expect(life.ticket(number).notes["tanda-terima"]).toContain("jalur balik kosong");
  });

  test("never goes to our own address, whatever its case", () => {
    const life = new DeskLife("2026-11-24 09.00");
    const number = arrive(life, { from: HELPDESK_MAILBOX });
    life.type(number, { email: HELPDESK_MAILBOX.toUpperCase(), status: "Selesai", result: "x" });
    life.until("2026-11-24 09.10");
    expect(life.letters.map(({ to }) => to.address)).not.toContain(HELPDESK_MAILBOX);
  });

  test.each([
    ["", ""],
    ["-", ""],
    ["nur.contoh@surel,example", ""],
    ["nur@surel.example, nur2@surel.example", "nur@surel.example"],
    [" Nur <Nur@Surel.example> ", "nur@surel.example"],
  ])("to a form's Email %j goes to %j; the cell keeps what was typed", (email, address) => {
    const life = new DeskLife("2026-11-24 09.00");
    const number = life.form(aSubmission("R1", life.now, { email })) ?? "";
    expect(life.letters.map(({ to }) => to.address)).toEqual([address].filter((one) => one !== ""));
    expect(life.ticket(number).fields.email).toBe(email);
    const note = life.ticket(number).notes["tanda-terima"] ?? "lewat telepon";
    expect(note).toContain("lewat telepon");
    expect(life.run(number, 2)?.endedAt).toBe(life.now);
  });

  test("handed over late ends step 2 late; failed for good ends it with the reason", () => {
    const life = new DeskLife("2026-11-24 09.00");
    life.mailer = () => false;
    const number = arrive(life);
    life.until("2026-11-24 09.19");
    life.mailer = () => ({ state: "sent" });
    life.until("2026-11-24 09.20");
    expect(life.run(number, 2)?.outcome).toBe("late");
    life.mailer = () => ({ state: "failed", detail: "550 tidak dikenal" });
    const failed = arrive(life, { from: "salah@gmail.com" });
    expect(life.run(failed, 2)).toMatchObject({ outcome: "not-owed", reason: "550 tidak dikenal" });
    expect(life.ticket(failed).notes["surat/reporter"]).toContain("550 tidak dikenal");
  });

  test("a deadline that passed while the worker was down is not measured", () => {
    const life = new DeskLife("2026-11-24 09.00").down("2026-11-24 09.30");
    const late = aMail(1, wib("2026-11-24 09.05"));
    const number = life.receive(late, null) ?? "";
    expect(life.run(number, 2)).toMatchObject({
      startedAt: wib("2026-11-24 09.05"),
      outcome: "unmeasured",
    });
  });

  test("a bounce that comes after all starts no step again", () => {
    const life = new DeskLife("2026-11-24 09.00");
    const number = arrive(life);
    life.type(number, { priority: "Sedang", visit: "Perlu", officers: "Budi Santoso" });
    life.until("2026-11-24 09.10");
    const runs = life.ticket(number).runs;
    const letter = life.letter("acknowledgement/reporter");
    life.ended(letter, "bounced", "5.1.1");
    expect(life.ticket(number).runs).toEqual(runs);
    expect(life.ticket(number).notes["surat/reporter"]).toBe("Tanda terima tidak sampai: 5.1.1");
  });

  test("staff may be faster than it: step 3 is not started a second time", () => {
    const life = new DeskLife("2026-11-24 09.00");
    life.mailer = ({ kind }) => (kind === "acknowledgement" ? false : { state: "sent" });
    const number = arrive(life);
    life.type(number, { priority: "Sedang", visit: "Perlu", officers: "Budi Santoso" });
    life.until("2026-11-24 09.10");
    life.mailer = () => ({ state: "sent" });
    life.until("2026-11-24 09.11");
    expect(life.ticket(number).runs.map(({ step }) => step)).toEqual([2, 3, 5]);
    expect(life.run(number, 2)?.endedAt).toBe(wib("2026-11-24 09.11"));
  });
});

describe("what becomes a ticket", () => {
  test.each([
    ["a bulk mail from the directory", REPORTER, "bulk", 1],
    ["another bulk mail", "promo@toko.example", "bulk", 0],
    ["an automatic mail", REPORTER, "automatic", 0],
    ["a bounce", "mailer-daemon@surel.example", "bounce", 0],
    ["a person nobody knows", "warga@gmail.com", "complaint", 1],
  ] as const)("%s from %s: %s, %i ticket", (_, from, kind, count) => {
    const life = new DeskLife("2026-11-24 09.00");
    arrive(life, { from, verdict: { class: kind, answerable: kind === "complaint" } });
    expect(life.tickets.size).toBe(count);
    expect(life.setAside).toHaveLength(1 - count);
    expect(life.letters).toHaveLength(kind === "complaint" ? 1 : 0);
  });

  test("what was put aside becomes one when staff tick Jadikan aduan", () => {
    const life = new DeskLife("2026-11-24 09.00");
    const mail = aMail(7, life.now, { verdict: { class: "automatic", answerable: false } });
    expect(life.receive(mail, null)).toBeNull();
    expect(life.receive(mail, null, true)).toBe("JKD-2026-0001");
  });

  test("a number's year is that of Waktu Lapor in the office's zone", () => {
    const life = new DeskLife("2026-12-31 23.59");
    expect(arrive(life)).toBe("JKD-2026-0001");
    life.now = wib("2027-01-01 00.00");
    expect(arrive(life)).toBe("JKD-2027-0001");
  });

  test("no From: logged without an address, and staff are told", () => {
    const life = new DeskLife("2026-11-24 09.00");
    const number = arrive(life, { from: "" });
    expect(life.ticket(number).fields.email).toBe("");
    expect(life.letters).toEqual([]);
    expect(life.run(number, 3)?.startedAt).toBe(life.now);
  });
});

describe("a forward by staff", () => {
  const quoted = { name: "Nur", address: "dinkes@kuduskab.example", text: "Internet mati." };
  test.each([
    [
      "belongs to a writer whom OPD-Desa knows",
      { ...quoted, attachedOriginal: false },
      quoted.address,
    ],
    [
      "or whose original is attached",
      { ...quoted, address: "nur@gmail.com", attachedOriginal: true },
      "nur@gmail.com",
    ],
    [
      "else stays with the forwarder",
      { ...quoted, address: "nur@gmail.com", attachedOriginal: false },
      BUDI,
    ],
  ])("%s", (_, forwarded, email) => {
    const life = new DeskLife("2026-11-24 09.00");
    const number = arrive(life, { from: BUDI, forwarded });
    expect(life.ticket(number).fields).toMatchObject({ email, reporter: "Nur" });
    const offers = Object.values(life.ticket(number).notes).join(" ");
    expect(offers.includes(forwarded.address)).toBe(email === BUDI);
  });
});

describe("diduga ganda", () => {
  test.each([
    ["the same unit by form within four hours", "2026-11-24 12.59", true],
    ["the same unit later", "2026-11-24 13.01", false],
  ])("%s", (_, at, isHint) => {
    const life = new DeskLife("2026-11-24 09.00");
    const first = arrive(life);
    life.now = wib(at);
    const unit = { unit: "Dinas Kesehatan" };
    const second = life.form(aSubmission("R1", life.now, unit)) ?? "";
    const note = life.ticket(second).notes["ganda"];
    expect(note).toBe(isHint ? `Diduga ganda dengan ${first}.` : undefined);
    expect(life.tickets.size).toBe(2);
  });
});

function urgent(life: DeskLife): string | null {
  return life.form(
    aSubmission("R1", life.now, {
      suggestion: {
        category: "",
        categorySure: false,
        priority: "Tinggi",
        request: false,
        reason: "pelayanan terhenti",
      },
    }),
  );
}

describe("Tinggi outside hours", () => {
  test("the officer on duty and the section head hear of it at once", () => {
    const life = new DeskLife("2026-11-28 21.40");
    urgent(life);
    const told = life.letters.filter(({ kind }) => kind === "on-duty");
    expect(told.map(({ to }) => to.address)).toEqual([TONO, SECTION_HEAD]);
  });

  test("the deputy when the officer is on leave; nobody in hours", () => {
    const away = { leaveFrom: "2026-11-28", leaveTo: null };
    const staff = STAFF.map((one) => (one.email === TONO ? { ...one, ...away } : one));
    const life = new DeskLife("2026-11-28 21.40", anOffice({ staff }));
    urgent(life);
    expect(life.letter("on-duty/on-duty").to.address).toBe(BUDI);
    const inHours = new DeskLife("2026-11-24 09.00");
    urgent(inHours);
    expect(inHours.letters.map(({ kind }) => kind)).toEqual(["acknowledgement"]);
  });
});

describe("Waktu Lapor", () => {
  test("of a typed row counts when corrected until step 3 has ended, of a mail never", () => {
    const life = new DeskLife("2026-11-24 09.20");
    const number = "JKD-2026-0009";
    life.typed(number, aComplaint(wib("2026-11-24 09.20")));
    life.type(number, { reportedAt: wib("2026-11-24 09.05") }).until("2026-11-24 09.25");
    expect(show(life.run(number, 3)?.dueAt ?? null)).toBe("2026-11-24 09.35");
    const mailed = arrive(life);
    life.type(mailed, { reportedAt: wib("2026-11-24 08.00") }).until("2026-11-24 09.30");
    expect(show(life.run(mailed, 3)?.dueAt ?? null)).toBe("2026-11-24 09.55");
  });

  test("typed in the future counts from when the row was seen", () => {
    const life = new DeskLife("2026-11-24 09.20");
    life.typed("JKD-2026-0009", aComplaint(wib("2026-11-24 19.20")));
    expect(life.run("JKD-2026-0009", 3)?.startedAt).toBe(wib("2026-11-24 09.20"));
    expect(Object.values(life.ticket("JKD-2026-0009").notes).join(" ")).toContain("masa depan");
  });
});
