import { fileURLToPath } from "node:url";

import { simpleParser } from "mailparser";
import { describe, expect, test } from "vitest";

import { LETTER_KINDS } from "../../src/desk/letter.ts";
import { type Example, exampleLetters } from "../../src/letters/examples.ts";
import { buildRaw } from "../../src/letters/mime.ts";
import { lettersFrom } from "../../src/letters/render.ts";
import { Secret } from "../../src/secret.ts";
import { letterId } from "../../src/worker/letter-id.ts";
import { faultsOf, wireFaultsOf } from "./checker.ts";

const SENDER = {
  name: "Helpdesk TIK",
  address: "helpdesk@kominfo.example",
  replyTo: "baca@kominfo.example",
};

const letters = lettersFrom({
  templatesDir: fileURLToPath(new URL("../../templates", import.meta.url)),
  onProblem: (problem) => expect.unreachable(problem.reason),
});

function rendered({ letter, ticket, office, now }: Example) {
  return letters.render(letter, ticket, office, now);
}

describe("every letter of the example office", () => {
  const examples = exampleLetters();

  test("all kinds are among them", () => {
    expect(new Set(examples.map(({ letter }) => letter.kind))).toEqual(new Set(LETTER_KINDS));
  });

  for (const example of examples) {
    test(`reads well: ${example.name}`, async () => {
      const { subject, text } = rendered(example);
      await expect(`${subject}\n\n${text}`).toMatchFileSnapshot(`snapshots/${example.name}.txt`);
    });

    test(`stands before its readers: ${example.name}`, () => {
      expect(faultsOf(rendered(example), example.letter.ticket ?? "")).toEqual([]);
    });

    test(`goes out as it should: ${example.name}`, async () => {
      const { key, kind, to } = example.letter;
      const { messageId, mark } = letterId(key, new Secret("rahasia"), SENDER.address);
      const mail = { to, rendered: rendered(example), messageId, mark, files: [], missing: [] };
      const raw = await buildRaw(mail, SENDER);
      const options = { skipTextToHtml: true, skipHtmlToText: true };
      const parsed = await simpleParser(raw, options);
      expect(wireFaultsOf(parsed, { size: raw.length, kind })).toEqual([]);
    });

    test(`is small and whole: ${example.name}`, () => {
      const { subject, text, html } = rendered(example);
      expect(Buffer.byteLength(html) + Buffer.byteLength(text)).toBeLessThan(60_000);
      expect(subject).toMatch(/^[^\n\r]{8,160}$/);
      const long = text
        .split("\n")
        .filter((line) => line.length > 72 && !line.includes("https://"));
      expect(long).toEqual([]);
      expect(`${text}${html}`).not.toMatch(/\{\{|\}\}|undefined|NaN|\[object/);
    });
  }
});
