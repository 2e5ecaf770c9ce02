import { describe, expect, test } from "vitest";

import type { Message } from "../../src/desk/message.ts";
import { read, RECEIVED } from "./builder.ts";
import type { Verdict } from "./builder.ts";
import { CORPUS } from "./corpus.ts";
import { AREA_PLACES, PLACES } from "./places.ts";
import { placingOf } from "./placing.ts";

for (const [area, rows] of Object.entries(CORPUS)) {
  describe(`mail of the area ${area}`, () => {
    test.each(rows)("$name", async ({ name, raw, want, truncated = false, sent = false }) => {
      const message = await read(raw, { truncated, sent });
      expect(seen(message, want)).toEqual(want);
      expect(placingOf(message)).toEqual({ ...AREA_PLACES[area], ...PLACES[name] });
      expectClean(message);
    });
  });
}

test("the corpus holds at least 150 messages, no two under one name", () => {
  const names = Object.values(CORPUS).flatMap((rows) => rows.map(({ name }) => name));
  expect(names.length).toBeGreaterThanOrEqual(150);
  expect(new Set(names).size).toBe(names.length);
});

/** The message in the terms of its verdict; only the fields that the verdict speaks of. */
function seen(message: Message, want: Verdict): Partial<Verdict> {
  const all: Required<Verdict> = {
    class: message.verdict.class,
    answered: message.verdict.answerable,
    from: message.from?.address ?? null,
    replyTo: message.replyTo?.address ?? "",
    subject: message.subject,
    text: message.text,
    newText: message.newText,
    holds: (want.holds ?? []).filter((piece) => message.text.includes(piece)),
    lacks: (want.lacks ?? []).filter((piece) => !message.text.includes(piece)),
    attachments: message.attachments.map(({ name }) => name),
    failures: message.failures.map((failure, index) => pick(failure, want.failures?.[index])),
    reported: message.reportedIds,
    thanks: message.verdict.thanks,
    problems: matching(message.problems, want.problems),
    forwarded: message.forwarded && {
      address: message.forwarded.address,
      attachedOriginal: message.forwarded.attachedOriginal,
    },
  };
  return pick(all, want);
}

function pick<T extends object>(value: T, like: object | undefined): Partial<T> {
  const picked: Partial<T> = { ...value };
  for (const key in picked) if (like && !(key in like)) delete picked[key];
  return picked;
}

/** The wanted expression itself when a sentence matches it, else one that shows what was said. */
function matching(problems: readonly string[], want: RegExp | undefined): RegExp {
  const found = want !== undefined && problems.some((problem) => want.test(problem));
  return found ? want : new RegExp(RegExp.escape(problems.join(" | ")));
}

/** What must hold for every message whatever it is. */
function expectClean(message: Message): void {
  const shown = JSON.stringify([message.subject, message.text, message.from, message.attachments]);
  expect(shown).not.toMatch(/\\u0000|[\u202A-\u202E\u2066-\u2069]/);
  expect(message.subject).not.toMatch(/[\r\n]/);
  expect(message.receivedAt).toBe(RECEIVED);
  expect(message.verdict.reason).not.toBe("");
  expect(message.text === "" || message.newText !== "").toBe(true);
}
