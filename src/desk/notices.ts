import type { Draft } from "./draft.ts";
import type { LetterFacts, LetterKind, Recipient } from "./letter.ts";
import {
  addressIn,
  assignees,
  divisionHead,
  helpdesk,
  isAnyPresent,
  isOwnAddress,
  sectionHead,
} from "./people.ts";
import type { RungAudience } from "./policy.ts";
import type { Ticket } from "./ticket.ts";
import type { Instant } from "./time.ts";

/** Who is written to, before names are looked up. */
export type Audience = "reporter" | RungAudience;

/**
 * Whether a letter stands on a cell of the Sheet (so that it goes out only on a fresh reading) is
 * a property of its kind (DESIGN 7).
 */
const CAUSED_BY_SHEET: Record<LetterKind, boolean> = {
  acknowledgement: false,
  "facts-request": true,
  assignment: true,
  reassignment: true,
  "reply-received": false,
  warning: true,
  overdue: true,
  escalation: true,
  "deadline-moved": true,
  resolution: true,
  report: true,
  reopened: false,
  cancelled: true,
  "on-duty": false,
  digest: false,
  recap: false,
  alarm: false,
  grouped: true,
};

export function isCausedBySheet(kind: LetterKind): boolean {
  return CAUSED_BY_SHEET[kind];
}

export interface Notice {
  /** The promise within the round: `assignment-3`, `step-4/overdue`. */
  promise: string;
  to: readonly Recipient[];
  facts: LetterFacts;
  expiresAt?: Instant | null;
}

/** Plans one letter for each recipient with an address, keyed by ticket, round, promise and role. */
export function tell(draft: Draft, { promise, to, facts, expiresAt = null }: Notice): void {
  const { ticket, world } = draft;
  const isOurs = (address: string) => isOwnAddress(world.office, address);
  const seen = new Set<string>();
  for (const one of to) {
    if (one.address === "" || seen.has(one.address) || isOurs(one.address)) continue;
    const nth = [...to].filter((each) => each.role === one.role).indexOf(one);
    seen.add(one.address);
    const role = nth > 0 ? `${one.role}-${nth + 1}` : one.role;
    const key = `${ticket.number}/r${ticket.round}/${promise}/${role}`;
    draft.plan({
      key,
      reasons: [key],
      kind: facts.kind,
      to: one,
      ticket: ticket.number,
      facts,
      causedBySheet: isCausedBySheet(facts.kind),
      plannedAt: world.now,
      expiresAt,
    });
  }
}

/** The people of an audience today; for an officer who cannot be written to, or is away, the helpdesk. */
export function peopleOf(audience: Audience, { ticket, world }: Draft): Recipient[] {
  const { office, calendar, now, operator } = world;
  const day = calendar.localDate(now);
  switch (audience) {
    case "reporter":
      return reporterOf(ticket);
    case "officer": {
      const officers = assignees(ticket, office);
      if (isAnyPresent(ticket, office, day)) return officers;
      // Somebody at his desk must know that an officer on leave is being written to.
      return [...officers, ...helpdesk(office, day, operator)];
    }
    case "helpdesk":
      return helpdesk(office, day, operator);
    case "section-head":
      return sectionHead(office, day);
    case "division-head":
      return divisionHead(office, day);
    default:
      return unreachable(audience);
  }
}

/** Where letters to the reporter go: what staff corrected in the row beats what the mail said. */
export function reporterOf({ fields }: Ticket): Recipient[] {
  return [{ role: "reporter", name: fields.reporter, address: addressIn(fields.email) }];
}

function unreachable(value: never): never {
  throw new TypeError(`Cannot find people: received ${JSON.stringify(value)}`);
}
