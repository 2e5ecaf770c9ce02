import { simpleParser } from "mailparser";
import { describe, expect, test } from "vitest";

import { buildRaw } from "../../src/letters/mime.ts";
import { aLetter, aRendering } from "./outgoing.ts";

const SENDER = {
  name: "Helpdesk Diskominfo",
  address: "helpdesk@kuduskab.example",
  replyTo: "aduan@kuduskab.example",
};
const PHOTO = { name: "foto.jpg", type: "image/jpeg", content: new Uint8Array([1, 2, 3]) };

test("carries what keeps machines from answering and people's clients threading", async () => {
  const raw = await buildRaw(aLetter(), SENDER);
  expect(headersOf(raw)).toMatchObject({
    "auto-submitted": "auto-replied",
    "x-auto-response-suppress": "All",
    "x-aduan-surat": "JKD-2026-0001/acknowledgement",
    "message-id": "<8c7d1f@kuduskab.example>",
    "in-reply-to": "<laporan@jati.example>",
    references: "<laporan@jati.example>",
    "reply-to": "aduan@kuduskab.example",
    date: "Wed, 25 Nov 2026 01:00:00 +0000",
  });
});

test("is the same to the byte when it is built again, files included", async () => {
  const letter = aLetter({ files: [PHOTO] });
  const [first, second] = await Promise.all([buildRaw(letter, SENDER), buildRaw(letter, SENDER)]);
  expect(second.equals(first)).toBe(true);
});

test("offers text and HTML, and files beside them", async () => {
  const parsed = await simpleParser(await buildRaw(aLetter({ files: [PHOTO] }), SENDER));
  expect(parsed.text).toContain("Aduan Anda telah kami terima.");
  expect(parsed.html).toContain("<p>Aduan Anda telah kami terima.</p>");
  expect(parsed.attachments.map(({ filename, content }) => [filename, [...content]])).toEqual([
    ["foto.jpg", [1, 2, 3]],
  ]);
});

describe("a letter whose files do not all go with it", () => {
  const rendered = aRendering({ attachmentNote: "Tidak terlampir:" });
  const missing = ["<lampu>.jpg (terlalu besar)", "surat.pdf\r\nBcc: a@b.example"];

  test("names them in both bodies, above the letterhead", async () => {
    const html = '<html><body>Isi<div role="contentinfo">Kop</div></body></html>';
    const letter = aLetter({ rendered: { ...rendered, html }, missing, files: [PHOTO] });
    const parsed = await simpleParser(await buildRaw(letter, SENDER));
    expect(parsed.text?.replaceAll("\n", " ")).toContain(
      "Tidak terlampir: <lampu>.jpg (terlalu besar); surat.pdf Bcc: a@b.example.",
    );
    expect(parsed.html).toMatch(
      /Isi<p [^>]+>Tidak terlampir: &lt;lampu&gt;\.jpg \(terlalu besar\);.*<\/p><div role="contentinfo">/,
    );
  });

  test("says nothing when they are there", async () => {
    const letter = aLetter({ rendered, files: [PHOTO] });
    const parsed = await simpleParser(await buildRaw(letter, SENDER));
    expect(parsed.text).not.toContain("Tidak terlampir");
  });
});

const injections = ["\r\nBcc: x@y.example", "\nBcc: x@y.example", "\u2028Bcc: x@y.example"];

for (const injection of injections) {
  test(`no line break of ${JSON.stringify(injection)} becomes a header`, async () => {
    const raw = await buildRaw(
      aLetter({
        to: { name: `Camat${injection}`, address: "camat@jati.example" },
        mark: `JKD${injection}`,
        files: [{ ...PHOTO, name: `foto${injection}.jpg`, type: `image/jpeg${injection}` }],
        rendered: aRendering({
          subject: `Aduan${injection}`,
          inReplyTo: `<a@b>${injection}`,
          references: [`<a@b>${injection}`, "<c@d.example>"],
          boundarySeed: `b0${injection}`,
        }),
      }),
      SENDER,
    );
    expect(raw.toString()).not.toMatch(/^bcc:/im);
    expect(headersOf(raw)).toMatchObject({ references: "<c@d.example>" });
  });
}

for (const address of [
  "",
  "tanpa-alamat",
  "a@b.example,c@d.example",
  "a@b.example\r\nBcc: c@d.example",
  "Nama <a@b.example>",
  "a b@c.example",
]) {
  test(`the address ${JSON.stringify(address)} is refused before any server sees it`, async () => {
    const letter = aLetter({ to: { name: "X", address } });
    await expect(buildRaw(letter, SENDER)).rejects.toMatchObject({ kind: "rejected" });
  });
}

function headersOf(raw: Buffer): Record<string, string> {
  const [block = ""] = raw.toString().split("\r\n\r\n");
  const lines = block.replaceAll(/\r\n[ \t]+/g, " ").split("\r\n");
  return Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(": ");
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 2)];
    }),
  );
}
