import { expect, test } from "vitest";

import { historyWords } from "../../src/desk/history.ts";
import { DIVISION_HEAD } from "../desk/support/office.ts";
import { aMailDesk, MAILBOX, written, type MailDesk } from "./support/mail-desk.ts";

const COLO = "desa.colo@desa.example";

async function notesOf(desk: MailDesk, number = "JKD-2026-0001"): Promise<string[]> {
  return Object.values((await desk.ticket(number)).notes);
}

/** Lines of *Riwayat* about mails. */
async function history(desk: MailDesk, number: string): Promise<string[]> {
  const events = await desk.journal.events(number);
  return events
    .filter(({ type }) => type === "opened" || type === "message-joined")
    .map((event) => historyWords(event, "Asia/Jakarta").detail);
}

test("Riwayat says why a mail was taken for what it is", async () => {
  const desk = await aMailDesk();
  await desk.arrive(written(COLO, "Internet mati", "Mati."));
  await desk.arrive(written(COLO, "Re: jkd 2026 1", "Masih mati."));
  await desk.arrive(written(COLO, "Promo", "x", ["Precedence: bulk"]));
  expect(await history(desk, "JKD-2026-0001")).toEqual([
    "Email: Internet mati (surat dari pelapor)",
    `${COLO} (menjawab, nomor aduan pada judul): Masih mati.`,
  ]);
  expect(await history(desk, "JKD-2026-0002")).toEqual(["Email: Promo (surat massal atau milis)"]);
});

test("a long text is cut at what a cell holds, and one sentence says so (B101)", async () => {
  const desk = await aMailDesk();
  await desk.arrive(written(COLO, "Laporan", "switch lantai 2 mati. ".repeat(300)));
  const { complaint } = await desk.ticket("JKD-2026-0001");
  expect(complaint.text).toHaveLength(4_000);
  expect((await notesOf(desk)).filter((note) => note.includes("dipotong"))).toEqual([
    "Uraian dipotong pada 4.000 karakter; selengkapnya di kotak surat, folder INBOX, UID 1.",
  ]);
});

test("whoever cannot be read is to be phoned, told once (B107)", async () => {
  const desk = await aMailDesk();
  await desk.arrive(
    [
      "Return-Path: <pemdes.colo@desa.example>",
      `To: ${MAILBOX}`,
      "Subject: internet balai desa mati",
      "",
      "Mohon dicek, balai desa Colo.",
    ].join("\n"),
    written("kec.bae@kuduskab.example", "WiFi", "Mati."),
  );
  const notes = await notesOf(desk);
  expect(notes.filter((note) => note.includes("tidak terbaca"))).toEqual([
    "Alamat pengirim tidak terbaca; pelapor perlu dihubungi lewat telepon.",
    "Tanda terima tidak dikirim: alamat pengirim tidak terbaca.",
  ]);
  expect(await desk.ticket("JKD-2026-0001")).toMatchObject({
    fields: { email: "", unit: "Desa Colo" },
  });
  expect(desk.taken.map(({ to }) => to.address)).toEqual(["kec.bae@kuduskab.example"]);
});

test("a mail past the bounds is acknowledged all the same", async () => {
  const desk = await aMailDesk();
  const parts = Array.from({ length: 1_200 }, () => "--b\nContent-Type: text/plain\n\nx\n");
  await desk.arrive(
    written(COLO, "Banyak bagian", [...parts, "--b--"].join(""), [
      'Content-Type: multipart/mixed; boundary="b"',
    ]).replace("Content-Type: text/plain; charset=utf-8\n", ""),
  );
  expect(desk.lettersTo(COLO)).toEqual(["acknowledgement"]);
  expect((await desk.ticket("JKD-2026-0001")).fields).toMatchObject({
    subject: "Banyak bagian",
    unit: "Desa Colo",
  });
  expect((await notesOf(desk)).join(" ")).toContain("lihat di kotak surat");
});

const FORWARDED = (from: string) =>
  `Tolong ditindaklanjuti.\n\n---------- Pesan yang diteruskan ----------\nDari: Sekdes <${from}>\nTanggal: Sel, 24 Nov 2026 pukul 19.05\nSubjek: laporan\nKepada: kabid\n\nKabel putus.\n\nSekretaris Kecamatan Bae`;

test("a head's forward belongs to a writer whom the directory knows, else to the head with a question", async () => {
  const desk = await aMailDesk();
  await desk.arrive(written(DIVISION_HEAD, "Fwd: laporan", FORWARDED(COLO)));
  expect((await desk.ticket("JKD-2026-0001")).fields).toMatchObject({
    email: COLO,
    unit: "Desa Colo",
    text: "Kabel putus.\n\nSekretaris Kecamatan Bae",
  });
  expect(desk.lettersTo(COLO)).toEqual(["acknowledgement"]);
  await desk.arrive(written(DIVISION_HEAD, "Fwd: laporan", FORWARDED("sekdes@surel.example")));
  const open = await desk.ticket("JKD-2026-0002");
  expect(open.fields).toMatchObject({ email: DIVISION_HEAD, reporter: "Sekdes" });
  expect(Object.values(open.notes).join(" ")).toContain("sekdes@surel.example");
  expect(desk.lettersTo("sekdes@surel.example")).toEqual([]);
});

test("the signature under a letter names its unit, before its title and its text do", async () => {
  const desk = await aMailDesk();
  await desk.arrive(
    written(
      "orang@surel.example",
      "seperti Kecamatan Bae",
      "WiFi mati.\n\nTerima kasih\nKecamatan Dawe",
    ),
  );
  expect((await desk.ticket("JKD-2026-0001")).fields.unit).toBe("Kecamatan Dawe");
});

test("an answer long after closing names its unit by what stands above the quotation", async () => {
  const desk = await aMailDesk();
  await desk.arrive(
    written(
      "orang@surel.example",
      "WiFi aula mati",
      "WiFi aula mati.\n\n-- \nKecamatan Dawe\n\nPada Sen, 2 Nov 2026 pukul 10.02 Admin Helpdesk TIK menulis:\n> Kecamatan Bae",
      ["In-Reply-To: <lama@kominfo.example>"],
    ),
  );
  expect((await desk.ticket("JKD-2026-0001")).fields).toMatchObject({
    unit: "Kecamatan Dawe",
    text: "WiFi aula mati.\n\nKecamatan Dawe",
  });
});
