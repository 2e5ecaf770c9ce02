import { cut } from "../desk/plain-text.ts";

/** What Outlook put into `winmail.dat` ([MS-OXTNEF]). */
export interface OutlookForm {
  /** `""` when the text is only there as rich text. */
  text: string;
  /** The same as HTML, `""` when there is none. */
  html: string;
  files: { name: string; size: number }[];
}

const SIGNATURE = 0x22_3e_9f_78;
const MOST_ATTRIBUTES = 2_000;
const MOST_FILES = 50;
const MOST_TEXT = 100_000;

/** Attributes ([MS-OXTNEF] 2.1.3.1). */
const BODY = 0x00_02_80_0c;
const MESSAGE_PROPERTIES = 0x00_06_90_03;
const NEW_FILE = 0x00_06_90_02;
const FILE_TITLE = 0x00_01_80_10;
const FILE_DATA = 0x00_06_80_0f;
const FILE_PROPERTIES = 0x00_06_90_05;

/** Property ids ([MS-OXPROPS]). */
const PLAIN_BODY = 0x10_00;
const HTML_BODY = 0x10_13;

/** A value without a text's type. */
const BINARY = 0x01_02;
const LONG_FILE_NAME = 0x37_07;

/** Names and text of an Outlook form; null when the bytes are none. What is broken off is left out. */
export function readOutlookForm(content: Buffer): OutlookForm | null {
  if (content.length < 6 || content.readUInt32LE(0) !== SIGNATURE) return null;
  const form: OutlookForm = { text: "", html: "", files: [] };
  for (const { id, data } of attributesOf(content)) {
    const file = form.files.at(-1);
    if (id === BODY && form.text === "") form.text = latin1(data);
    if (id === MESSAGE_PROPERTIES) {
      form.text = textIn(data, PLAIN_BODY) || form.text;
      form.html = textIn(data, HTML_BODY) || form.html;
    }
    if (id === NEW_FILE && form.files.length < MOST_FILES) form.files.push({ name: "", size: 0 });
    if (!file) continue;
    if (id === FILE_TITLE && file.name === "") file.name = latin1(data);
    if (id === FILE_DATA) file.size = data.length;
    if (id === FILE_PROPERTIES) file.name = textIn(data, LONG_FILE_NAME) || file.name;
  }
  return { ...form, text: cut(form.text, MOST_TEXT), html: cut(form.html, MOST_TEXT) };
}

function* attributesOf(content: Buffer): Generator<{ id: number; data: Buffer }> {
  let at = 6;
  for (let nth = 0; nth < MOST_ATTRIBUTES && at + 9 <= content.length; nth += 1) {
    const id = content.readUInt32LE(at + 1);
    const length = content.readUInt32LE(at + 5);
    // A file broken off in the middle still has its name.
    yield { id, data: content.subarray(at + 9, at + 9 + length) };
    at += 9 + length + 2;
  }
}

/** The text of one property among many; `""` when it is not there or the list is broken. */
function textIn(data: Buffer, wanted: number): string {
  try {
    return textProperty(new Cursor(data), wanted);
  } catch (error) {
    if (error instanceof RangeError) return "";
    throw error;
  }
}

function textProperty(cursor: Cursor, wanted: number): string {
  const count = Math.min(cursor.long(), MOST_ATTRIBUTES);
  for (let nth = 0; nth < count; nth += 1) {
    const type = cursor.short();
    const id = cursor.short();
    if (id >= 0x80_00) skipName(cursor);
    const isMany = (type & 0x10_00) !== 0;
    const kind = type & 0x0f_ff;
    const width = WIDTHS[kind];
    if (width !== undefined) {
      cursor.skip(width * (isMany ? cursor.long() : 1));
      continue;
    }
    const values = Math.min(cursor.long(), MOST_ATTRIBUTES);
    for (let value = 0; value < values; value += 1) {
      const bytes = cursor.padded(cursor.long());
      if (id !== wanted) continue;
      if (kind === 0x1f) return bytes.toString("utf16le").replaceAll("\0", "");
      // HTML may come as bytes alone.
      if (kind === 0x1e || kind === BINARY) return latin1(bytes);
    }
  }
  return "";
}

/** Bytes of a value by its type, padded to four; the others carry their own length. */
const WIDTHS: Readonly<Record<number, number>> = {
  0x02: 4,
  0x03: 4,
  0x04: 4,
  0x05: 8,
  0x06: 8,
  0x07: 8,
  0x0a: 4,
  0x0b: 4,
  0x14: 8,
  0x40: 8,
  0x48: 16,
};

/** A property without a number of its own: a GUID, and a number or a name. */
function skipName(cursor: Cursor): void {
  cursor.skip(16);
  if (cursor.long() === 0) cursor.skip(4);
  else cursor.padded(cursor.long());
}

function latin1(bytes: Buffer): string {
  return new TextDecoder("windows-1252").decode(bytes).replaceAll("\0", "");
}

/** Reads on from where it stands; past the end it throws RangeError. */
class Cursor {
  #at = 0;
  readonly #data: Buffer;

  constructor(data: Buffer) {
    this.#data = data;
  }

  short(): number {
    this.#at += 2;
    return this.#data.readUInt16LE(this.#at - 2);
  }

  long(): number {
    this.#at += 4;
    return this.#data.readUInt32LE(this.#at - 4);
  }

  skip(length: number): void {
    this.#at += length;
    if (this.#at > this.#data.length) throw new RangeError("Cannot read on: the list is broken");
  }

  /** So many bytes, and what pads them to a multiple of four. */
  padded(length: number): Buffer {
    const from = this.#at;
    this.skip(length);
    this.#at += (4 - (length % 4)) % 4;
    return this.#data.subarray(from, from + length);
  }
}
