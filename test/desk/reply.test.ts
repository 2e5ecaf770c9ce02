import { describe, expect, test } from "vitest";

import { replyOf } from "../../src/desk/reply.ts";
import { show, wib } from "./clock-builders.ts";
import { DeskLife } from "./support/desk-life.ts";
import { aMail, REPORTER } from "./support/messages.ts";
import { ADMIN, ASSIGNED, BUDI, SECTION_HEAD, TONO } from "./support/office.ts";

type Mail = Parameters<typeof aMail>[2];

const FILE = { name: "foto.jpg", type: "image/jpeg", size: 10, part: 0 };

/** A complaint of 09.00, in Budi's hands; it is 09.10. */
function inRepair(officers = "Budi Santoso") {
  const life = new DeskLife("2026-11-24 09.00");
  const number = life.mail(aMail) ?? "";
  life.type(number, { ...ASSIGNED, officers });
  return { life: life.until("2026-11-24 09.10"), number };
}

function closed() {
  const { life, number } = inRepair();
  life.type(number, { status: "Selesai", result: "Kabel diganti" });
  return { life: life.until("2026-11-24 09.20"), number };
}

function answer(life: DeskLife, number: string, text: string, changes: Mail = {}): void {
  life.mail((uid, now) => aMail(uid, now, { text, newText: text, ...changes }), number);
}

function told(life: DeskLife): string[] {
  return life.letters
    .filter(({ kind }) => kind === "reply-received")
    .map(({ to, plannedAt }) => `${show(plannedAt)} ${to.address}`);
}

describe("a mail as the message that a ticket keeps", () => {
  test.each([
    ["its writer's name", { name: "Nur", address: REPORTER }, "Nur"],
    ["the address of one without a name", { name: "", address: REPORTER }, REPORTER],
    ["nobody's, without From", null, "tanpa nama"],
  ])("bears %s", (_, from, who) => {
    const mail = { ...aMail(1, wib("2026-11-24 09.00")), from };
    expect(replyOf(mail, "INBOX/1/1").who).toBe(who);
  });

  test("is its new words, or the whole where there are none", () => {
    const mail = aMail(1, wib("2026-11-24 09.00"), { text: "> mati", newText: "Lantai 2." });
    expect(replyOf(mail, "").text).toBe("Lantai 2.");
    expect(replyOf({ ...mail, newText: "" }, "").text).toBe("> mati");
  });
});

