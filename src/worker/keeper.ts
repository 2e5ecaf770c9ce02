import { makeCalendar, type Calendar } from "../desk/calendar.ts";
import { numberText } from "../desk/conversation.ts";
import type { Downtime } from "../desk/custody.ts";
import { decide } from "../desk/decide.ts";
import { policyDigest } from "../desk/deadline.ts";
import { defaultPolicy } from "../desk/default-policy.ts";
import { EMPTY_MEMORY, type Decision, type DeskMemory } from "../desk/desk.ts";
import type { World } from "../desk/draft.ts";
import type { Letter, LetterState } from "../desk/letter.ts";
import { type SeenSerials, withNext, withSeen } from "../desk/numbering.ts";
import type { Observation } from "../desk/observation.ts";
import type { Office } from "../desk/office.ts";
import { unsettledFields } from "../desk/settle.ts";
import type { StaffField, Ticket } from "../desk/ticket.ts";
import { DAY, type Instant } from "../desk/time.ts";
import { threadKey } from "./mail-keys.ts";
import { newLetters } from "./new-letters.ts";
import type { Batch, Lease } from "./journal-port.ts";
import type { WorkerPorts, WorkerSettings } from "./settings.ts";

/** Closed tickets whose rows are still kept right, and whose cells staff may still change. */
const KEPT_AFTER_CLOSING = 30 * DAY;

/**
 * What the passes share: the tickets in hand, the office's rules of the last good reading, and the
 * only way to change anything, `record`: decide, then one journal transaction, one at a time.
 */
export class Keeper {
  readonly ports: WorkerPorts;
  readonly settings: WorkerSettings;
  readonly tickets = new Map<string, Ticket>();
  office: Office;
  /** False until a reading has given the office's own rules, now or before. */
  officeKnown = false;
  downtimes: Downtime[] = [];
  /** Observation gaps; like the downtimes of the journal's state of that name. */
  gaps: Downtime[] = [];
  /** Something was recorded that the Sheet does not show yet. */
  sheetStale = false;
  readonly #lease: Lease;
  #memory: DeskMemory = EMPTY_MEMORY;
  #calendar: { of: Office; calendar: Calendar; policy: string } | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  readonly #state = new Map<string, string>();

  private constructor(ports: WorkerPorts, settings: WorkerSettings, lease: Lease) {
    this.ports = ports;
    this.settings = settings;
    this.#lease = lease;
    this.office = {
      policy: defaultPolicy(settings.zone),
      staff: [],
      units: [],
      duty: [],
      spreadsheetUrl: "",
      filterViews: {},
    };
  }

  static async open(ports: WorkerPorts, settings: WorkerSettings): Promise<Keeper> {
    const { journal, clock } = ports;
    const keeper = new Keeper(ports, settings, await journal.lease());
    const now = clock.now();
    const closed = await journal.closedBetween(now - KEPT_AFTER_CLOSING, now + DAY);
    for (const ticket of [...closed, ...(await journal.load())]) {
      keeper.tickets.set(ticket.number, ticket);
    }
    keeper.#memory = (await journal.state<DeskMemory>("desk")) ?? EMPTY_MEMORY;
    keeper.downtimes = (await journal.state<Downtime[]>("downtimes")) ?? [];
    keeper.gaps = (await journal.state<Downtime[]>("gaps")) ?? [];
    const office = await journal.state<Office>("office");
    if (office) {
      keeper.office = office;
      keeper.officeKnown = true;
    }
    return keeper;
  }

  world(): World {
    const { office, settings, ports, downtimes, gaps } = this;
    if (this.#calendar?.of !== office) {
      const calendar = makeCalendar(office.policy.calendar);
      this.#calendar = { of: office, calendar, policy: policyDigest(office.policy) };
    }
    const { calendar, policy } = this.#calendar;
    return {
      office,
      calendar,
      policy,
      prefix: settings.ticketPrefix,
      operator: settings.operator,
      now: ports.clock.now(),
      downtimes,
      gaps,
    };
  }

