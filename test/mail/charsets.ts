import { aMail, asBase64, row } from "./builder.ts";
import type { Row } from "./builder.ts";

const asked = { class: "complaint", answered: true } as const;

/** A mail whose body is these very bytes, under this label. */
function labelled(name: string, label: string, bytes: string | Buffer, text: string): Row {
  const head = aMail({ headers: [`Content-Type: text/plain; charset=${label}`], body: "" });
  const body = typeof bytes === "string" ? Buffer.from(bytes, "latin1") : bytes;
  return row(name, Buffer.concat([Buffer.from(head), body]), { ...asked, text });
}

function subject(name: string, raw: string, text: string): Row {
  return row(name, Buffer.from(aMail({ subject: raw }), "latin1"), { ...asked, subject: text });
}

/** Every charset is read, or the nearest thing to it; none stops the mailbox. */
export const CHARSETS: Row[] = [
  subject(
    "an emoji cut in two by quoted words (B001)",
    "=?UTF-8?Q?Sinyal_=F0=9F=93?=\r\n =?UTF-8?Q?=A1_hilang?=",
    "Sinyal 📡 hilang",
  ),
  subject(
    "an emoji cut in two by base64 words (B001)",
    "=?utf-8?B?TWF0aSDwn5M=?=\r\n =?utf-8?B?oSB0b3RhbA==?=",
    "Mati 📡 total",
  ),
  subject("raw UTF-8 in a subject (B026)", "Kantor caf\u00C3\u00A9 mati", "Kantor café mati"),
  subject("raw windows-1252 in a subject (B026)", "Kantor caf\u00E9 mati", "Kantor café mati"),
  subject("an encoded word in windows-1252", "=?windows-1252?Q?Suhu_38=B0?=", "Suhu 38°"),
  subject("an encoded word in an unknown charset", "=?x-tidak-ada?Q?Suhu_38=B0?=", "Suhu 38°"),
  subject(
    "a line break smuggled into an encoded word",
    "=?utf-8?Q?Mati=0D=0ABcc:_x=40y.example?=",
    "Mati Bcc: x@y.example",
  ),
  subject("a NUL in an encoded word (B046)", "=?utf-8?Q?Putus=00_lagi?=", "Putus lagi"),
  subject("right-to-left override (B118)", "=?utf-8?B?U3VyYXQg4oCuYWJj?=", "Surat abc"),
  labelled(
    "UTF-7 under its old name (B056)",
    "unicode-1-1-utf-7",
    "Mati sejak +AGo-am 9",
    "Mati sejak jam 9",
  ),
  labelled(
    "broken UTF-7 stays readable (B056)",
    "utf-7",
    "tidak bisa &5g- masuk",
    "tidak bisa &5g- masuk",
  ),
  labelled("UTF-8 under an unknown label (B056)", "X-UNKNOWN", Buffer.from("putus ✓"), "putus ✓"),
  labelled("Latin-1 under an unknown label (B056)", "unknown-8bit", "caf\u00E9", "café"),
  labelled("a database's own name for windows-1252 (B056)", "WE8MSWIN1252", "40\u00B0", "40°"),
  labelled("windows-1252 labelled us-ascii", "us-ascii", "38 \u00B0", "38 °"),
  labelled("windows-1252 labelled UTF-8", "utf-8", "caf\u00E9 desa", "café desa"),
  labelled("UTF-8 labelled us-ascii", "us-ascii", Buffer.from("kabel – putus"), "kabel – putus"),
  labelled("windows-1252 rightly labelled", "windows-1252", "\u0093mati\u0094", "“mati”"),
  labelled("koi8-r", "koi8-r", "\u00F3\u00E5\u00F4\u00F8", "СЕТЬ"),
  labelled("gb18030", "gb18030", "\u00CD\u00F8\u00C2\u00E7", "网络"),
  labelled("iso-2022-jp", "iso-2022-jp", "\u001B$B@\\B3\u001B(B", "接続"),
  labelled("an empty label", '""', "jaringan mati", "jaringan mati"),
  row("no label at all, windows-1252", Buffer.from(aMail({ body: "suhu 38\u00B0" }), "latin1"), {
    ...asked,
    text: "suhu 38°",
  }),
  row(
    "a NUL and a vertical tab in the text (B046)",
    aMail({
      headers: [
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: quoted-printable",
      ],
      body: "Radio=00 putus=0B sejak hujan.",
    }),
    { ...asked, text: "Radio putus sejak hujan." },
  ),
  row(
    "base64 with foreign characters in it",
    aMail({
      headers: ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64"],
      body: `${asBase64("WiFi loket hilang")}!!`,
    }),
    { ...asked, text: "WiFi loket hilang" },
  ),
];
