/** Longest text looked at; the rest of a reply is quotation in practice. */
const MAX_TEXT = 20_000;

/** What somebody wrote himself, apart from what he quotes. */
export interface Written {
  /** Without quotation, signature and disclaimer; `""` for a text that only quotes. */
  newWords: string;
  /** The same, but never `""`: of a text that holds nothing else it is the text itself. */
  reply: string;
  /** With the signature, which names the writer's office and telephone; never `""` either. */
  unquoted: string;
}

/**
 * The words of a reply without the quoted letter, the signature and the disclaimer under it. When
 * unsure it keeps more; a signature alone is kept too: it says who wrote.
 */
export function written(text: string): Written {
  const lines = unquotedLines(text);
  const footer = footerStart(lines);
  const newWords = textOf(lines.slice(0, Math.min(signatureMark(lines), footer))) || textOf(lines);
  const whole = text.slice(0, MAX_TEXT).trim();
  return {
    newWords,
    reply: newWords || whole,
    unquoted: textOf(lines.slice(0, footer)) || whole,
  };
}

function unquotedLines(text: string): string[] {
  const lines = text.slice(0, MAX_TEXT).split("\n");
  return withoutQuotedLines(lines.slice(0, quoteStart(lines))).filter((line) => line !== ABOVE);
}

/** Stands for the line above a quotation that does not end the letter. */
const ABOVE = "\u0000";

function textOf(lines: string[]): string {
  return lines.join("\n").trim();
}

/** Where the quoted letter begins, else the number of lines. */
function quoteStart(lines: string[]): number {
  for (const [index] of lines.entries()) {
    if (isDivider(lines, index) || isHeaderBlock(lines, index)) return index;
    const length = attribution(lines, index);
    if (length === 0) continue;
    if (!isMarked(lines, index + length)) return index;
    // Every line of the quotation is marked, so that an answer may stand below it or between.
    lines.fill(ABOVE, index, index + length);
  }
  return lines.length;
}

function isMarked(lines: readonly string[], from: number): boolean {
  return /^\s*>/.test(lines.slice(from, from + 3).find((line) => line.trim() !== "") ?? "");
}

function isDivider(lines: readonly string[], index: number): boolean {
  const line = lines[index]?.trim() ?? "";
  if (line.length >= 120) return false;
  if (/^[-_*]{20,}$/.test(line)) {
    const next = lines.slice(index + 1, index + 4).findIndex((each) => each.trim() !== "");
    return line.startsWith("_") || (next !== -1 && isHeaderBlock(lines, index + 1 + next));
  }
  return DIVIDER.test(line);
}

const DIVIDER =
  /^(?:-{2,}\s*(?:original message|pesan asli|pesan sebelumnya|balasan terusan|forwarded message|pesan (?:yang )?diteruskan)\s*-{2,}|-{4,}\s*(?:pada|on)\b.*|begin forwarded message:|mulai pesan yang diteruskan:|-{3,}\s*below this line is a copy.*)$/i;

/** Lines that "Pada Sel, 24 Nov 2026 pukul 11.02 Admin menulis:" takes, up to three; 0: it is none. */
function attribution(lines: readonly string[], index: number): number {
  const line = lines[index]?.trim() ?? "";
  if (!/^(?:pada|on|le|am|tanggal|di|at)\b.*\d/i.test(line) || line.length > 400) {
    const named = /^\S.{0,120}<[^<>\s]+@[^<>\s]+>\s*(?:menulis|wrote)\s*:$/i;
    return Number(named.test(line));
  }
  for (const length of [1, 2, 3]) {
    const joined = lines
      .slice(index, index + length)
      .join(" ")
      .slice(0, 600);
    const said = /(?:menulis|wrote|tulis|menyatakan)\s*:/i.exec(joined);
    if (!said) continue;
    // A sentence of the reporter may begin the same way: only dates lead an attribution.
    const before = joined.slice(0, said.index);
    return /\d{1,2}[./: ]\d{2}|\b(?:19|20)\d\d\b/.test(before) ? length : 0;
  }
  return 0;
}

/** Outlook's "Dari: … Dikirim: … Kepada: …", Hotmail's "Date: … Subject: … From: …". */
function isHeaderBlock(lines: readonly string[], index: number): boolean {
  if (!LABEL.test(lines[index]?.trim().slice(0, 40) ?? "")) return false;
  const labels = lines
    .slice(index, index + 6)
    .map((line) => LABEL.exec(line.trim().slice(0, 40))?.[1]?.toLowerCase() ?? "");
  const end = labels.indexOf("");
  const block = labels.slice(0, end === -1 ? labels.length : end);
  const has = (wanted: RegExp) => block.some((label) => wanted.test(label));
  return (
    has(/^(?:dari|from)$/) && has(/kirim|sent|date|tanggal/) && has(/^(?:ke|untuk|to|su|perihal)/)
  );
}

const LABEL =
  /^\*?(dari|from|dikirim|terkirim|sent|date|tanggal|kepada|ke|untuk|to|cc|tembusan|subject|subjek|perihal)\s*:\*?/i;

function withoutQuotedLines(lines: string[]): string[] {
  return lines.filter((line) => !/^\s*>/.test(line));
}

function signatureMark(lines: string[]): number {
  const found = lines.findIndex((line) => /^-- ?$/.test(line));
  return found === -1 ? lines.length : found;
}

/** Where "sent from my phone" or a disclaimer begins, else the number of lines. */
function footerStart(lines: string[]): number {
  const found = lines.findIndex((line) => line.length < 300 && FOOTER.test(line.trim()));
  return found === -1 ? lines.length : found;
}

const FOOTER =
  /^(?:(?:dikirim|terkirim)\s+(?:dari|melalui|menggunakan|lewat)\s+.{2,60}|sent\s+(?:from|via)\s+.{2,60}|get outlook for .*|dapatkan outlook untuk .*|diperoleh dari .{0,40}yahoo.*|yahoo mail: .*|(?:pernyataan\s+)?(?:disclaimer|penafian|pernyataan penyangkalan)\b.*|(?:email|e-mail|surel|pesan|surat elektronik) ini (?:beserta|dan (?:setiap )?lampiran|bersifat rahasia|hanya ditujukan|mungkin berisi).*|this (?:e-?mail|message) (?:and any|is confidential|is intended|may contain).*)$/i;
