import { blankFields } from "../../../src/desk/blank-fields.ts";
import { decide } from "../../../src/desk/decide.ts";
import { EMPTY_MEMORY, type DeskMemory, type SetAside } from "../../../src/desk/desk.ts";
import type { Downtime } from "../../../src/desk/custody.ts";
import type { TicketEvent } from "../../../src/desk/event.ts";
import type { LetterPlan } from "../../../src/desk/letter.ts";
import type { Message } from "../../../src/desk/message.ts";
import type { FormSubmission, Observation } from "../../../src/desk/observation.ts";
import type { Office } from "../../../src/desk/office.ts";
import type { Complaint } from "../../../src/desk/complaint.ts";
import { currentRun, type Run, type StaffFields, type Ticket } from "../../../src/desk/ticket.ts";
import { MINUTE, type Instant } from "../../../src/desk/time.ts";
import type { TimedStep } from "../../../src/desk/sop.ts";
import { show, wib } from "../clock-builders.ts";
import { anOffice, worldAt } from "./office.ts";

/**
 * The desk as the worker drives it, on a clock of its own: a sheet whose cells people type in, a
 * reading every minute, a mailer that hands over at once. It keeps the worker's promises (a known
 * key is never planned twice, an answer to a known Message-ID finds its ticket) and judges nothing.
 */
export class DeskLife {
  now: Instant;
  office: Office;
  readonly tickets = new Map<string, Ticket>();
  readonly events: TicketEvent[] = [];
  readonly letters: LetterPlan[] = [];
  readonly setAside: SetAside[] = [];
  readonly placed = new Map<string, string | null>();
  /** Keys that were planned more than once; the journal would have kept the first. */
  readonly repeated: string[] = [];
  memory: DeskMemory = EMPTY_MEMORY;
  downtimes: Downtime[] = [];
  gaps: Downtime[] = [];
  /** What becomes of a letter; false: it stays planned. */
  mailer: (letter: LetterPlan) => { state: string; detail?: string } | false = () => ({
    state: "sent",
  });
  readonly #cells = new Map<string, StaffFields>();
  readonly #promised = new Set<string>();
  #waiting: LetterPlan[] = [];
  #readAt: Instant | null = null;
  #uid = 0;

  constructor(start: string, office: Office = anOffice()) {
    this.now = wib(start);
    this.office = office;
  }

  /** Beats of one minute until then: reading, tick, hand-over. */
  until(text: string): this {
    const end = wib(text);
    while (this.now < end) {
      this.now = Math.min(end, this.now + MINUTE);
      this.beat();
    }
    return this;
  }

  /** Time in which the worker does not run. */
  down(text: string): this {
    const from = this.now;
    this.now = wib(text);
    this.downtimes.push({ from, to: this.now });
    return this;
  }

  /** Time in which nobody reads the Sheet or shows anything on it; mail and the clock go on. */
  unread(text: string): this {
    const from = this.now;
    for (const end = wib(text); this.now < end;) {
      this.now = Math.min(end, this.now + MINUTE);
      this.decide([{ type: "tick" }]);
      this.deliver();
    }
    this.gaps.push({ from, to: this.now });
    return this;
  }

