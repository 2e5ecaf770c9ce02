import type { Letter } from "../desk/letter.ts";
import type { Office } from "../desk/office.ts";
import type { Ticket } from "../desk/ticket.ts";
import type { Instant } from "../desk/time.ts";
import { exampleDigests } from "./examples-digest.ts";
import type { ExampleDraft } from "./examples-draft.ts";
import { listExamples } from "./examples-lists.ts";
import { at, exampleOffice, exampleTicket } from "./examples-office.ts";
import { exampleRecap } from "./examples-recap.ts";
import { handlingExamples } from "./examples-handling.ts";
import { reporterExamples } from "./examples-reporter.ts";

/** One letter of the example office, under a name that is its file name in the preview. */
export interface Example {
  /** `penugasan-dua-petugas` */
  name: string;
  letter: Letter;
  ticket: Ticket | null;
  office: Office;
  now: Instant;
}

/** Every kind of letter in all its variants. */
export function exampleLetters(): Example[] {
  const office = exampleOffice();
  const drafts = [
    ...reporterExamples(),
    ...handlingExamples(),
    ...listExamples(),
    ...exampleDigests(),
    ...exampleRecap(office),
  ];
  return drafts.map((draft) => exampleOf(draft, office));
}

function exampleOf(draft: ExampleDraft, office: Office): Example {
  const { name, to, facts, ticket = exampleTicket(), now = at(24, 9, 0) } = draft;
  const about = ABOUT_ONE.has(facts.kind) ? ticket : null;
  return {
    name,
    office,
    now,
    ticket: about,
    letter: {
      key: `contoh/${name}`,
      reasons: [`contoh/${name}`],
      kind: facts.kind,
      to,
      ticket: about?.number ?? null,
      facts,
      causedBySheet: false,
      plannedAt: now,
      expiresAt: null,
      state: "planned",
      detail: "",
      attempts: 0,
      nextAt: now,
      handedAt: null,
      sentAt: null,
      messageId: `<${name}@kominfo.example>`,
      rendered: null,
      serverMessageId: "",
      reachable: 0,
      mode: "ya",
    },
  };
}

const ABOUT_ONE: ReadonlySet<string> = new Set([
  "acknowledgement",
  "facts-request",
  "assignment",
  "reassignment",
  "reply-received",
  "warning",
  "overdue",
  "escalation",
  "deadline-moved",
  "resolution",
  "report",
  "reopened",
  "cancelled",
  "on-duty",
]);
