import { createHash } from "node:crypto";

import type { Letter, LetterKind, RenderedLetter } from "../desk/letter.ts";
import type { Ticket } from "../desk/ticket.ts";
import type { Letters } from "../worker/ports.ts";
import { contextOf } from "./context.ts";
import { dataFor, type TemplateData } from "./data.ts";
import { exampleLetters } from "./examples.ts";
import type { TemplateSamples } from "./template-check.ts";
import { recapFiles } from "./recap-files.ts";
import { asTemplateError, type TemplateProblem } from "./template-error.ts";
import type { RenderedParts } from "./template-set.ts";
import { type Templates, templatesFrom } from "./templates.ts";

export interface LettersOptions {
  /** The templates shipped with the program. */
  templatesDir: string;
  /** The office's own; a file there takes the place of the shipped one. */
  overridesDir?: string | undefined;
  /** A template of the office's that cannot be used; letters go on with an older version. */
  onProblem: (problem: TemplateProblem) => void;
}

/** Letters from templates. Throws when the shipped templates cannot be read. */
export function lettersFrom({ templatesDir, overridesDir, onProblem }: LettersOptions): Letters {
  const templates = templatesFrom({ templatesDir, overridesDir, samples: sampleData, onProblem });
  return {
    render(letter, ticket, office, now, downtimes = []) {
      const data = dataFor({ ...contextOf(letter, ticket, office, now), downtimes });
      const parts = partsOf(letter.kind, data, { templates, onProblem });
      return { ...parts, ...envelope(letter, ticket, now) };
    },
    async files({ facts }, zone) {
      return facts.kind === "recap" ? recapFiles(facts.recap, zone) : [];
    },
  };
}

/** A template that stumbles over real data must not hold up the letter. */
function partsOf(
  kind: LetterKind,
  data: TemplateData,
  { templates, onProblem }: { templates: Templates; onProblem: LettersOptions["onProblem"] },
): RenderedParts {
  const current = templates.current();
  try {
    return current.render(kind, data);
  } catch (error) {
    if (current === templates.shipped) throw error;
    const { file, line, reason } = asTemplateError(error, kind);
    onProblem({ file, line, reason });
    return templates.shipped.render(kind, data);
  }
}

type Envelope = Omit<RenderedLetter, keyof RenderedParts>;

const WITH_FILES: ReadonlySet<LetterKind> = new Set([
  "assignment",
  "reassignment",
  "reply-received",
]);

/** Each goes on with names and reasons. */
const FILES_MISSING = "Berkas pelapor yang tidak terlampir, aslinya ada di kotak surat helpdesk:";
const WORKBOOK_MISSING = "Tidak terlampir, rincian setiap aduan ada di log aduan:";

function envelope(letter: Letter, ticket: Ticket | null, now: number): Envelope {
  const references = threadOf(letter, ticket);
  const attachFrom = filesFor(letter, ticket);
  return {
    date: now,
    inReplyTo: references.at(-1) ?? "",
    references,
    autoSubmitted: letter.kind === "acknowledgement" ? "auto-replied" : "auto-generated",
    attachFrom,
    attachmentNote: missingNote(letter.kind, attachFrom),
    boundarySeed: createHash("sha256").update(letter.key).digest("hex").slice(0, 32),
  };
}

/** Begins the sentence of the letter itself when files of it do not go with it. */
function missingNote(kind: LetterKind, attachFrom: readonly string[]): string {
  if (kind === "recap") return WORKBOOK_MISSING;
  return attachFrom.length > 0 ? FILES_MISSING : "";
}

/**
 * The reporter's letters belong to the reporter's own message, those to staff to the first letter
 * each of them got: nobody is referred to a message that he never saw.
 */
function threadOf({ to, thread = [] }: Letter, ticket: Ticket | null): string[] {
  const own = to.role === "reporter" ? (ticket?.messageIds ?? []) : [];
  const ids = [...new Set([...own, ...thread])];
  return ids.length <= 12 ? ids : [...ids.slice(0, 1), ...ids.slice(-11)];
}

function filesFor({ kind, facts }: Letter, ticket: Ticket | null): string[] {
  if (!WITH_FILES.has(kind)) return [];
  if (facts.kind === "reassignment" && facts.side === "old") return [];
  if (facts.kind === "reply-received") return facts.mailRef === "" ? [] : [facts.mailRef];
  return ticket?.mailRefs ?? [];
}

/** What the data functions make of the project's own example office. */
function sampleData(): TemplateSamples {
  return new Map(
    Map.groupBy(exampleLetters(), ({ letter }) => letter.kind)
      .entries()
      .map(([kind, examples]) => [
        kind,
        examples.map(({ letter, ticket, office, now }) =>
          dataFor(contextOf(letter, ticket, office, now)),
        ),
      ]),
  );
}
