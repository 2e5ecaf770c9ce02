import * as fc from "fast-check";

import type { LetterFacts, RecipientRole } from "../../../src/desk/letter.ts";
import type { StaffFields } from "../../../src/desk/ticket.ts";
import { NOW } from "../builders.ts";

/** What breaks headers, markup, templates and lines more often than chance gives. */
const PIECES = [
  "\r\nBcc: x@y.example",
  "\n\n",
  "\0",
  "\u0001\u0002",
  "{{number}}",
  "{{#each this}}",
  "}}",
  "</td></tr></table>",
  "<script>alert(1)</script>",
  "<!--",
  "&amp;",
  "&",
  '"',
  "'",
  "=?utf-8?q?palsu?=",
  "=?UTF-8?B?cGFsc3U=?= =?UTF-8?B?cGFsc3U=?=",
  "\u202E",
  "\u2066",
  "\uD800",
  "مرحبا بالعالم",
  "שלום",
  "👩‍👩‍👧‍👦 🛠️",
  "Ñandú – “kutip”",
  "a, b; c <d@e.example>",
  "Status : Selesai",
  "--aduan-alt-1",
  ".",
  "From x",
];

const anything = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: "grapheme", maxLength: 60 }) },
  {
    weight: 4,
    arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 5 }).map((some) => some.join(" ")),
  },
  { weight: 2, arbitrary: fc.constant("") },
  { weight: 1, arbitrary: fc.constantFrom(...PIECES).map((piece) => piece.repeat(400)) },
  { weight: 1, arbitrary: fc.constant("tanpaspasi".repeat(300)) },
);

export interface HostileTicket {
  fields: Partial<StaffFields>;
  /** What the recipient is called. */
  name: string;
  /** Words of a reporter, or a reason of staff. */
  said: string;
}

/** A ticket whose every free text is anything at all. */
export const hostileTicket: fc.Arbitrary<HostileTicket> = fc.record({
  fields: fc.record({
    unit: anything,
    place: anything,
    reporter: anything,
    phone: anything,
    subject: anything,
    text: anything,
    suspectedCause: anything,
    cause: anything,
    result: anything,
    remark: anything,
  }),
  name: anything,
  said: anything,
});

export interface Kind {
  to: RecipientRole;
  facts: (said: string) => LetterFacts;
}

const dueAt = NOW + 3_120_000;

/** Every letter about one complaint, in its variants. */
export const KINDS: readonly Kind[] = [
  {
    to: "reporter",
    facts: () => ({
      kind: "acknowledgement",
      outOfHours: true,
      opensAt: dueAt,
      step3DueAt: dueAt,
      missing: ["unit"],
      parent: null,
      dutyPhone: "0812",
    }),
  },
  { to: "reporter", facts: () => ({ kind: "facts-request", missing: ["unit", "since"] }) },
  { to: "officer", facts: () => ({ kind: "assignment", step: 4, dueAt, nth: 1 }) },
  { to: "section-head", facts: () => ({ kind: "assignment", step: 5, dueAt, nth: 1 }) },
  {
    to: "officer",
    facts: (said) => ({ kind: "reassignment", side: "new", others: [said], step: 4, dueAt }),
  },
  {
    to: "officer",
    facts: (said) => ({ kind: "reassignment", side: "old", others: [said], step: 4, dueAt }),
  },
  {
    to: "officer",
    facts: (said) => ({ kind: "reply-received", from: said, at: NOW, quote: said, mailRef: "" }),
  },
  { to: "officer", facts: () => ({ kind: "warning", step: 4, dueAt }) },
  {
    to: "officer",
    facts: () => ({ kind: "overdue", step: 4, dueAt: NOW - 60_000, headToldAt: null }),
  },
  {
    to: "division-head",
    facts: () => ({
      kind: "escalation",
      level: "division-head",
      step: 4,
      dueAt: NOW - 60_000,
      sectionToldAt: NOW,
    }),
  },
  { to: "reporter", facts: () => ({ kind: "resolution", finishedAt: NOW, reopenUntil: dueAt }) },
  { to: "section-head", facts: () => ({ kind: "report", finishedAt: NOW }) },
  { to: "reporter", facts: (quote) => ({ kind: "reopened", to: "reporter", quote, dueAt }) },
  { to: "officer", facts: (quote) => ({ kind: "reopened", to: "staff", quote, dueAt }) },
  { to: "reporter", facts: (reason) => ({ kind: "cancelled", reason: reason || "Ganda" }) },
  { to: "reporter", facts: () => ({ kind: "cancelled", reason: "Dirujuk" }) },
  { to: "on-duty", facts: () => ({ kind: "on-duty", opensAt: dueAt }) },
  { to: "officer", facts: () => ({ kind: "deadline-moved", step: 4, dueAt, before: NOW }) },
];
