import { aMail, row } from "./builder.ts";
import type { MailOptions, Row, Verdict } from "./builder.ts";

const OURS = "In-Reply-To: <5f2c@kominfo.kuduskab.example>";
const SUBJECT = "Re: [JKD-2026-0042] Aduan diterima - Internet lambat";

function reply(
  name: string,
  body: string,
  want: Partial<Verdict> = {},
  options: MailOptions = {},
): Row {
  const raw = aMail({
    subject: SUBJECT,
    headers: [OURS, ...(options.headers ?? [])],
    ...options,
    body,
  });
  return row(name, raw, { class: "reply", answered: true, ...want });
}

/** Answers as mail programs write them: only the new words are told to the officer. */
export const REPLIES: Row[] = [
  reply(
    "Gmail in Indonesian",
    "Masih lambat pak.\n\nPada Sel, 24 Nov 2026 pukul 10.02 Admin Helpdesk TIK <helpdesk@kominfo.kuduskab.example> menulis:\n\n> Aduan Bapak/Ibu telah kami terima",
    { newText: "Masih lambat pak." },
  ),
  reply(
    "Gmail in Indonesian, the line broken by the program",
    "Sudah dicoba, tetap mati.\n\nPada Sel, 24 Nov 2026 pukul 10.02 Admin Helpdesk TIK\n<helpdesk@kominfo.kuduskab.example> menulis:\n\n> Aduan",
    { newText: "Sudah dicoba, tetap mati." },
  ),
  reply(
    "Gmail in English",
    "It is still down.\n\nOn Tue, Nov 24, 2026 at 10:02 AM Helpdesk <helpdesk@kominfo.kuduskab.example> wrote:\n> text",
    { newText: "It is still down." },
  ),
  reply(
    "Outlook in Indonesian",
    "Lampu ONT merah.\n\nDari: Admin Helpdesk TIK <helpdesk@kominfo.kuduskab.example>\nDikirim: Selasa, 24 November 2026 10.02\nKepada: Pemdes Colo\nSubjek: [JKD-2026-0042] Aduan diterima\n\nAduan telah kami terima",
    { newText: "Lampu ONT merah." },
  ),
  reply(
    "Outlook in English, with its line",
    "No change.\n\n-----Original Message-----\nFrom: Helpdesk\nSent: Tuesday, November 24, 2026 10:02 AM\nTo: Colo\nSubject: x\n\nquoted",
    { newText: "No change." },
  ),
  reply(
    "Outlook in Indonesian, with its line",
    "Belum ada perubahan.\n\n-----Pesan Asli-----\nDari: Helpdesk\nDikirim: 24 November 2026\n\nkutipan",
    { newText: "Belum ada perubahan." },
  ),
  reply(
    "Outlook on the web, an underscore line",
    "Baik, kami tunggu petugasnya di kantor.\n\n________________________________\nDari: Helpdesk\nDikirim: 24 November 2026\nKepada: Colo\n\nkutipan",
    { newText: "Baik, kami tunggu petugasnya di kantor." },
  ),
  reply(
    "iPhone in Indonesian",
    "Posisi alat di atas plafon.\n\nDikirim dari iPhone saya\n\n> Pada 24 Nov 2026, pukul 10.02, Admin Helpdesk TIK <helpdesk@kominfo.kuduskab.example> menulis:\n> \n> Aduan",
    { newText: "Posisi alat di atas plafon." },
  ),
  reply(
    "iPhone in English",
    "Ruang server terkunci.\n\nSent from my iPhone\n\n> On 24 Nov 2026, at 10:02, Helpdesk wrote:\n> Aduan",
    {
      newText: "Ruang server terkunci.",
    },
  ),
  reply(
    "Yahoo in Indonesian",
    "Kabelnya yang ke gudang.\n\nPada Selasa, 24 November 2026 10.02.11 GMT+7, Admin Helpdesk TIK <helpdesk@kominfo.kuduskab.example> menulis:\n\n  Aduan",
    { newText: "Kabelnya yang ke gudang." },
  ),
  reply(
    "Zimbra",
    'Mohon datang setelah jam 9.\n\n----- Original Message -----\nFrom: "Helpdesk" <helpdesk@kominfo.kuduskab.example>\nTo: colo\nSent: Tuesday, November 24, 2026 10:02:11 AM\n\nkutipan',
    { newText: "Mohon datang setelah jam 9." },
  ),
  reply(
    "Roundcube",
    "IP komputer 10.1.2.3.\n\nPada 2026-11-24 10:02, Admin Helpdesk TIK menulis:\n> Aduan",
    {
      newText: "IP komputer 10.1.2.3.",
    },
  ),
  reply(
    "Samsung Mail",
    "Nomor saya 0812-0000-0102.\n\nDikirim dari Galaxy saya\n\n-------- Pesan asli --------\nDari: Helpdesk\nTanggal: 24/11/26 10.02 (GMT+07:00)\nKepada: colo\n\nkutipan",
    {
      newText: "Nomor saya 0812-0000-0102.",
    },
  ),
  reply(
    "Yahoo in English",
    "The cable to the store room.\n\nOn Tuesday, November 24, 2026 at 10:02:11 AM GMT+7, Helpdesk <helpdesk@kominfo.kuduskab.example> wrote:\n\n  Aduan",
    { newText: "The cable to the store room." },
  ),
  reply(
    "Zimbra in Indonesian",
    "Setelah jam 9 saja.\n\n----- Pesan Asli -----\nDari: Helpdesk\nKepada: colo\nTerkirim: Selasa, 24 November 2026 10:02:11\n\nkutipan",
    { newText: "Setelah jam 9 saja." },
  ),
  reply(
    "Roundcube in English",
    "The address is 10.1.2.3.\n\nOn 2026-11-24 10:02, Admin Helpdesk TIK wrote:\n> Aduan",
    { newText: "The address is 10.1.2.3." },
  ),
  reply(
    "Samsung Mail in English",
    "My number is 0812-0000-0102.\n\nSent from my Galaxy\n\n-------- Original message --------\nFrom: Helpdesk\nDate: 24/11/26 10:02 (GMT+07:00)\nTo: colo\n\nquoted",
    { newText: "My number is 0812-0000-0102." },
  ),
  reply(
    "Outlook in English, without a line",
    "Still red.\n\nFrom: Helpdesk <helpdesk@kominfo.kuduskab.example>\nSent: Tuesday, November 24, 2026 10:02 AM\nTo: Colo\nCc: Dawe\nSubject: [JKD-2026-0042] Aduan diterima\n\nquoted",
    { newText: "Still red." },
  ),
  reply(
    "Outlook on a telephone",
    "Masih merah.\n\nDapatkan Outlook untuk Android\n________________________________\nDari: Helpdesk\nDikirim: 24 November 2026\nKepada: Colo\n\nkutipan",
    { newText: "Masih merah." },
  ),
  reply(
    "Hotmail, a line of dashes and the date first",
    "Belum.\n\n--------------------------------------------------------------------------------\n\nDate: Tue, 24 Nov 2026 10:02:00 +0700\nSubject: Aduan\nFrom: helpdesk@kominfo.kuduskab.example\nTo: colo\n\nkutipan",
    { newText: "Belum." },
  ),
  reply(
    "below the quotation and its line",
    "Pada 24/11/26 10.02, Admin Helpdesk TIK menulis:\n> [JKD-2026-0042] Aduan Bapak/Ibu telah kami terima\n\nMasih mati pak, mohon dicek.",
    { newText: "Masih mati pak, mohon dicek." },
  ),
  reply(
    "between the quoted lines, under their line",
    "On 24/11/26 10:02, Helpdesk wrote:\n> Lokasi?\nRuang arsip.\n> Sejak kapan?\nTadi pagi.",
    { newText: "Ruang arsip.\nTadi pagi." },
  ),
  reply("below the quotation", "> Sejak kapan gangguan terjadi?\n\nSejak kemarin sore.", {
    newText: "Sejak kemarin sore.",
  }),
  reply("between the quoted lines", "> Lokasi?\nRuang arsip.\n> Sejak kapan?\nTadi pagi.", {
    newText: "Ruang arsip.\nTadi pagi.",
  }),
  reply("a signature under it", "Masih putus nyambung.\n-- \nSubbag Umum\nDinas Contoh", {
    newText: "Masih putus nyambung.",
  }),
  reply(
    "a disclaimer under it",
    "Router sudah kami matikan.\n\nEmail ini bersifat rahasia dan hanya ditujukan kepada penerima.",
    {
      newText: "Router sudah kami matikan.",
    },
  ),
  reply(
    "a sentence that begins like a quotation is kept",
    "Pada hari ini kami matikan dulu alatnya.\nTerlampir fotonya.",
    {
      newText: "Pada hari ini kami matikan dulu alatnya.\nTerlampir fotonya.",
    },
  ),
  reply("a sentence that begins with Dari is kept", "Dari: ruang server sampai loket semua mati.", {
    newText: "Dari: ruang server sampai loket semua mati.",
  }),
  reply(
    "by the number in the subject alone",
    "Masih sama.",
    {},
    { headers: [], subject: "Bls: jkd 2026 42" },
  ),
  reply(
    "an officer who names the number and answers nothing",
    "Lapor, jkd 2026 42 sudah saya tangani.",
    {},
    { headers: [], subject: "laporan" },
  ),
  reply(
    "by References alone",
    "Tambahan foto menyusul.",
    {},
    {
      subject: "foto",
      headers: ["References: <q@kominfo.kuduskab.example>"],
    },
  ),
  reply(
    "an officer's report",
    "Lapor, sudah selesai diganti adaptornya.",
    { thanks: false },
    {
      from: "Tono <tono@kuduskab.example>",
    },
  ),
  reply(
    "the number guessed by a stranger is still only a reply",
    "isi",
    {},
    {
      from: "x@asing.example",
      headers: ["In-Reply-To: <tebakan@kominfo.kuduskab.example>"],
    },
  ),
];

const THANKS: [body: string, thanks: boolean][] = [
  ["terima kasih", true],
  ["Terima kasih banyak atas bantuannya pak", true],
  ["ok siap pak", true],
  ["matur nuwun mas", true],
  ["suwun", true],
  ["👍", true],
  ["Siap, noted. Terima kasih Bapak.", true],
  ["Baik bu, terimakasih infonya 🙏", true],
  ["Terima kasih, tapi masih mati", false],
  ["ok pak, sekarang malah hilang sinyalnya", false],
  ["terima kasih, kapan petugas datang?", false],
  ["siap pak, kabelnya sudah saya belikan", false],
  ["sudah normal pak, terima kasih", false],
];

/** Thanks reopen nothing; anything more does. */
export const THANKS_ROWS: Row[] = THANKS.map(([body, thanks]) =>
  reply(`"${body}" is ${thanks ? "thanks" : "more than thanks"}`, body, { thanks }),
);