describe("an answer of the reporter", () => {
  test("is kept with its first 300 characters, its thread, its files and who wrote it", () => {
    const { life, number } = inRepair();
    const authors = [REPORTER, "nur@gmail.com"].map((address) => ({ name: "", address }));
    const verdict = { class: "reply", reason: "menjawab surat kita" } as const;
    answer(life, number, "x".repeat(301), { attachments: [FILE], authors, verdict });
    expect(life.ticket(number)).toMatchObject({
      lastMessage: { who: "dinkes", at: life.now, text: "x".repeat(300) },
      messageIds: expect.arrayContaining(["<m2@pelapor.example>"]),
      mailRefs: ["INBOX/1/2"],
      participants: [REPORTER, "nur@gmail.com"],
    });
    expect(life.letter("reply-1/officer").facts).toEqual({
      kind: "reply-received",
      from: "dinkes",
      at: life.now,
      quote: "x".repeat(300),
      mailRef: "INBOX/1/2",
    });
    const joined = life.events.find(({ type }) => type === "message-joined");
    expect(joined).toMatchObject({ by: "pelapor", reason: "menjawab surat kita" });
    expect(joined).not.toHaveProperty("deferred");
  });

  test("without files points to no mail", () => {
    const { life, number } = inRepair();
    answer(life, number, "Lantai 2.");
    expect(life.ticket(number).mailRefs).toEqual([]);
  });

  test("is told again a quarter of an hour later, to the second", () => {
    const { life, number } = inRepair();
    answer(life, number, "Satu.");
    life.now = wib("2026-11-24 09.25") - 1;
    answer(life, number, "Dua.");
    expect(told(life)).toHaveLength(1);
    life.now = wib("2026-11-24 09.25");
    answer(life, number, "Tiga.");
    expect(told(life)).toEqual([`2026-11-24 09.10 ${BUDI}`, `2026-11-24 09.25 ${BUDI}`]);
    life.until("2026-11-24 09.50");
    expect(told(life)).toHaveLength(2);
  });

  test("that waited is told once, when the pause is over and not before", () => {
    const { life, number } = inRepair();
    answer(life, number, "Satu.");
    life.until("2026-11-24 09.15");
    answer(life, number, "Dua.", { attachments: [FILE] });
    life.until("2026-11-24 09.24");
    expect(told(life)).toHaveLength(1);
    life.until("2026-11-24 09.50");
    expect(told(life)).toEqual([`2026-11-24 09.10 ${BUDI}`, `2026-11-24 09.25 ${BUDI}`]);
    expect(life.letter("reply-2/officer").facts).toMatchObject({
      quote: "Dua.",
      mailRef: "INBOX/1/3",
    });
    expect(life.ticket(number).counters.reply).toBe(2);
  });

  test("goes to every officer but the one who wrote it", () => {
    const { life, number } = inRepair("Budi Santoso, Tono Wibowo");
    const authors = [REPORTER, BUDI].map((address) => ({ name: "", address }));
    answer(life, number, "Lantai 2.", { authors });
    expect(told(life)).toEqual([`2026-11-24 09.10 ${TONO}`]);
  });

  test("that nobody but its author could be told of is not told, nor put off", () => {
    const { life, number } = inRepair();
    const authors = [REPORTER, BUDI].map((address) => ({ name: "", address }));
    answer(life, number, "Lantai 2.", { authors });
    expect(told(life)).toEqual([]);
    expect(life.ticket(number).replyToldAt).toBeNull();
    life.until("2026-11-24 09.40");
    expect(told(life)).toEqual([]);
  });

  test("that says thanks within the pause is not told afterwards either", () => {
    const { life, number } = inRepair();
    answer(life, number, "Satu.");
    life.until("2026-11-24 09.12");
    answer(life, number, "Terima kasih", { verdict: { class: "reply", thanks: true } });
    life.until("2026-11-24 09.50");
    expect(told(life)).toHaveLength(1);
  });

  test("that says it works is the reporter's word, and asks no officer for his cells", () => {
    const { life, number } = inRepair();
    answer(life, number, "Sudah normal, Pak. Mohon tetap dicek besok.");
    expect(life.ticket(number).notes).toEqual({
      "kata-pelapor": "Pelapor menulis bahwa layanan sudah normal.",
    });
  });

  test("that says nothing of its working leaves Catatan Sistem as it is", () => {
    const { life, number } = inRepair();
    const notes = life.ticket(number).notes;
    answer(life, number, "Ada di lantai 2.");
    expect(life.ticket(number).notes).toEqual(notes);
  });

  test("older than its complaint ends a hold when the ticket was opened, never before", () => {
    const life = new DeskLife("2026-11-24 09.00");
    const number = life.mail(aMail) ?? "";
    life.type(number, { status: "Menunggu Info" }).until("2026-11-24 09.10");
    expect(life.run(number, 3)?.holds.at(-1)?.to).toBeNull();
    life.receive(aMail(8, wib("2026-11-24 08.00"), { text: "Lantai 2." }), number);
    expect(life.run(number, 3)?.holds.at(-1)?.to).toBe(life.run(number, 3)?.holds.at(-1)?.from);
  });
});

