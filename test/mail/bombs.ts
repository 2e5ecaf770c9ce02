import { HELPDESK } from "./builder.ts";

/** Mails built to stop whoever reads them (B055); each says *internet mati* where it has a text. */
export interface Bomb {
  name: string;
  sender: string;
  raw: Buffer;
  /** Its text lies within the bounds. */
  isRead: boolean;
  /** What staff are told of the bound that was met; "" for none. */
  bound: string;
}

export const TEXT = "internet mati di kantor kami";
const HEAD = [`To: ${HELPDESK}`, "MIME-Version: 1.0"];
export const PLAIN = "Content-Type: text/plain; charset=utf-8";

export function bombOf(sender: string, headers: readonly string[], body: string): Buffer {
  const from = `From: umum@${sender}.example`;
  const all = [from, `Subject: laporan ${sender}`, ...HEAD, ...headers];
  return Buffer.from(`${all.join("\r\n")}\r\n\r\n${body}`, "latin1");
}

function nested(depth: number): string {
  const levels = Array.from({ length: depth }, (_, nth) => depth - nth);
  const inner = `${PLAIN}\r\n\r\n${TEXT}\r\n`;
  const built = levels.reduce((body, level) => {
    const type = level === 1 ? "" : `Content-Type: multipart/mixed; boundary="b${level}"\r\n\r\n`;
    return `${type}--b${level}\r\n${body}\r\n--b${level}--\r\n`;
  }, inner);
  return built;
}

export function parts(first: string, others: readonly string[]): string {
  const all = [`${PLAIN}\r\n\r\n${first}`, ...others];
  return `${all.map((part) => `--b\r\n${part}\r\n`).join("")}--b--\r\n`;
}

export const MIXED = 'Content-Type: multipart/mixed; boundary="b"';

export function recipients(count: number): string {
  return `To: ${Array.from({ length: count }, (_, nth) => `warga${nth}@surel.example`).join(", ")}`;
}

const BLANK = "\r\n".repeat(50_000);

const ONE_LINE = [
  'Content-Type: image/png; name="foto.png"',
  "Content-Transfer-Encoding: base64",
  "",
  "A".repeat(10_000_000),
].join("\r\n");

const MANY = "terlalu banyak bagian atau bersarang terlalu dalam";

export const BOMBS: readonly Bomb[] = [
  {
    ...bomb("1,000 nested multiparts", "bersarang"),
    raw: bombOf("bersarang", ['Content-Type: multipart/mixed; boundary="b1"'], nested(1_000)),
    isRead: false,
    bound: MANY,
  },
  {
    ...bomb("20,000 empty parts", "bagian"),
    raw: bombOf("bagian", [MIXED], parts(TEXT, Array<string>(20_000).fill(""))),
    bound: MANY,
  },
  {
    ...bomb("50,000 blank lines before its head", "kosong"),
    raw: Buffer.concat([Buffer.from(BLANK), bombOf("kosong", [PLAIN], TEXT)]),
  },
  {
    ...bomb("50,000 blank lines before its text", "hampa"),
    raw: bombOf("hampa", [PLAIN], `${BLANK}${TEXT}`),
  },
  {
    ...bomb("5,000 recipients", "banyak"),
    raw: bombOf("banyak", [recipients(5_000), PLAIN], TEXT),
    bound: "lebih dari 100",
  },
  {
    ...bomb("200 KB of semicolons for copies", "titikkoma"),
    raw: bombOf("titikkoma", [`Cc: ${";".repeat(200_000)}`, PLAIN], TEXT),
  },
  {
    ...bomb("a head line of 1 MB before its sender", "panjang"),
    raw: Buffer.concat([
      Buffer.from(`X-Panjang: ${"a".repeat(1_000_000)}\r\n`),
      bombOf("panjang", [PLAIN], TEXT),
    ]),
  },
  {
    ...bomb("10,000 head fields", "kepala"),
    raw: bombOf(
      "kepala",
      [...Array.from({ length: 10_000 }, (_, nth) => `X-Kepala-${nth}: ${nth}`), PLAIN],
      TEXT,
    ),
  },
  {
    ...bomb("10 MB of base64 in one line", "selarik"),
    raw: bombOf("selarik", [MIXED], parts(TEXT, [ONE_LINE])),
  },
];

function bomb(name: string, sender: string) {
  return { name, sender: `umum@${sender}.example`, isRead: true, bound: "" };
}