  /** A ticket in hand, or fetched into it from the journal. */
  async bring(number: string): Promise<Ticket | undefined> {
    const held = this.tickets.get(number);
    if (held) return held;
    const stored = await this.ports.journal.ticket(number);
    if (stored) this.tickets.set(number, stored);
    return stored;
  }

  /**
   * Letters as they stand between two commits: while one is on its way to the disk the journal shows
   * its letters already, and the tickets in hand are still those before it.
   */
  lettersIn(states: readonly LetterState[]): Promise<Letter[]> {
    return this.#oneAtATime(() => this.ports.journal.lettersIn(states));
  }

  /** As `lettersIn`, of those whose time has come. */
  lettersDue(now: Instant, limit: number): Promise<Letter[]> {
    return this.#oneAtATime(() => this.ports.journal.lettersDue(now, limit));
  }

  /** Cells of a ticket that changed in the last readings and do not count yet. */
  unsettled(number: string): ReadonlySet<StaffField> {
    return unsettledFields(this.#memory.settling, number);
  }

  /** Never gives a number that stands in the Sheet already (DESIGN 5.3). */
  raiseSerials(seen: SeenSerials): void {
    this.#memory = withSeen(this.#memory, seen);
  }

  /** The next number of a year, for a claim; it counts as given once the claim is committed. */
  nextNumber(reportedAt: Instant): string {
    const { calendar, prefix } = this.world();
    const year = calendar.localDate(reportedAt).slice(0, 4);
    const { memory, serial } = withNext(this.#memory, year);
    this.#memory = memory;
    return numberText(prefix, Number(year), serial);
  }

  /** Decides on what was seen and commits it with `batch` in one transaction. */
  async record(
    observations: readonly Observation[],
    batch: (decision: Decision) => Batch = () => ({}),
  ): Promise<Decision> {
    return this.#oneAtATime(async () => {
      const world = this.world();
      const decision = decide(this.tickets.values(), observations, this.#memory, world);
      const letters = newLetters(decision, world, this.settings);
      const extra = batch(decision);
      const threads = letters
        .filter((letter) => letter.ticket !== null)
        .map(({ messageId, ticket }) => ({ key: threadKey(messageId), ticket, at: world.now }));
      await this.#write({
        ...extra,
        events: [...decision.events, ...(extra.events ?? [])],
        tickets: [...decision.tickets, ...(extra.tickets ?? [])],
        newLetters: [...letters, ...(extra.newLetters ?? [])],
        sources: [...threads, ...(extra.sources ?? [])],
        state: { ...extra.state, desk: decision.memory },
      });
      this.#memory = decision.memory;
      for (const ticket of decision.tickets) this.tickets.set(ticket.number, ticket);
      if (decision.events.length > 0 || decision.setAside.length > 0) this.sheetStale = true;
      return decision;
    });
  }

  /** Commits what needs no decision; one that is made of what the journal holds is made in its turn. */
  async commit(batch: Batch | (() => Promise<Batch>)): Promise<void> {
    await this.#oneAtATime(async () =>
      this.#write(typeof batch === "function" ? await batch() : batch),
    );
  }

  /** State that stands in the journal already is not written again, nor an empty batch at all. */
  async #write(batch: Batch): Promise<void> {
    const state: Record<string, unknown> = {};
    const written = new Map<string, string>();
    for (const [name, value] of Object.entries(batch.state ?? {})) {
      const text = JSON.stringify(value);
      if (this.#state.get(name) === text) continue;
      state[name] = value;
      written.set(name, text);
    }
    const { state: _given, ...lists } = batch;
    const isEmpty = written.size === 0 && Object.values(lists).every((list) => list.length === 0);
    if (isEmpty) return;
    await this.ports.journal.commit({ ...lists, state }, this.#lease);
    for (const [name, text] of written) this.#state.set(name, text);
  }

  /** Tickets closed long ago leave the hand; the journal keeps them. */
  forgetOld(): void {
    const before = this.ports.clock.now() - KEPT_AFTER_CLOSING;
    for (const [number, ticket] of this.tickets) {
      if (ticket.phase !== "open" && ticket.phaseSince < before) this.tickets.delete(number);
    }
  }

  #oneAtATime<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => undefined);
    return done;
  }
}
