import type { ForwardedFrom } from "../desk/message.ts";
import { cleanLine, cleanText, cut } from "../desk/plain-text.ts";
import { validAddress } from "./addresses.ts";

/** The original message when it came as an attachment. */
export interface AttachedOriginal {
  name: string;
  address: string;
  text: string;
}

const MAX_TEXT = 20_000;

/**
 * Who wrote what a mail passes on: the attached original's sender, else the one that the quoted
 * header names; null when it passes nothing on. What a quotation says is never proof.
 */
export function forwardedFrom({
  text,
  original,
}: {
  text: string;
  original: AttachedOriginal | null;
}): ForwardedFrom | null {
  if (original && original.address !== "") {
    const { name, address } = original;
    return { name, address, attachedOriginal: true, text: cut(cleanText(original.text), MAX_TEXT) };
  }
  const lines = text.slice(0, MAX_TEXT).split("\n");
  const start = lines.findIndex((line) => line.length < 120 && MARKER.test(line.trim()));
  if (start === -1) return null;
  return readQuotation(lines.slice(start + 1));
}

const MARKER =
  /^(?:>\s*)?(?:-{2,}\s*(?:forwarded message|pesan (?:yang )?diteruskan|pesan terusan|original message|pesan asli)\s*-{2,}|begin forwarded message:|(?:mulai|awal) pesan yang diteruskan:|_{20,})$/i;

function readQuotation(lines: string[]): ForwardedFrom | null {
  const unquoted = lines.map((line) => line.replace(/^(?:>\s?)+/, ""));
  const from = unquoted.slice(0, 8).findIndex((line) => /^\s*\*?(?:dari|from)\s*:/i.test(line));
  if (from === -1) return null;
  const value = (unquoted[from] ?? "").replace(/^\s*\*?(?:dari|from)\s*:\s*\*?/i, "").slice(0, 400);
  const { name, address } = nameAndAddress(value);
  const rest = unquoted.slice(from + 1);
  const body = rest.findIndex((line) => line.trim() === "" || !HEADER.test(line.trim()));
  return {
    name,
    address,
    attachedOriginal: false,
    text: body === -1 ? "" : rest.slice(body).join("\n").trim(),
  };
}

const HEADER =
  /^\*?(?:dari|from|tanggal|date|dikirim|terkirim|sent|kepada|ke|untuk|to|cc|tembusan|subjek|subject|perihal|reply-to|balas ke)\s*:/i;

function nameAndAddress(value: string): { name: string; address: string } {
  const found = /[^\s<>"'()[\]:;,]{1,64}@[^\s<>"'()[\]:;,]{1,190}/.exec(value);
  const address = validAddress(found?.[0].replace(/[.]+$/, "") ?? "");
  const name = cleanLine(
    value.slice(0, found?.index ?? value.length).replaceAll(/mailto:|[<>"'[\](*]/gi, " "),
    120,
  );
  return { name, address };
}
