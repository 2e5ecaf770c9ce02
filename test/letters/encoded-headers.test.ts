import { expect, test } from "vitest";

import { buildRaw } from "../../src/letters/mime.ts";
import { aLetter, aRendering } from "./outgoing.ts";

const UNIT = `Kecamatan Dawe ${"😀".repeat(40)}`;
const SUBJECT = `[JKD-2026-0042] Aduan diterima - Internet mati, ${UNIT}`;
const SENDER = {
  name: `Helpdesk ${"Ü".repeat(60)}`,
  address: "helpdesk@kab.example",
  replyTo: "helpdesk@kab.example",
};

test("every encoded word of a header is whole by itself, and together they say it all (B035)", async () => {
  const raw = await buildRaw(
    aLetter({
      to: { name: `${UNIT} dan sekitarnya`, address: "camat@dawe.example" },
      rendered: aRendering({ subject: SUBJECT }),
    }),
    SENDER,
  );
  const head = raw.toString("latin1").split("\r\n\r\n")[0] ?? "";
  const lines = head.split("\r\n");
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(998);

  const subject = unfolded(head, "Subject");
  expect(subject).toMatch(/^\[JKD-2026-0042\] /u);
  expect(decoded(subject)).toBe(SUBJECT);
  expect(decoded(unfolded(head, "To"))).toContain(UNIT);
  expect(decoded(unfolded(head, "From"))).toContain(SENDER.name);
});

function unfolded(head: string, name: string): string {
  const folded = new RegExp(`^${name}: (.*(?:\r\n[ \t].*)*)`, "mu").exec(head)?.[1];
  if (folded === undefined) throw new Error(`No ${name}`);
  return folded.replaceAll(/\r\n(?=[ \t])/gu, "");
}

/** RFC 2047, strictly: each word is decoded alone, and blanks between two of them are nothing. */
function decoded(header: string): string {
  return header
    .replaceAll(/\?=[ \t]+=\?/gu, "?==?")
    .replaceAll(/=\?([^?]+)\?([BQ])\?([^?]*)\?=/giu, (word, charset, encoding, text) => {
      expect(word.length).toBeLessThanOrEqual(75);
      const bytes =
        encoding.toUpperCase() === "B"
          ? Buffer.from(text, "base64")
          : Buffer.from(
              text
                .replaceAll("_", " ")
                .replaceAll(/=([0-9A-F]{2})/giu, (_: string, hex: string) =>
                  String.fromCharCode(Number.parseInt(hex, 16)),
                ),
              "latin1",
            );
      return new TextDecoder(charset, { fatal: true }).decode(bytes);
    });
}
