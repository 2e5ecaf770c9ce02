import { aMail, aMultipart, asBase64, file, plain, row } from "./builder.ts";
import type { Row, Verdict } from "./builder.ts";

const asked = { class: "complaint", answered: true } as const;

function html(name: string, body: string, want: Partial<Verdict>): Row {
  const raw = aMail({ headers: ["Content-Type: text/html; charset=utf-8"], body });
  return row(name, raw, { ...asked, ...want });
}

/** How mails are built, well and badly. */
export const STRUCTURES: Row[] = [
  html("HTML only", "<p>Internet <b>loket</b> mati</p><p>Mohon dicek</p>", {
    text: "Internet loket mati\n\nMohon dicek",
  }),
  html(
    "HTML with style and script",
    "<style>p{color:red}</style><script>x()</script><p>Router hang</p>",
    { text: "Router hang" },
  ),
  html(
    "HTML nested too deep (B101)",
    `${"<div>".repeat(4_000)}<p>Switch gudang mati</p>${"</div>".repeat(4_000)}`,
    { holds: ["Switch gudang mati"], problems: /Tata letak/ },
  ),
  html("HTML that is too long", `<p>Server arsip mati</p>${"<p>isi</p>".repeat(40_000)}`, {
    holds: ["Server arsip mati"],
    problems: /dipotong|Tata letak/,
  }),
  row(
    "text and HTML side by side are told once",
    aMultipart("alternative", [
      plain("Modem mati"),
      { type: "text/html", body: "<p>Modem mati</p>" },
    ]),
    { ...asked, text: "Modem mati", attachments: [] },
  ),
  row(
    "a signed mail (B112)",
    aMultipart('signed; protocol="application/pkcs7-signature"', [
      plain("VPN tidak tersambung."),
      file("application/pkcs7-signature", "smime.p7s", "sig"),
    ]),
    {
      ...asked,
      text: "VPN tidak tersambung.",
      attachments: [],
    },
  ),
  row(
    "a mail signed with PGP (B112)",
    aMultipart('signed; protocol="application/pgp-signature"', [
      plain("Domain mati."),
      file("application/pgp-signature", "signature.asc", "sig"),
    ]),
    {
      ...asked,
      text: "Domain mati.",
      attachments: [],
    },
  ),
  row(
    "a mail signed as a whole (B112)",
    aMail({
      subject: "VPN putus",
      headers: [
        'Content-Type: application/pkcs7-mime; smime-type=signed-data; name="smime.p7m"',
        "Content-Transfer-Encoding: base64",
      ],
      body: asBase64("isi"),
    }),
    {
      ...asked,
      holds: ["VPN putus", "smime.p7m"],
      problems: /smime\.p7m/,
      attachments: ["smime.p7m"],
    },
  ),
  row(
    "an encrypted mail",
    aMultipart(
      'encrypted; protocol="application/pgp-encrypted"',
      [
        { type: "application/pgp-encrypted", body: "Version: 1" },
        {
          type: "application/octet-stream; name=encrypted.asc",
          body: "-----BEGIN PGP MESSAGE-----",
        },
      ],
      { subject: "Laporan" },
    ),
    { ...asked, holds: ["Laporan", "tersandi"], problems: /dibuka dari kotak surat/ },
  ),
  row(
    "Outlook's rich text (B085)",
    aMultipart("mixed", [plain(" "), file("application/ms-tnef", "winmail.dat", "xx")], {
      subject: "gangguan simda",
    }),
    {
      ...asked,
      holds: ["gangguan simda", "winmail.dat"],
      attachments: ["winmail.dat"],
      problems: /winmail\.dat/,
    },
  ),
  row(
    "a part with an empty Content-Type",
    aMultipart("mixed", [plain("Antena miring."), { type: "", body: "\u0001" }]),
    { ...asked, text: "Antena miring.", attachments: ["lampiran-1"] },
  ),
  row("no end boundary", aMultipart("mixed", [plain("Kabel putus")]).replace("--b0--\r\n", ""), {
    ...asked,
    holds: ["Kabel putus"],
  }),
  row(
    "a boundary that never comes",
    aMail({
      headers: ['Content-Type: multipart/mixed; boundary="lain"'],
      body: "Suhu ruang server 40 derajat – panas",
    }),
    { ...asked, text: "Suhu ruang server 40 derajat – panas" },
  ),
  row("bare line feeds", aMail({ body: "Radio mati" }).replaceAll("\r\n", "\n"), {
    ...asked,
    text: "Radio mati",
  }),
  row(
    "no boundary named",
    aMail({ headers: ["Content-Type: multipart/mixed"], body: "Antena miring" }),
    { ...asked, text: "Antena miring" },
  ),
  row(
    "more parts than anyone reads",
    aMultipart(
      "mixed",
      Array.from({ length: 1_200 }, () => plain("x")),
      { subject: "Banyak bagian" },
    ),
    {
      ...asked,
      subject: "Banyak bagian",
      from: "pemdes.colo@desa.example",
      holds: ["x"],
      problems: /terlalu banyak bagian .*lihat di kotak surat, folder INBOX, UID 41/,
    },
  ),
  row("headers of two megabytes", aMail({ headers: [`X-Panjang: ${"a".repeat(2_000_000)}`] }), {
    ...asked,
    from: "pemdes.colo@desa.example",
    problems: /tidak dapat dibaca/,
  }),
  row("a very long text is cut with a note", aMail({ body: "baris panjang\n".repeat(10_000) }), {
    ...asked,
    problems: /dipotong/,
  }),
  row(
    "two megabytes of flowed text (B101)",
    aMail({
      headers: ["Content-Type: text/plain; charset=utf-8; format=flowed"],
      body: "abc \n".repeat(400_000),
    }),
    { ...asked, problems: /dipotong/ },
  ),
  {
    ...row(
      "only the beginning was fetched",
      aMultipart("mixed", [
        plain("CCTV mati"),
        file("video/mp4", "rekaman.mp4", "v".repeat(5_000)),
      ]).slice(0, 1_200),
      { ...asked, text: "CCTV mati", attachments: ["rekaman.mp4"], problems: /terlalu besar/ },
    ),
    truncated: true,
  },
  row(
    "binary waste",
    Buffer.from(Array.from({ length: 4_000 }, (_value, index) => (index * 73) % 256)),
    { class: "complaint", answered: false, from: null },
  ),
  row("no bytes at all", "", { class: "empty", answered: false, from: null }),
  row(
    "a Date far in the future",
    aMail({ headers: [] }).replace("24 Nov 2026", "24 Nov 2096"),
    asked,
  ),
  row("a Date of 181 characters", aMail().replace(/Date: .*/, `Date: ${"x".repeat(181)}`), asked),
  row("no Message-ID and no Date", aMail().replaceAll(/(?:Date|Message-ID): .*\r\n/g, ""), asked),
  row(
    "a Message-ID without brackets",
    aMail().replace("<m1@desa.example>", "m1@desa.example"),
    asked,
  ),
];
