import { fileURLToPath } from "node:url";

import type { Letter, LetterFacts, RecipientRole, RenderedLetter } from "../../src/desk/letter.ts";
import type { Ticket } from "../../src/desk/ticket.ts";
import { exampleOffice, exampleTicket } from "../../src/letters/examples-office.ts";
import { lettersFrom } from "../../src/letters/render.ts";

export const TEMPLATES = fileURLToPath(new URL("../../templates", import.meta.url));

/** Tuesday, 24 November 2026, 09.00 in the office. */
export const NOW = Date.UTC(2026, 10, 24, 2, 0);

export const ASSIGNED: LetterFacts = {
  kind: "assignment",
  step: 4,
  dueAt: Date.UTC(2026, 10, 24, 2, 52),
  nth: 1,
};

export const RECEIVED: LetterFacts = {
  kind: "acknowledgement",
  outOfHours: false,
  opensAt: NOW,
  step3DueAt: NOW + 1_800_000,
  missing: [],
  parent: null,
  dutyPhone: "",
};

/** A letter to an officer about the example ticket; tell what differs. */
export function aLetter(facts: LetterFacts, letter: Partial<Letter> = {}): Letter {
  return {
    key: `JKD-2026-0042/r1/${facts.kind}/officer`,
    reasons: [],
    kind: facts.kind,
    to: to("officer"),
    ticket: "JKD-2026-0042",
    facts,
    causedBySheet: false,
    plannedAt: NOW,
    expiresAt: null,
    state: "planned",
    detail: "",
    attempts: 0,
    nextAt: NOW,
    handedAt: null,
    sentAt: null,
    messageId: "<1@kominfo.example>",
    rendered: null,
    serverMessageId: "",
    reachable: 0,
    mode: "ya",
    ...letter,
  };
}

export function to(role: RecipientRole): Letter["to"] {
  return { role, name: "Budi Hartono", address: "budi@kominfo.example" };
}

const letters = lettersFrom({
  templatesDir: TEMPLATES,
  onProblem({ reason }) {
    throw new Error(reason);
  },
});

/** Rendered with the shipped templates for the example office. */
export function rendered(letter: Letter, ticket: Ticket | null = exampleTicket()): RenderedLetter {
  return letters.render(letter, ticket, exampleOffice(), NOW);
}
