/** Longest text looked at; the rest of a reply is quotation in practice. */
const MAX_TEXT = 20_000;

/**
 * The new words of a reply: without the quoted letter, the signature and the disclaimer under it.
 * When unsure it keeps more; of a text that holds nothing else it gives the text itself.
 */
export function replyText(text: string): string {
  return newWords(text) || text.slice(0, MAX_TEXT).trim();
}

/** The same, but `""` for a text that only quotes. A signature alone is kept: it says who wrote. */
export function newWords(text: string): string {
  const written = unquotedLines(text);
  return textOf(written.slice(0, signatureStart(written))) || textOf(written);
}

/** A text without what it quotes, signature and all: it names the writer's office and telephone. */
export function unquoted(text: string): string {
  const written = unquotedLines(text);
  return textOf(written.slice(0, footerStart(written))) || text.slice(0, MAX_TEXT).trim();
}

function unquotedLines(text: string): string[] {
  const lines = text.slice(0, MAX_TEXT).split("\n");
  return withoutQuotedLines(lines.slice(0, quoteStart(lines)));
}

function textOf(lines: string[]): string {
  return lines.join("\n").trim();
}

/** Where the quoted letter begins, else the number of lines. */
function quoteStart(lines: string[]): number {
  const found = lines.findIndex(
    (line, index) => isDivider(line) || isAttribution(lines, index) || isHeaderBlock(lines, index),
  );
  return found === -1 ? lines.length : found;
}

function isDivider(line: string): boolean {
  return line.length < 120 && DIVIDER.test(line.trim());
}

const DIVIDER =
  /^(?:-{2,}\s*(?:original message|pesan asli|pesan sebelumnya|balasan terusan|forwarded message|pesan (?:yang )?diteruskan)\s*-{2,}|_{20,}|-{4,}\s*(?:pada|on)\b.*|begin forwarded message:|mulai pesan yang diteruskan:|-{3,}\s*below this line is a copy.*)$/i;

/** "Pada Sel, 24 Nov 2026 pukul 11.02 Admin menulis:", on one line or broken over three. */
function isAttribution(lines: string[], index: number): boolean {
  const line = lines[index]?.trim() ?? "";
  if (!/^(?:>\s*)?(?:pada|on|le|am|tanggal|di|at)\b.*\d/i.test(line) || line.length > 400) {
    return /^\S.{0,120}<[^<>\s]+@[^<>\s]+>\s*(?:menulis|wrote)\s*:$/i.test(line);
  }
  const joined = lines
    .slice(index, index + 3)
    .join(" ")
    .slice(0, 600);
  const said = /(?:menulis|wrote|tulis|menyatakan)\s*:/i.exec(joined);
  // A sentence of the reporter may begin the same way: only dates lead an attribution.
  return said !== null && /\d{1,2}[./: ]\d{2}|\b(?:19|20)\d\d\b/.test(joined.slice(0, said.index));
}

/** Outlook's "Dari: … Dikirim: … Kepada: …" without a line above it. */
function isHeaderBlock(lines: string[], index: number): boolean {
  if (!/^\*?(?:dari|from)\s*:\*?\s*\S/i.test(lines[index]?.trim() ?? "")) return false;
  const next = lines.slice(index + 1, index + 5).map((line) => line.trim());
  const dated = next.some((line) =>
    /^\*?(?:dikirim|terkirim|sent|date|tanggal)\s*:/i.test(line.slice(0, 40)),
  );
  const addressed = next.some((line) =>
    /^\*?(?:kepada|ke|untuk|to|subject|subjek|perihal)\s*:/i.test(line.slice(0, 40)),
  );
  return dated && addressed;
}

function withoutQuotedLines(lines: string[]): string[] {
  return lines.filter((line) => !/^\s*>/.test(line));
}

/** Where the signature begins, or what mail programs and offices put under it. */
function signatureStart(lines: string[]): number {
  const found = lines.findIndex((line) => /^-- ?$/.test(line));
  return Math.min(found === -1 ? lines.length : found, footerStart(lines));
}

/** Where "sent from my phone" or a disclaimer begins, else the number of lines. */
function footerStart(lines: string[]): number {
  const found = lines.findIndex((line) => line.length < 300 && FOOTER.test(line.trim()));
  return found === -1 ? lines.length : found;
}

const FOOTER =
  /^(?:(?:dikirim|terkirim)\s+(?:dari|melalui|menggunakan|lewat)\s+.{2,60}|sent\s+(?:from|via)\s+.{2,60}|get outlook for .*|dapatkan outlook untuk .*|diperoleh dari .{0,40}yahoo.*|yahoo mail: .*|(?:pernyataan\s+)?(?:disclaimer|penafian|pernyataan penyangkalan)\b.*|(?:email|e-mail|surel|pesan|surat elektronik) ini (?:beserta|dan (?:setiap )?lampiran|bersifat rahasia|hanya ditujukan|mungkin berisi).*|this (?:e-?mail|message) (?:and any|is confidential|is intended|may contain).*)$/i;
