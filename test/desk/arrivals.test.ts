import { describe, expect, test } from "vitest";

import { wib } from "./clock-builders.ts";
import { DeskLife } from "./support/desk-life.ts";
import { aMail, aSubmission, REPORTER } from "./support/messages.ts";
import { anOffice, aPolicy, aUnit, HELPDESK_MAILBOX, UNITS } from "./support/office.ts";

type Mail = Parameters<typeof aMail>[2];

function arrive(life: DeskLife, changes: Mail = {}, known: string | null = null): string | null {
  return life.mail((uid, now) => aMail(uid, now, changes), known);
}

function morning(): DeskLife {
  return new DeskLife("2026-11-24 09.00");
}

const FILE = { name: "foto.jpg", type: "image/jpeg", size: 10, part: 0 };

describe("a new complaint", () => {
  test("remembers why it is one, who takes part, and where its files lie", () => {
    const life = morning();
    const authors = [REPORTER, "nur@gmail.com", ""].map((address) => ({ name: "", address }));
    const number = arrive(life, { authors, attachments: [FILE] }) ?? "";
    expect(life.ticket(number)).toMatchObject({
      participants: [REPORTER, "nur@gmail.com"],
      messageIds: expect.arrayContaining(["<m1@pelapor.example>"]),
      mailRefs: ["INBOX/1/1"],
    });
    expect(life.events[0]).toMatchObject({ type: "opened", reason: "surat pribadi" });
    expect(life.ticket(arrive(life, {}) ?? "").mailRefs).toEqual([]);
  });

  test("that names no number says nothing of one", () => {
    const life = morning();
    const number = arrive(life) ?? "";
    expect(Object.values(life.ticket(number).notes)).toEqual([]);
  });

  test("that answers a ticket nobody has any more says which it was", () => {
    const life = morning();
    const number = arrive(life, {}, "JKD-2025-0007") ?? "";
    expect(number).toBe("JKD-2026-0001");
    expect(Object.values(life.ticket(number).notes)).toEqual(["Pesan ini menyebut JKD-2025-0007."]);
  });

  test.each([
    ["an answer nobody may give", { answerable: false, reason: "surat massal" }, "surat massal"],
    [
      "one with words of its own for it",
      { answerable: false, reason: "surat massal", silence: "jalur balik kosong" },
      "jalur balik kosong",
    ],
  ])("without acknowledgement, because of %s, says so", (_, verdict, reason) => {
    const life = morning();
    const number = arrive(life, { verdict }) ?? "";
    expect(life.ticket(number).notes["tanda-terima"]).toBe(
      `Tanda terima tidak dikirim: ${reason}.`,
    );
  });

  test("from the office's own address is logged, and not answered", () => {
    const life = morning();
    const number = arrive(life, { from: HELPDESK_MAILBOX }) ?? "";
    expect(life.ticket(number).notes["tanda-terima"]).toBe(
      "Tanda terima tidak dikirim: pengirim memakai alamat kantor sendiri.",
    );
    expect(life.letters).toEqual([]);
  });

  test("that is another desk's receipt for our letter is logged, and not answered", () => {
    const life = morning();
    const from = "tiket@isp.example";
    arrive(life, { from });
    const receipt = arrive(life, { from, verdict: { receipt: true } }) ?? "";
    expect(life.ticket(receipt).notes["tanda-terima"]).toBe(
      "Tanda terima tidak dikirim: tampak seperti tanda terima dari sistem tiket lain yang baru saja kita surati.",
    );
    life.now = wib("2026-11-24 10.00");
    const later = arrive(life, { from, verdict: { receipt: true } }) ?? "";
    expect(life.ticket(later).notes["tanda-terima"]).toBeUndefined();
  });

  test("is counted for the hour only when it was acknowledged", () => {
    const life = morning();
    arrive(life, { from: "a@gmail.com" });
    arrive(life, { from: "b@gmail.com", verdict: { answerable: false } });
    expect(life.memory.answered).toEqual([{ address: "a@gmail.com", at: life.now }]);
  });
});

