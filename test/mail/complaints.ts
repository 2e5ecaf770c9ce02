import { aMail, aMultipart, file, plain, row } from "./builder.ts";
import type { Row } from "./builder.ts";

const asked = { class: "complaint", answered: true } as const;

/** People who report something: every one is logged, and answered where an answer can go. */
export const COMPLAINTS: Row[] = [
  row("a sentence from a phone", aMail({ body: "wifi kantor desa mati pak, nuwun" }), {
    ...asked,
    from: "pemdes.colo@desa.example",
    text: "wifi kantor desa mati pak, nuwun",
  }),
  row("only a subject", aMail({ subject: "LOS merah di balai desa Piji", body: "" }), {
    ...asked,
    subject: "LOS merah di balai desa Piji",
    text: "",
  }),
  row("no subject at all", aMail({ subject: null, body: "jaringan kecamatan mati" }), {
    ...asked,
    subject: "",
    text: "jaringan kecamatan mati",
  }),
  row("a blank subject", aMail({ subject: "", body: "sinyal hilang" }), { ...asked, subject: "" }),
  row(
    "nothing but a photo",
    aMultipart("mixed", [file("image/jpeg", "ont.jpg", "\u00FF\u00D8")], { subject: "" }),
    { ...asked, attachments: ["ont.jpg"] },
  ),
  row("Javanese", aMail({ body: "Nyuwun tulung, internet balai desa pejah kawit wingi sonten." }), {
    ...asked,
    holds: ["pejah kawit wingi"],
  }),
  row(
    "capitals and exclamation marks",
    aMail({ subject: "URGENT!!! MATI TOTAL", body: "TOLONG!!!" }),
    asked,
  ),
  row("a question", aMail({ subject: "Mohon info", body: "Apakah hari ini ada gangguan?" }), asked),
  row(
    "a request for bandwidth",
    aMail({ subject: "Permohonan", body: "Mohon tambahan bandwidth." }),
    asked,
  ),
  row(
    "a citizen with free mail",
    aMail({ from: "Budi <budi.warga@surel.example>", body: "wifi taman tidak konek, min" }),
    { ...asked, from: "budi.warga@surel.example" },
  ),
  row(
    "an office on Exchange whose header suppresses automatic answers",
    aMail({
      headers: ["X-Auto-Response-Suppress: DR, RN, NRN, OOF, AutoReply", "X-MS-Has-Attach:"],
    }),
    asked,
  ),
  row("Auto-Submitted: no", aMail({ headers: ["Auto-Submitted: no"] }), asked),
  row(
    "spam header that says no",
    aMail({ headers: ["X-Spam-Flag: NO", "X-Spam-Status: No, score=0.1"] }),
    asked,
  ),
  row("high priority flags", aMail({ headers: ["X-Priority: 1", "Importance: high"] }), asked),
  row(
    "a return path that is filled",
    aMail({ headers: ["Return-Path: <pemdes.colo@desa.example>"] }),
    asked,
  ),
  row(
    "a forwarder that blanked the return path is logged but not answered",
    aMail({ headers: ["Return-Path: <>"], body: "Switch ruang arsip tidak menyala." }),
    { class: "complaint", answered: false },
  ),
  row(
    "an application that takes no answers",
    aMail({ from: "Monitoring <no-reply@pantau.example>", subject: "Perangkat DOWN" }),
    { class: "complaint", answered: false },
  ),
  row(
    "an answer subject without a number or a thread",
    aMail({ subject: "Re: internet", body: "Sampai sekarang belum menyala." }),
    asked,
  ),
  row(
    "a foreign ticket number",
    aMail({ subject: "[Tiket #0042] gangguan tautan", body: "Mohon dicek." }),
    asked,
  ),
  row(
    "a number without its prefix",
    aMail({ subject: "no. 2026-0042 bagaimana", body: "Mohon kabar." }),
    asked,
  ),
  row(
    "talks of mail that could not be delivered",
    aMail({ subject: "Email dinas gagal terkirim", body: "Setiap kirim surat selalu kembali." }),
    asked,
  ),
  row(
    "talks of leave and automatic answers",
    aMail({
      subject: "Aplikasi cuti error",
      body: "Balasan otomatis dari aplikasi cuti tidak keluar.",
    }),
    asked,
  ),
  row(
    "recycles a letter of ours under a new subject",
    aMail({
      subject: "WiFi aula tidak muncul",
      headers: ["In-Reply-To: <aa11@kominfo.kuduskab.example>"],
      body: "Sekarang WiFi aula yang hilang.\n\nPada Sen, 2 Nov 2026 pukul 09.40 Admin Helpdesk TIK menulis:\n> Aduan selesai.",
    }),
    { class: "reply", answered: true, newText: "Sekarang WiFi aula yang hilang." },
  ),
  row(
    "attaches a letter of ours as a file",
    aMultipart("mixed", [
      plain("Hari ini printer jaringan tidak terbaca, surat lama terlampir."),
      {
        type: "message/rfc822",
        headers: ['Content-Disposition: attachment; filename="surat lama.eml"'],
        body: "From: helpdesk@kominfo.kuduskab.example\nSubject: [JKD-2026-0017] Aduan selesai\nMessage-ID: <old@kominfo.kuduskab.example>\nIn-Reply-To: <x@y.example>\n\nAduan selesai ditangani.",
      },
    ]),
    {
      ...asked,
      text: "Hari ini printer jaringan tidak terbaca, surat lama terlampir.",
      attachments: ["surat lama.eml"],
      reported: [],
      forwarded: null,
    },
  ),
  row(
    "a new complaint keeps its signature, which names the office",
    aMail({ body: "Jaringan loket lambat.\n-- \nKecamatan Bae\nTelp. 0812-0000-0101" }),
    { ...asked, newText: "Jaringan loket lambat.\n--\nKecamatan Bae\nTelp. 0812-0000-0101" },
  ),
  row(
    "three problems in one mail",
    aMail({ body: "1. WiFi hilang\n2. Website error 502\n3. Mohon tambahan bandwidth" }),
    { ...asked, holds: ["1. WiFi", "3. Mohon"] },
  ),
  row(
    "a forward by a head with the quoted header in Indonesian",
    aMail({
      subject: "Fwd: tiang roboh",
      body: "Tolong dibantu.\n\n---------- Pesan yang diteruskan ----------\nDari: Sekdes Wates <sekdes.wates@surel.example>\nTanggal: Sen, 23 Nov 2026 pukul 20.10\nSubjek: tiang roboh\nKepada: kabid@kuduskab.example\n\nTiang di depan balai desa roboh.",
    }),
    {
      ...asked,
      holds: ["Tiang di depan balai desa roboh."],
      forwarded: { address: "sekdes.wates@surel.example", attachedOriginal: false },
    },
  ),
  row(
    "a forward from Outlook in English, without a line above the header",
    aMail({
      subject: "FW: internet down",
      body: "FYI\n\n________________________________\nFrom: Kades Lau <kades.lau@surel.example>\nSent: Monday, November 23, 2026 7:05 PM\nTo: Kabid\nSubject: internet down\n\nInternet balai desa mati.",
    }),
    { ...asked, forwarded: { address: "kades.lau@surel.example", attachedOriginal: false } },
  ),
  row(
    "a forward with the original attached",
    aMultipart(
      "mixed",
      [
        plain("Mohon ditindaklanjuti."),
        {
          type: "message/rfc822",
          body: "From: Puskesmas Dawe <pkm.dawe@kuduskab.example>\nSubject: antrean\n\nAntrean daring berhenti.",
        },
      ],
      { subject: "Fwd: antrean" },
    ),
    {
      ...asked,
      forwarded: { address: "pkm.dawe@kuduskab.example", attachedOriginal: true },
      attachments: ["lampiran-1.eml"],
    },
  ),
  row(
    "carries a password",
    aMail({ body: "user admin password: Rahasia77\nmohon diremote" }),
    asked,
  ),
];