  beat(): void {
    const rows = [...this.#cells].map(([number, facts]) => ({ number, facts, problems: [] }));
    const previousAt = this.#readAt;
    this.#readAt = this.now;
    this.decide([{ type: "facts", rows, readAt: this.now, previousAt }, { type: "tick" }]);
    this.deliver();
  }

  /** What a person types into cells of a row. */
  type(number: string, cells: Partial<StaffFields>): this {
    const before = this.#cells.get(number) ?? this.ticket(number).fields;
    this.#cells.set(number, { ...before, ...cells });
    return this;
  }

  /** A mail that came now; gives the number it was placed at. */
  mail(make: (uid: number, now: Instant) => Message, known: string | null = null): string | null {
    const message = make(++this.#uid, this.now);
    return this.receive(message, known ?? this.#threadOf(message));
  }

  receive(message: Message, knownTicket: string | null, promoted = false): string | null {
    const mailRef = `INBOX/1/${message.uid}`;
    const seen: Observation = promoted
      ? { type: "promoted-mail", message, mailRef }
      : { type: "mail", message, mailRef, knownTicket };
    this.decide([seen]);
    this.deliver();
    return this.placed.get(mailRef) ?? null;
  }

  form(submission: FormSubmission): string | null {
    const source = `form:${submission.responseId}`;
    this.decide([{ type: "form", submission, knownTicket: this.placed.get(source) ?? null }]);
    this.deliver();
    return this.placed.get(source) ?? null;
  }

  typed(number: string, complaint: Complaint, fields: Partial<StaffFields> = {}): void {
    const cells = { ...fieldsOf(complaint), ...fields };
    this.decide([{ type: "typed", number, complaint, fields: cells }]);
    this.#cells.set(number, cells);
    this.deliver();
  }

  decide(observations: readonly Observation[]): void {
    const world = { ...worldAt(this.now, this.office), downtimes: this.downtimes, gaps: this.gaps };
    const decision = decide(this.tickets.values(), observations, this.memory, world);
    this.memory = decision.memory;
    for (const ticket of decision.tickets) {
      this.tickets.set(ticket.number, ticket);
      if (!this.#cells.has(ticket.number)) this.#cells.set(ticket.number, ticket.fields);
    }
    this.events.push(...decision.events);
    this.setAside.push(...decision.setAside);
    for (const { source, ticket } of decision.placed) this.placed.set(source, ticket);
    for (const letter of decision.letters) {
      if (this.#promised.has(letter.key)) {
        this.repeated.push(letter.key);
        continue;
      }
      this.#promised.add(letter.key);
      this.letters.push(letter);
      this.#waiting.push(letter);
    }
  }

  /** Hands over what waits; each outcome is told to the desk, as the worker does. */
  deliver(): void {
    const due = this.#waiting;
    this.#waiting = [];
    for (const letter of due) {
      const outcome = this.mailer(letter);
      if (outcome === false) this.#waiting.push(letter);
      else this.ended(letter, outcome.state, outcome.detail);
    }
  }

  ended(letter: LetterPlan, state: string, detail = ""): void {
    this.decide([
      {
        type: "letter",
        number: letter.ticket ?? "",
        kind: letter.kind,
        key: letter.key,
        toRole: letter.to.role,
        state,
        detail,
        at: this.now,
        messageId: messageIdOf(letter),
      },
    ]);
  }

  ticket(number: string): Ticket {
    const found = this.tickets.get(number);
    if (!found) throw new RangeError(`Cannot find ticket "${number}": the desk has none`);
    return found;
  }

  run(number: string, step: TimedStep): Run | undefined {
    return currentRun(this.ticket(number), step);
  }

  /** `2026-11-24 09.00 kind → address`, since the instant of a text. */
  sent(number: string, since = "2026-01-01 00.00"): string[] {
    return this.letters
      .filter((letter) => letter.ticket === number && letter.plannedAt >= wib(since))
      .map(({ kind, to, plannedAt }) => `${show(plannedAt)} ${kind} → ${to.address}`);
  }

  /** Finds a letter by the end of its key. */
  letter(ending: string): LetterPlan {
    const found = this.letters.find((letter) => letter.key.endsWith(ending));
    if (!found) throw new RangeError(`Cannot find a letter "…${ending}": there is none`);
    return found;
  }

  #threadOf(message: Message): string | null {
    const ids = new Set([...message.inReplyTo, ...message.references]);
    const ticket = [...this.tickets.values()].find((each) =>
      each.messageIds.some((id) => ids.has(id)),
    );
    return ticket?.number ?? null;
  }
}

export function messageIdOf(letter: LetterPlan): string {
  return `<${letter.key}@helpdesk.example>`;
}

/** What staff cells of a fresh row say. */
function fieldsOf(complaint: Complaint): StaffFields {
  const { kind, reportedAt, channel, unit, reporter, email } = complaint;
  const { phone, place, subject, text, category } = complaint;
  return {
    ...blankFields(),
    kind,
    reportedAt,
    channel,
    unit,
    reporter,
    email,
    phone,
    place,
    subject,
    text,
    category,
  };
}