describe("a line in Surat Lain", () => {
  test("says who wrote when, about what, and why it is no complaint", () => {
    const life = morning();
    const verdict = { class: "automatic", reason: "jawaban otomatis" } as const;
    arrive(life, { subject: "Saya cuti", verdict });
    expect(life.setAside).toEqual([
      {
        mailRef: "INBOX/1/1",
        at: life.now,
        from: REPORTER,
        subject: "Saya cuti",
        class: "automatic",
        reason: "jawaban otomatis",
      },
    ]);
    arrive(life, { from: "", verdict });
    expect(life.setAside[1]?.from).toBe("");
  });

  test("keeps the ticket that an automatic mail answers, and tells nobody there", () => {
    const life = morning();
    const number = arrive(life) ?? "";
    const before = life.ticket(number);
    expect(arrive(life, { verdict: { class: "automatic" } }, number)).toBe(number);
    expect(life.ticket(number)).toEqual(before);
    expect(life.setAside).toHaveLength(1);
  });

  test("is all that thanks for nothing we know become; without thanks it is a complaint", () => {
    const life = morning();
    expect(arrive(life, { verdict: { class: "reply", thanks: true } })).toBeNull();
    expect([...life.placed]).toEqual([["INBOX/1/1", null]]);
    expect(life.setAside).toHaveLength(1);
    expect(life.tickets.size).toBe(0);
    expect(arrive(life, { verdict: { class: "reply" } })).toBe("JKD-2026-0001");
    expect(arrive(life, { verdict: { class: "complaint", thanks: true } })).toBe("JKD-2026-0002");
  });

  test.each([
    ["its address", "pkm@kuduskab.example", 1],
    ["a domain of its own", "info@dinsos.example", 1],
    ["a domain of two units", "info@setda.example", 0],
    ["a mail service that anyone may use", "info@gmail.com", 0],
  ])("is not what a bulk mail of a unit becomes, known by %s", (_, from, tickets) => {
    const units = [
      ...UNITS,
      aUnit("Puskesmas", "pkm@kuduskab.example"),
      aUnit("Bagian Umum", "setda.example"),
      aUnit("Bagian Hukum", "setda.example"),
      aUnit("Salah Isi", "gmail.com"),
    ];
    const life = new DeskLife("2026-11-24 09.00", anOffice({ units }));
    const authors = ["promo@toko.example", from].map((address) => ({ name: "", address }));
    arrive(life, { from, authors, verdict: { class: "bulk", answerable: false } });
    expect(life.tickets.size).toBe(tickets);
  });
});

describe("a mail of which staff made a complaint", () => {
  test("is one of its own, though it names a number or says thanks", () => {
    const life = morning();
    const first = arrive(life) ?? "";
    const verdict = { class: "reply", thanks: true, answerable: false } as const;
    const mail = aMail(9, life.now, { subject: `Re: ${first}`, verdict });
    expect(life.receive(mail, null, true)).toBe("JKD-2026-0002");
    expect(Object.keys(life.ticket("JKD-2026-0002").notes)).not.toContain("isi-0");
    expect(life.ticket(first).lastMessage).toBeNull();
  });
});

describe("a mail in the Sent folder", () => {
  const byHand = { from: HELPDESK_MAILBOX, sent: true, text: "Kami ke sana." };

  test("written by hand joins its ticket as staff's word", () => {
    const life = morning();
    const number = arrive(life) ?? "";
    expect(arrive(life, byHand, number)).toBe(number);
    expect(life.events.at(-1)).toMatchObject({ type: "message-joined", role: "staff" });
  });

  test.each([
    ["our own letter", { ...byHand, letterMarks: ["JKD-2026-0001/r1/assignment-1/officer"] }, true],
    ["one that belongs to no ticket", byHand, false],
  ])("%s changes nothing", (_, mail, isKnown) => {
    const life = morning();
    const number = arrive(life) ?? "";
    const before = life.ticket(number);
    expect(arrive(life, mail, isKnown ? number : null)).toBe(isKnown ? number : null);
    expect(life.ticket(number)).toEqual(before);
    expect(life.tickets.size).toBe(1);
  });
});

