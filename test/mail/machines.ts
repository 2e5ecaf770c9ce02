import { aMail, aMultipart, HELPDESK, plain, row } from "./builder.ts";
import type { MailOptions, Row, Verdict } from "./builder.ts";

const OURS = "In-Reply-To: <5f2c@kominfo.kuduskab.example>";

function automatic(name: string, options: MailOptions, want: Partial<Verdict> = {}): Row {
  return row(name, aMail(options), { class: "automatic", answered: false, ...want });
}

function bulk(name: string, headers: string[], options: MailOptions = {}): Row {
  return row(name, aMail({ ...options, headers }), { class: "bulk", answered: false });
}

function receipt(name: string, type: string, body: string, subject: string): Row {
  const parts = [plain("Pesan Anda telah dibaca."), { type, body }];
  const raw = aMultipart(`report; report-type=${type.split("/")[1] ?? ""}`, parts, {
    subject,
    headers: [OURS],
  });
  return row(name, raw, { class: "automatic", answered: false, attachments: [] });
}

const QUOTED = "\n\n> [JKD-2026-0042] Aduan diterima\n> Aduan Bapak/Ibu telah kami terima";

/** Machines: logged in *Surat Lain*, never answered, so that nothing goes round. */
export const AUTOMATIC: Row[] = [
  automatic("auto-replied", { headers: ["Auto-Submitted: auto-replied"] }),
  automatic("auto-generated", { headers: ["Auto-Submitted: auto-generated"] }),
  automatic("auto-notified with a parameter", {
    headers: ["Auto-Submitted: auto-notified; owner-email=a@b.example"],
  }),
  automatic("an unknown value that is not no", { headers: ["Auto-Submitted: yes"] }),
  automatic("X-Autoreply", { headers: ["X-Autoreply: yes"] }),
  automatic("X-Autorespond", { headers: ["X-Autorespond: Cuti"] }),
  automatic("Precedence: auto_reply", { headers: ["Precedence: auto_reply"] }),
  automatic("an Exchange inbox rule", {
    headers: ["X-MS-Exchange-Inbox-Rules-Loop: kec@kuduskab.example"],
  }),
  automatic("out of office in English, answering us", {
    subject: "Automatic reply: [JKD-2026-0042] Aduan diterima",
    body: "I am out of the office until Monday.",
  }),
  automatic("out of office in Indonesian, answering us", {
    subject: "Balasan otomatis: [JKD-2026-0042] Aduan diterima",
    body: "Saya sedang cuti sampai 30 November.",
  }),
  automatic("out of office by its words, answering us", {
    subject: "Re: [JKD-2026-0042] Aduan diterima",
    headers: [OURS],
    body: "Mohon maaf, saat ini saya sedang dinas luar dan akan kembali bekerja hari Senin.",
  }),
  automatic("sedang cuti as a subject, answering us", {
    subject: "Sedang cuti",
    headers: [OURS],
    body: "Hubungi rekan saya.",
  }),
  automatic("an automatic subject with an empty return path", {
    subject: "Out of Office",
    headers: ["Return-Path: <>"],
    body: "Back on Monday",
  }),
  automatic("only the title says that a machine answers", {
    subject: "Balasan otomatis: di luar kantor",
    body: "Saya sedang cuti sampai 30 November.",
  }),
  automatic("the title in German, as Outlook writes it", {
    subject: "Automatische Antwort: WiFi",
    body: "This is an automatic reply.",
  }),
  automatic("a notice of the provider from our own address", {
    from: `Penyedia <${HELPDESK}>`,
    subject: "Kuota surat",
  }),
  automatic("our address in other letters", { from: "HELPDESK@Kominfo.Kuduskab.Example" }),
  automatic("a copy of our own acknowledgement", {
    from: `Helpdesk TIK <${HELPDESK}>`,
    subject: "[JKD-2026-0042] Aduan diterima",
    headers: ["Auto-Submitted: auto-replied", "X-Aduan-Surat: k1"],
  }),
  automatic("another desk confirms our letter", {
    from: "layanan+7@isp.example",
    subject: "[Tiket#8807] Permintaan Anda kami terima",
    body: `Tiket Anda telah kami terima.${QUOTED}`,
  }),
  automatic("another desk, in English", {
    from: "support@isp.example",
    subject: "Ticket #99120: Re: [JKD-2026-0042] Aduan diterima",
    body: "Your request has been received.",
  }),
  automatic("a mail that only quotes our letter", {
    from: "x@isp.example",
    subject: "Re: Aduan",
    body: QUOTED.trim(),
  }),
  receipt(
    "a read receipt",
    "message/disposition-notification",
    "Final-Recipient: rfc822;kec@kuduskab.example\nOriginal-Message-ID: <5f2c@kominfo.kuduskab.example>\nDisposition: manual-action/MDN-sent-manually; displayed",
    "Dibaca: [JKD-2026-0042] Aduan selesai",
  ),
  receipt(
    "deleted without being read",
    "message/disposition-notification",
    "Final-Recipient: rfc822;kec@kuduskab.example\nDisposition: automatic-action/MDN-sent-automatically; deleted",
    "Tidak dibaca: [JKD-2026-0042]",
  ),
  receipt(
    "a feedback report (B019)",
    "message/feedback-report",
    "Feedback-Type: abuse\nVersion: 1",
    "Laporan",
  ),
];

