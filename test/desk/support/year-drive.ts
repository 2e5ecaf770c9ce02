import { decide } from "../../../src/desk/decide.ts";
import { EMPTY_MEMORY, type DeskMemory } from "../../../src/desk/desk.ts";
import type { Observation } from "../../../src/desk/observation.ts";
import type { StaffFields, Ticket } from "../../../src/desk/ticket.ts";
import { MINUTE, type Instant } from "../../../src/desk/time.ts";
import { aMail } from "./messages.ts";
import { anOffice, worldAt } from "./office.ts";
import { YEAR_START } from "./year-minutes.ts";
import { actsOf, type Act, type YearPlan } from "./year-plan.ts";

export function instantOf(minute: number): Instant {
  return YEAR_START + minute * MINUTE;
}

export function minuteOf(t: Instant | null): number {
  return t === null ? -1 : (t - YEAR_START) / MINUTE;
}

/** The year through `decide`, a beat at a time; gives every ticket as it ended, in order of arrival. */
export function driveYear(year: YearPlan): Ticket[] {
  const desk = new YearDesk(year);
  const typing = year.tickets
    .flatMap((plan, nth) => actsOf(plan).map((act) => ({ nth, act })))
    .toSorted((a, b) => a.act.typed - b.act.typed)
    .values();
  let next = typing.next();
  for (let beat = year.beats.indexOf(1); beat !== -1; beat = year.beats.indexOf(1, beat + 1)) {
    for (; !next.done && next.value.act.typed < beat; next = typing.next()) {
      desk.type(next.value.nth, next.value.act);
    }
    desk.beat(beat);
  }
  return desk.tickets();
}

class YearDesk {
  readonly #year: YearPlan;
  readonly #office = anOffice();
  readonly #downtimes: { from: Instant; to: Instant }[];
  readonly #open = new Map<string, Ticket>();
  readonly #done = new Map<string, Ticket>();
  readonly #numbers: string[] = [];
  /** Rows whose cells say something that has not settled. */
  readonly #cells = new Map<string, StaffFields>();
  #memory: DeskMemory = EMPTY_MEMORY;
  #arrived = 0;
  #previousAt: Instant | null = null;

  constructor(year: YearPlan) {
    this.#year = year;
    this.#downtimes = year.downtimes.map(({ from, to }) => ({
      from: instantOf(from),
      to: instantOf(to),
    }));
  }

  type(nth: number, { cells }: Act): void {
    const number = this.#numbers[nth] ?? "";
    const before = this.#cells.get(number) ?? this.#open.get(number)?.fields;
    if (!before) throw new RangeError(`Cannot type into ticket ${nth}: it is not open`);
    const { finishedAt } = cells;
    const time = typeof finishedAt === "number" ? { finishedAt: instantOf(finishedAt) } : {};
    this.#cells.set(number, { ...before, ...cells, ...time });
  }

  beat(minute: number): void {
    const readAt = instantOf(minute);
    this.#decide(this.#mails(minute), readAt);
    const rows = [...this.#cells].map(([number, facts]) => ({ number, facts, problems: [] }));
    const previousAt = this.#previousAt;
    this.#decide([{ type: "facts", rows, readAt, previousAt }, { type: "tick" }], readAt);
    this.#previousAt = readAt;
    for (const number of this.#cells.keys()) {
      if (!this.#memory.settling[number]) this.#cells.delete(number);
    }
  }

  tickets(): Ticket[] {
    return this.#numbers
      .map((number) => this.#done.get(number) ?? this.#open.get(number))
      .filter((ticket) => ticket !== undefined);
  }

  #mails(minute: number): Observation[] {
    const mails: Observation[] = [];
    for (; ; this.#arrived++) {
      const plan = this.#year.tickets[this.#arrived];
      if (!plan || plan.arrives > minute) return mails;
      const from = `orang${this.#arrived}@gmail.com`;
      const message = aMail(this.#arrived, instantOf(plan.arrives), { from });
      mails.push({ type: "mail", message, mailRef: `m${this.#arrived}`, knownTicket: null });
    }
  }

  /** Acknowledgements and reports are handed over in the same minute. */
  #decide(observations: Observation[], now: Instant): void {
    if (observations.length === 0) return;
    const world = { ...worldAt(now, this.#office), downtimes: this.#downtimes };
    const decision = decide(this.#open.values(), observations, this.#memory, world);
    this.#memory = decision.memory;
    for (const { ticket } of decision.placed) if (ticket) this.#numbers.push(ticket);
    for (const ticket of decision.tickets) this.#keep(ticket);
    const ended = decision.letters.flatMap(({ kind, key, ticket, to }): Observation[] => {
      if (kind !== "acknowledgement" && kind !== "report") return [];
      const letter = { kind, key, toRole: to.role, state: "sent", detail: "", messageId: "" };
      return [{ type: "letter", number: ticket ?? "", at: now, ...letter }];
    });
    this.#decide(ended, now);
  }

  #keep(ticket: Ticket): void {
    const { number, phase } = ticket;
    if (phase === "open") {
      this.#open.set(number, ticket);
      return;
    }
    this.#open.delete(number);
    this.#cells.delete(number);
    this.#done.set(number, ticket);
  }
}
