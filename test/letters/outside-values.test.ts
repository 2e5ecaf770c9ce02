import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { exampleTicket } from "../../src/letters/examples-office.ts";
import { aLetter, ASSIGNED, RECEIVED, rendered, to } from "./builders.ts";

const HOSTILE = `Wi-Fi "aula" & <img src=x onerror=alert(1)> {{nomor}} {{#each this}}`;

describe("what a stranger wrote", () => {
  const ticket = exampleTicket({
    reporter: "R&D <Bappeda>",
    subject: HOSTILE,
    text: `${HOSTILE}\n\nhttps://x.example/?a=1&b=2`,
    category: "",
  });

  test("stands in subject and text as it was typed (B014)", () => {
    const { subject, text } = rendered(aLetter(ASSIGNED), ticket);
    expect(subject).toContain(`Wi-Fi "aula" & <img src=x`);
    expect(text.replaceAll(/\s+/g, " ")).toContain("{{nomor}} {{#each this}}");
    expect(text).toContain("R&D <Bappeda>");
    expect(`${subject}${text}`).not.toMatch(/&(amp|quot|lt|gt);/);
  });

  test("is text in the HTML part, never markup, never a link (B014)", () => {
    const { html } = rendered(aLetter(ASSIGNED), ticket);
    expect(html).toContain("&lt;img src&#x3D;x onerror&#x3D;alert(1)&gt; {{nomor}}");
    expect(html).not.toMatch(/<img|onerror=/);
    expect(html).not.toContain('href="https://x.example');
  });

  test("is greeted by its name without becoming markup", () => {
    const letter = aLetter(RECEIVED, {
      to: { ...to("reporter"), name: "<b>Dwi</b>\r\nBcc: a@b.c" },
    });
    const { html, text } = rendered(letter, ticket);
    expect(text).toContain("Yth. Bapak/Ibu <b>Dwi</b> Bcc: a@b.c\n");
    expect(html).not.toContain("<b>Dwi");
  });
});

/** Anything at all, with what breaks headers, markup and templates more often than chance gives. */
const anything = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc
    .array(
      fc.constantFrom("\r\n", "\n\n", "\0", "{{", "}}", "</td>", "<", "&", '"', "\u202E", "a b"),
    )
    .map((parts) => parts.join("")),
);

const ticketLike = fc.record({
  unit: anything,
  place: anything,
  reporter: anything,
  subject: anything,
  text: anything,
  remark: anything,
  phone: anything,
});

describe("whatever a value holds", () => {
  test("the structure of a letter stays the same", () => {
    fc.assert(
      fc.property(ticketLike, (fields) => {
        const { subject, text, html } = rendered(aLetter(ASSIGNED), exampleTicket(fields));
        expect(subject).toMatch(/^\[JKD-2026-0042\] [^\r\n\p{Cc}]*$/u);
        expect(text).not.toMatch(/[^\P{Cc}\n]|\u202E/u);
        expect(tagsOf(html)).toEqual(ALLOWED_TAGS.filter((tag) => tagsOf(html).includes(tag)));
        const wide = text.split("\n").filter((line) => Array.from(line).length > 72);
        expect(wide.filter((line) => !line.includes("http"))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

const ALLOWED_TAGS =
  "a body br div h1 head html meta p span strong style table td th title tr".split(" ");

function tagsOf(html: string): string[] {
  const tags = html.matchAll(/<([a-z][a-z0-9]*)/gi).map((match) => match[1] ?? "");
  return [...new Set(tags)].toSorted();
}