/** Mass mail: a line in *Surat Lain*, unless a directory address sent it. */
export const BULK: Row[] = [
  bulk(
    "an advertisement full of our words",
    ["List-Unsubscribe: <https://jual.example/u>", "Precedence: bulk"],
    {
      from: "promo@jual.example",
      subject: "Internet lambat dan putus?",
      body: "Beralih sekarang, diskon 40%.",
    },
  ),
  bulk("Precedence: list", ["Precedence: list"]),
  bulk("Precedence: junk", ["Precedence: junk"]),
  bulk("a mailing list", ["List-Id: Forum TIK <tik.milis.example>"]),
  bulk("only an unsubscribe link", ["List-Unsubscribe: <mailto:keluar@jual.example>"]),
  bulk("spam by a flag", ["X-Spam-Flag: YES"]),
  bulk("spam by a status", ["X-Spam-Status: Yes, score=9.1 required=5.0"]),
  bulk("spam by Exchange's level", ["X-MS-Exchange-Organization-SCL: 9"]),
  bulk("spam by Microsoft's verdict", ["X-Forefront-Antispam-Report: CIP:1.2.3.4;SFV:SPM;SCL:5"]),
];

const INVITE =
  "BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nDTSTART:20261208T020000Z\nSUMMARY:Koordinasi jaringan\nLOCATION:Ruang rapat\nEND:VEVENT\nEND:VCALENDAR";

function calendar(method: string): string {
  return aMail({
    subject: "Undangan: Koordinasi jaringan",
    headers: ["MIME-Version: 1.0", `Content-Type: text/calendar; method=${method}; charset=utf-8`],
    body: INVITE.replace("REQUEST", method),
  });
}

const OFFICIAL: [subject: string, body: string][] = [
  ["Undangan Rapat Koordinasi", "Mengharap kehadiran Saudara, Selasa pukul 09.00, Ruang Bappeda."],
  ["Surat Edaran Cuti Bersama", "Terlampir kami sampaikan surat edaran."],
  ["Permohonan data SPBE 2026", "Mohon mengisi daftar terlampir sebelum tanggal 30."],
  ["surat dari Bagian Organisasi", "Nomor : 005/12\nSifat : Biasa\nHal : Undangan\n\nMohon hadir."],
];

const REPORTING: [subject: string, body: string][] = [
  ["Undangan Rapat", "Mohon disiapkan jaringan internet untuk rapat hari Rabu."],
  ["Surat pengantar", "Hal : Laporan\n\nBersama ini kami sampaikan internet kantor mati."],
  ["Balasan otomatis tidak jalan", "Balasan otomatis email dinas tidak bisa diatur."],
  ["Permohonan titik WiFi", "Mohon pemasangan titik WiFi di aula."],
];

/** What is neither a complaint nor a machine's answer, and what holds nothing. */
export const OTHER: Row[] = [
  row("an invitation and nothing else (B076)", calendar("REQUEST"), {
    class: "other",
    answered: false,
    text: "Undangan: Koordinasi jaringan, 8 Desember 2026 pukul 09.00 WIB, Ruang rapat",
    lacks: ["VCALENDAR", "VEVENT"],
  }),
  row("an accepted invitation (B076)", calendar("REPLY"), {
    class: "automatic",
    answered: false,
    lacks: ["VCALENDAR"],
  }),
  row("a cancelled invitation", calendar("CANCEL"), { class: "automatic", answered: false }),
  row("a counter proposal", calendar("COUNTER"), { class: "automatic", answered: false }),
  row(
    "an invitation with a text beside it",
    aMultipart("alternative", [
      plain("Mohon hadir."),
      { type: "text/calendar; method=REQUEST", body: INVITE },
    ]),
    { class: "other", answered: false, text: "Mohon hadir." },
  ),
  row(
    "a complaint with a calendar file attached",
    aMultipart("mixed", [
      plain("WiFi aula mati, padahal ada acara (terlampir)."),
      {
        type: "text/calendar",
        headers: ['Content-Disposition: attachment; filename="acara.ics"'],
        body: INVITE.replace("METHOD:REQUEST\n", ""),
      },
    ]),
    { class: "complaint", answered: true, attachments: ["acara.ics"] },
  ),
  ...OFFICIAL.map(([subject, body]) =>
    row(`an official letter: ${subject}`, aMail({ subject, body }), {
      class: "other",
      answered: false,
    }),
  ),
  ...REPORTING.map(([subject, body]) =>
    row(`a report in a letter's clothes: ${subject}`, aMail({ subject, body }), {
      class: "complaint",
      answered: true,
    }),
  ),
  row("nothing at all", aMail({ subject: "", body: "" }), { class: "empty", answered: false }),
  row("only blanks", aMail({ subject: "  ", body: " \n\n  \u200B" }), {
    class: "empty",
    answered: false,
  }),
  {
    ...row(
      "an answer written by hand",
      aMail({ from: HELPDESK, subject: "Re: [JKD-2026-0042]", body: "Petugas berangkat." }),
      { class: "reply", answered: false },
    ),
    sent: true,
  },
  {
    ...row("our own letter in Sent", aMail({ from: HELPDESK, headers: ["X-Aduan-Surat: k9"] }), {
      class: "automatic",
      answered: false,
    }),
    sent: true,
  },
];