describe("a form", () => {
  test("opens a ticket, answered by mail when it gives an address", () => {
    const life = morning();
    const number = life.form(aSubmission("R1", life.now)) ?? "";
    expect(life.ticket(number)).toMatchObject({
      origin: "form",
      participants: ["nur@surel.example"],
    });
    expect(life.sent(number)).toEqual(["2026-11-24 09.00 acknowledgement → nur@surel.example"]);
    expect(life.memory.answered).toHaveLength(1);
  });

  test("sent too often is logged, and not answered", () => {
    const life = morning();
    for (const id of ["R1", "R2", "R3"]) life.form(aSubmission(id, life.now));
    expect(life.letters).toHaveLength(2);
    expect(life.ticket("JKD-2026-0003").notes["tanda-terima"]).toBe(
      "Tanda terima tidak dikirim: batas tanda terima per jam untuk alamat ini tercapai.",
    );
  });

  test.each([
    ["no address", "", "pelapor tidak mencantumkan alamat email"],
    ["one that cannot be read", "nur@surel", "alamat email tidak terbaca"],
  ])("with %s says so, for the telephone", (_, email, why) => {
    const life = morning();
    const number = life.form(aSubmission("R1", life.now, { email })) ?? "";
    expect(life.ticket(number).notes["tanda-terima"]).toBe(
      `Tanda terima tidak dikirim: ${why}; sampaikan lewat telepon.`,
    );
    expect(life.ticket(number).participants).toEqual([]);
  });

  test.each([
    ["its writer's", { reporter: "Siti" }, "Siti", ["nur@surel.example"]],
    ["nobody's in particular", { reporter: "", email: "-" }, "pelapor", ["nur@surel.example"]],
    [
      "from another address",
      { email: "siti@surel.example" },
      "Nur",
      ["nur@surel.example", "siti@surel.example"],
    ],
  ])("edited is a message, %s", (_, changes, who, participants) => {
    const life = morning();
    const number = life.form(aSubmission("R1", life.now)) ?? "";
    const at = wib("2026-11-24 09.30");
    life.now = wib("2026-11-24 09.31");
    life.form(aSubmission("R1", at, changes));
    expect(life.ticket(number)).toMatchObject({ lastMessage: { who, at }, participants });
    expect(life.events.filter(({ type }) => type === "message-joined")).toEqual([
      expect.objectContaining({ role: "reporter", messageId: "", mailRef: "", by: "pelapor" }),
    ]);
    expect(life.letters.filter(({ kind }) => kind === "reply-received")).toHaveLength(1);
    expect([...life.placed]).toEqual([["form:R1", number]]);
  });

  test("whose ticket is no longer at hand opens no second one", () => {
    const life = morning();
    life.placed.set("form:R1", "JKD-2025-0007");
    life.form(aSubmission("R1", life.now));
    expect(life.tickets.size).toBe(0);
    expect(life.events).toEqual([]);
  });
});

test("numbers bear the office's own prefix and at least four digits (B097)", () => {
  const life = morning();
  life.memory = { ...life.memory, serials: { 2026: 9_998 } };
  expect([arrive(life), arrive(life)]).toEqual(["JKD-2026-9999", "JKD-2026-10000"]);
});

test("where Tanda Terima is limited to none, nobody is answered", () => {
  const policy = aPolicy({ acknowledgementLimits: { known: 0, unknown: 0, domain: 0 } });
  const life = new DeskLife("2026-11-24 09.00", anOffice({ policy }));
  arrive(life);
  life.form(aSubmission("R1", life.now));
  expect(life.letters).toEqual([]);
  expect(life.tickets.size).toBe(2);
});