describe("an answer on a finished complaint", () => {
  test("that reopens it is told by the letters of the new round alone, with what it says", () => {
    const { life, number } = closed();
    answer(life, number, `Mati lagi. ${"x".repeat(300)}`);
    expect(told(life)).toEqual([]);
    expect(life.letters.find(({ kind }) => kind === "reopened")?.facts).toMatchObject({
      quote: `Mati lagi. ${"x".repeat(289)}`,
    });
    expect(life.ticket(number).roundSince).toBe(life.now);
    expect(life.events.find(({ type }) => type === "reopened")?.by).toBe("pelapor");
  });

  test.each([
    ["that only says it works", "Sudah normal, matur nuwun", {}, 1],
    ["of somebody else in the thread", "Di sini juga mati.", { from: "tamu@gmail.com" }, 1],
    ["of staff that it works", "Sudah normal.", { from: BUDI }, 0],
  ])("%s reopens nothing", (_, text, changes, letters) => {
    const { life, number } = closed();
    answer(life, number, text, changes);
    expect(life.ticket(number)).toMatchObject({ phase: "closed", round: 1 });
    expect(life.ticket(number).notes).not.toHaveProperty("kata-petugas");
    expect(told(life)).toHaveLength(letters);
  });

  test("after it was cancelled reopens nothing, and says nothing in Catatan Sistem", () => {
    const { life, number } = inRepair();
    life.type(number, { status: "Dibatalkan" }).until("2026-11-24 09.20");
    answer(life, number, "Sudah normal lagi, tetapi mohon dicek besok pagi.");
    expect(life.ticket(number)).toMatchObject({ phase: "cancelled", round: 1 });
    expect(life.ticket(number).notes).not.toHaveProperty("kata-pelapor");
  });
});

describe("a mail of the office's own people", () => {
  test("of a head goes to the officer", () => {
    const { life, number } = inRepair();
    answer(life, number, "Mohon didahulukan.", { from: SECTION_HEAD });
    expect(told(life)).toEqual([`2026-11-24 09.10 ${BUDI}`]);
    expect(life.events.at(-2)).toMatchObject({ role: "head", by: "kasi", participants: [] });
  });

  test("of the helpdesk goes to nobody, and asks for nothing", () => {
    const { life, number } = inRepair();
    const before = life.letters.length;
    answer(life, number, "Baru kami cek.", { from: ADMIN });
    expect(life.letters).toHaveLength(before);
    expect(life.events.at(-1)).toMatchObject({ role: "staff", by: "admin" });
    expect(life.ticket(number).participants).toEqual([REPORTER]);
  });

  test("of an officer who says it works asks him, in two sentences, for the cells", () => {
    const { life, number } = inRepair("Tono Wibowo, Budi Santoso");
    answer(life, number, "Sudah normal, Pak.", { from: BUDI });
    const asked = life.letters.filter(({ kind }) => kind === "alarm");
    expect(asked.map(({ to }) => to.address)).toEqual([BUDI]);
    expect(asked[0]?.facts).toEqual({
      kind: "alarm",
      title: `Aduan ${number} belum tercatat selesai`,
      lines: [
        "Surat Saudara sudah dicatat, tetapi status aduan hanya berubah lewat log aduan.",
        "Mohon isi Hasil Perbaikan, lalu ubah Status menjadi Selesai.",
      ],
    });
    expect(life.ticket(number).notes["kata-petugas"]).toBe(
      "Petugas menulis lewat email bahwa aduan selesai; isi Status dan Hasil Perbaikan.",
    );
    const { seq } = life.ticket(number);
    answer(life, number, "Sudah normal, Pak.", { from: TONO });
    expect(life.ticket(number).seq).toBe(seq + 1);
    expect(life.repeated).toEqual([]);
  });

  test("of somebody of the office who reports a fault himself is the reporter's", () => {
    const life = new DeskLife("2026-11-24 09.00");
    const number = life.mail((uid, now) => aMail(uid, now, { from: ADMIN })) ?? "";
    life.type(number, ASSIGNED).until("2026-11-24 09.10");
    answer(life, number, "Lantai 2.", { from: ADMIN });
    expect(life.events.find(({ type }) => type === "message-joined")).toMatchObject({
      role: "reporter",
    });
  });
});
