import { aMail, aMultipart, file, plain, row } from "./builder.ts";
import { anOutlookForm } from "./outlook-form.ts";
import type { MailOptions, Row, Verdict } from "./builder.ts";

const asked = { class: "complaint", answered: true } as const;

function writtenBy(
  name: string,
  options: MailOptions & { from: string | null },
  want: Partial<Verdict>,
): Row {
  return row(name, aMail(options), { ...asked, ...want });
}

/** Who wrote and who is answered (DESIGN 13). */
export const WRITERS: Row[] = [
  writtenBy(
    "a Reply-To without an address",
    { from: "Disdag <disdag@kuduskab.example>", headers: ['Reply-To: "Sekretariat"'] },
    { from: "disdag@kuduskab.example", replyTo: "disdag@kuduskab.example" },
  ),
  writtenBy(
    "a usable Reply-To beside a no-reply sender",
    {
      from: "Aplikasi <no-reply@surat.example>",
      headers: ["Reply-To: Kec Bae <kec.bae@kuduskab.example>"],
    },
    { from: "no-reply@surat.example", replyTo: "kec.bae@kuduskab.example" },
  ),
  writtenBy(
    "a Reply-To that is ours",
    { from: "kec.bae@kuduskab.example", headers: ["Reply-To: helpdesk@kominfo.kuduskab.example"] },
    { replyTo: "kec.bae@kuduskab.example" },
  ),
  writtenBy(
    "a group with its sender",
    {
      from: "Desa Lau: kades.lau@desa.example, sekdes.lau@desa.example;",
      headers: ["Sender: sekdes.lau@desa.example"],
    },
    { from: "sekdes.lau@desa.example" },
  ),
  writtenBy(
    "two writers",
    { from: "kades.lau@desa.example, sekdes.lau@desa.example" },
    { from: "kades.lau@desa.example" },
  ),
  writtenBy(
    "an empty group",
    { from: "Robot Pemantau:;" },
    { from: null, answered: false, problems: /Alamat pengirim tidak terbaca/ },
  ),
  writtenBy(
    "no From but a Sender",
    {
      from: null,
      headers: ["Sender: pemdes.piji@desa.example", "Return-Path: <pemdes.piji@desa.example>"],
    },
    { from: "pemdes.piji@desa.example", replyTo: "pemdes.piji@desa.example" },
  ),
  writtenBy(
    "no From, only a return path",
    { from: null, headers: ["Return-Path: <pemdes.piji@desa.example>"] },
    { from: null, answered: false, problems: /dihubungi lewat telepon/ },
  ),
  writtenBy("nobody at all", { from: null }, { from: null, answered: false }),
  writtenBy(
    "an address hidden in the name",
    { from: '"kabid@kuduskab.example" <orang@asing.example>' },
    { from: "orang@asing.example" },
  ),
  writtenBy(
    "our address in Cc in other letters",
    {
      from: "kec.bae@kuduskab.example",
      headers: ["Cc: Helpdesk <HELPDESK@Kominfo.Kuduskab.Example>"],
    },
    { replyTo: "kec.bae@kuduskab.example" },
  ),
  writtenBy(
    "capitals in the address",
    { from: "Kec Bae <KEC.BAE@KudusKab.Example>" },
    { from: "kec.bae@kuduskab.example" },
  ),
];

function attached(name: string, header: string, wanted: string, more: Partial<Verdict> = {}): Row {
  const raw = aMultipart("mixed", [
    plain("Terlampir."),
    {
      type: "application/octet-stream",
      headers: [header, "Content-Transfer-Encoding: base64"],
      body: "QUJD",
    },
  ]);
  return row(name, raw, { ...asked, attachments: [wanted], ...more });
}

const PIECES = Array.from({ length: 8_192 }, (_value, index) => `filename*${index}*=a`).join(
  ";\r\n ",
);

/** What *Lampiran* calls the files. */
export const ATTACHMENTS: Row[] = [
  attached(
    "a name in pieces, some encoded (B116)",
    `Content-Disposition: attachment; filename*0*=UTF-8''Foto%20; filename*1*=tiang%20Dawe; filename*2=" roboh.pdf"`,
    "Foto tiang Dawe roboh.pdf",
  ),
  attached(
    "a name without its charset (B116)",
    `Content-Disposition: attachment; filename*0*=''foto%20; filename*1=kabel.jpg`,
    "foto kabel.jpg",
  ),
  attached(
    "a name in an encoded word (B116)",
    `Content-Disposition: attachment; filename="=?UTF-8?Q?kabel_=E2=80=93_2.jpg?="`,
    "kabel – 2.jpg",
  ),
  attached(
    "a name that hides its ending (B118)",
    `Content-Disposition: attachment; filename*=UTF-8''surat%E2%80%AEfdp.exe`,
    "suratfdp.exe",
  ),
  attached(
    "a name that is a path (B118)",
    `Content-Disposition: attachment; filename="../../etc/cron.d/x"`,
    "x",
  ),
  attached(
    "a Windows path",
    `Content-Disposition: attachment; filename="C:\\\\data\\\\laporan.docx"`,
    "laporan.docx",
  ),
  attached(
    "line breaks in a name (B118)",
    `Content-Disposition: attachment; filename*=UTF-8''a%0D%0Ab.txt`,
    "a b.txt",
  ),
  attached(
    "a long name keeps its ending (B118)",
    `Content-Disposition: attachment; filename="${"n".repeat(300)}.pdf"`,
    `${"n".repeat(115)}….pdf`,
  ),
  attached("no name", "Content-Disposition: attachment", "lampiran-1"),
  attached(
    "a name in 8,192 pieces (B116)",
    `Content-Disposition: attachment; ${PIECES}`,
    `${"a".repeat(119)}…`,
    { problems: /Nama lampiran terlalu panjang/ },
  ),
  row(
    "an inline picture",
    aMultipart("related", [
      { type: "text/html", body: '<p>Foto</p><img src="cid:c1">' },
      {
        type: "image/png",
        headers: [
          "Content-ID: <c1>",
          "Content-Transfer-Encoding: base64",
          "Content-Disposition: inline; filename=foto.png",
        ],
        body: "iVBORw0KGgo=",
      },
    ]),
    { ...asked, attachments: ["foto.png"] },
  ),
  row(
    "the text and the files of an Outlook form (B085)",
    aMultipart("mixed", [
      plain(" "),
      file(
        "application/ms-tnef",
        "winmail.dat",
        anOutlookForm({
          body: "SIMDA tidak bisa dibuka.",
          files: ["C:\\foto\\layar.jpg", "log.txt"],
        }),
      ),
    ]),
    {
      ...asked,
      text: "SIMDA tidak bisa dibuka.",
      attachments: ["layar.jpg (di dalam winmail.dat)", "log.txt (di dalam winmail.dat)"],
    },
  ),
  row(
    "an Outlook form that breaks off (B085)",
    aMultipart(
      "mixed",
      [
        plain(" "),
        file(
          "application/ms-tnef",
          "winmail.dat",
          anOutlookForm({ body: "", files: ["layar.jpg"] }).subarray(0, 70),
        ),
      ],
      { subject: "gangguan simda" },
    ),
    { ...asked, holds: ["gangguan simda", "winmail.dat"], problems: /winmail\.dat/ },
  ),
  row(
    "a letter as PDF",
    aMultipart("mixed", [
      plain("Surat terlampir."),
      file("application/pdf", "surat dinas.pdf", "%PDF-1.4"),
    ]),
    { ...asked, attachments: ["surat dinas.pdf"] },
  ),
];
