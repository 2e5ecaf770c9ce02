import { aMail, row } from "./builder.ts";
import type { Row } from "./builder.ts";

const asked = { class: "complaint", answered: true } as const;

/** Mails such as the office gets them, of each kind that it names, in our own words. */
export const SAMPLES: Row[] = [
  row(
    "a village, short as a text message",
    aMail({
      from: "pemdes piji <pemdespiji@surel.example>",
      subject: "",
      body: "inet balai desa Piji pejah pak, nyuwun dibantu",
    }),
    { ...asked, from: "pemdespiji@surel.example" },
  ),
  row(
    "a health centre at length",
    aMail({
      from: "Puskesmas Gebog <pkm.gebog@kuduskab.example>",
      subject: "mohon petunjuk",
      body: "Assalamualaikum.\n\nSejak Jumat pendaftaran lemot, di ruang kepala malah lancar.\nTidak harus hari ini.\n\nUPTD Puskesmas Gebog",
    }),
    { ...asked, holds: ["UPTD Puskesmas Gebog"] },
  ),
  row(
    "an agency with three matters",
    aMail({
      from: "Umum <disdikpora@kuduskab.example>",
      subject: "Laporan dan permintaan",
      body: "1. SSID ruang rapat hilang.\n2. Situs error 502.\n3. Mohon bandwidth untuk ujian.",
    }),
    asked,
  ),
  row(
    "a fault that came back",
    aMail({
      from: "Kec Undaan <kec.undaan@kuduskab.example>",
      subject: "Re: [JKD-2026-0031] Aduan selesai ditangani",
      headers: ["In-Reply-To: <fin31@kominfo.kuduskab.example>"],
      body: "Siang ini kok lambat lagi nggih, mohon dicek.\n\nPada Sel, 24 Nov 2026 pukul 11.02 Admin Helpdesk TIK menulis:\n> Aduan selesai.",
    }),
    {
      class: "reply",
      answered: true,
      newText: "Siang ini kok lambat lagi nggih, mohon dicek.",
      thanks: false,
    },
  ),
  row(
    "a vendor's offer",
    aMail({
      from: "PT Jualan <promo@jualan.example>",
      subject: "PROMO: internet dedicated",
      headers: ["List-Unsubscribe: <https://jualan.example/u>", "Precedence: bulk"],
      body: "Internet sering putus? Hubungi kami.",
    }),
    { class: "bulk", answered: false },
  ),
  row(
    "a head who passes on a village's report",
    aMail({
      from: "Kabid <kabid.informatika@kuduskab.example>",
      subject: "Fwd: laporan desa",
      body: "Mohon ditindaklanjuti.\n\n---------- Pesan yang diteruskan ----------\nDari: Sekdes Berugenjang <sekdes.berugenjang@surel.example>\nTanggal: Sel, 24 Nov 2026 pukul 19.05\nSubjek: laporan desa\nKepada: kabid.informatika@kuduskab.example\n\nKabel optik putus tertabrak truk.",
    }),
    {
      ...asked,
      forwarded: { address: "sekdes.berugenjang@surel.example", attachedOriginal: false },
    },
  ),
  row(
    "a citizen and the public WiFi",
    aMail({
      from: "Warga <warga@surel.example>",
      subject: "wifi taman",
      body: "min wifi gratis kok gak konek",
    }),
    asked,
  ),
  row(
    "the hospital on a Saturday night",
    aMail({
      from: "IT <it.rsud@kuduskab.example>",
      subject: "SIMRS IGD down",
      body: "Server di data center tidak bisa di-ping.",
    }),
    asked,
  ),
  row(
    "the same office a second time",
    aMail({
      from: "Operator <operator.dawe@surel.example>",
      subject: "internet kec dawe trouble",
      body: "antrian ktp numpuk",
    }),
    asked,
  ),
  row(
    "an agency that sends a password",
    aMail({
      from: "Disdag <disdag@kuduskab.example>",
      subject: "router pasar",
      body: "user: admin password: Contoh123",
    }),
    asked,
  ),
  row(
    "a delivery report without its parts",
    aMail({
      from: "Mail Delivery Subsystem <mailer-daemon@kuduskab.example>",
      subject: "Undelivered Mail Returned to Sender",
      headers: [
        "Auto-Submitted: auto-replied",
        "Content-Type: multipart/report; report-type=delivery-status",
        "Return-Path: <>",
      ],
      body: "<pemdespiji@surel.example>: host said: 552 5.2.2 Mailbox full",
    }),
    { class: "bounce", answered: false },
  ),
];
