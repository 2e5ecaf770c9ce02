import type { RenderedLetter } from "../../src/desk/letter.ts";
import type { OutgoingMail } from "../../src/worker/ports.ts";

/** An acknowledgement ready to be sent; a test states only what it is about. */
export function aLetter(overrides: Partial<OutgoingMail> = {}): OutgoingMail {
  return {
    to: { name: "Camat Jati", address: "camat@jati.example" },
    rendered: aRendering(),
    messageId: "<8c7d1f@kuduskab.example>",
    mark: "JKD-2026-0001/acknowledgement",
    files: [],
    missing: [],
    ...overrides,
  };
}

export function aRendering(overrides: Partial<RenderedLetter> = {}): RenderedLetter {
  return {
    subject: "[JKD-2026-0001] Aduan diterima",
    text: "Aduan Anda telah kami terima.\n",
    html: "<html><body><p>Aduan Anda telah kami terima.</p></body></html>",
    date: Date.parse("2026-11-25T01:00:00Z"),
    inReplyTo: "<laporan@jati.example>",
    references: ["<laporan@jati.example>"],
    autoSubmitted: "auto-replied",
    attachFrom: [],
    attachmentNote: "",
    boundarySeed: "b0d1e2",
    ...overrides,
  };
}
