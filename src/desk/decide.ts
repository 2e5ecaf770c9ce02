import { formArrived, mailArrived } from "./arrivals.ts";
import { recheckOfficers } from "./assign.ts";
import { followParent, recheckParent } from "./children.ts";
import type { Complaint } from "./complaint.ts";
import { Desk, type Decision, type DeskMemory } from "./desk.ts";
import { Draft, type World } from "./draft.ts";
import { factsRead } from "./facts-read.ts";
import { reported } from "./finish.ts";
import { openTicket, received } from "./intake.ts";
import { climb } from "./ladder.ts";
import { DONE_BEFORE, isLateEntry } from "./late-entry.ts";
import { LETTER_WORDS } from "./letter-words.ts";
import type { Observation } from "./observation.ts";
import { recompute } from "./recompute.ts";
import { tellDeferred } from "./reply.ts";
import { unsettledFields } from "./settle.ts";
import { similarTo } from "./similar.ts";
import type { Ticket } from "./ticket.ts";
import { HOUR, type Instant } from "./time.ts";

/** The only entrance for changes: what was seen, in its order, becomes events and letters. */
export function decide(
  tickets: Iterable<Ticket>,
  observations: readonly Observation[],
  memory: DeskMemory,
  world: World,
): Decision {
  const answered = memory.answered.filter(({ at }) => world.now - at < HOUR);
  const desk = new Desk(tickets, { ...memory, answered }, world);
  for (const observation of observations) observe(desk, observation);
  return desk.result();
}

function observe(desk: Desk, observation: Observation): void {
  switch (observation.type) {
    case "mail":
      return mailArrived(desk, observation, { promoted: false });
    case "promoted-mail":
      return mailArrived(desk, { ...observation, knownTicket: null }, { promoted: true });
    case "form":
      return formArrived(desk, observation);
    case "typed":
      return rowClaimed(desk, observation);
    case "facts":
      return factsRead(desk, observation);
    case "letter":
      return letterEnded(desk, observation);
    case "tick":
      return timePassed(desk);
    default:
      return unreachable(observation);
  }
}

/** What staff typed beyond the complaint itself settles like any other change of a cell. */
function rowClaimed(
  desk: Desk,
  { number, complaint: typed, fields }: Observation & { type: "typed" },
): void {
  if (desk.tickets.has(number)) return;
  const { calendar, now } = desk.world;
  const complaint = notInFuture(typed, now);
  const entry = { origin: "typed", complaint, openedAt: now } as const;
  const isDone = fields.status === "Selesai" && isLateEntry(entry, calendar);
  const unanswered = isDone ? { unanswered: DONE_BEFORE.text } : {};
  const similar = isDone ? undefined : similarTo(desk.tickets, complaint);
  const { reportedAt, subject } = fields;
  const cells = { reportedAt, subject };
  const parent = desk.tickets.get(fields.parent)?.phase === "open" ? fields.parent : undefined;
  const draft = openTicket(
    { number, origin: "typed", complaint, similar, parent, cells, ...unanswered },
    desk.world,
  );
  if (isDone) draft.note(DONE_BEFORE.name, DONE_BEFORE.text);
  desk.keep(draft);
}

function notInFuture(complaint: Complaint, now: Instant): Complaint {
  if (complaint.reportedAt <= now) return complaint;
  const note = "Waktu Lapor masih di masa depan; yang dipakai waktu baris ini terlihat.";
  return { ...complaint, reportedAt: now, notes: [...complaint.notes, note] };
}

/** A letter reached a final state: *Surat Terakhir*, and the end of step 2 or 6. */
function letterEnded(desk: Desk, seen: Observation & { type: "letter" }): void {
  const ticket = desk.tickets.get(seen.number);
  if (!ticket) return;
  const draft = new Draft(ticket, desk.world);
  const { kind, key, state, detail, at, messageId, toRole } = seen;
  const sent = state === "sent" || state === "presumed";
  const words = LETTER_WORDS[kind] ?? kind;
  const delayed = state === "delayed";
  const outcome = delayed ? "tertunda" : "tidak terkirim";
  const why = detail === "" ? "sebabnya tidak tercatat" : detail;
  const text = sent ? `${words} terkirim` : `${words} ${outcome}: ${why}`;
  draft.emit({ type: "letter", kind, key, text, messageId: sent ? messageId : "" });
  if (delayed) return desk.keep(draft);
  if (kind === "acknowledgement") received(draft, at, sent ? "" : why);
  const isReport = kind === "report" && toRole === "section-head";
  if (isReport && key.includes(`/r${ticket.round}/`)) {
    reported(draft, at, sent ? "" : why);
  }
  // By the place in the audience: a later letter that gets there takes the sentence away.
  const note = `surat/${key.split("/").at(-1) ?? toRole}`;
  if (sent) draft.note(note, "");
  else if (detail !== "" && (state === "failed" || state === "bounced")) {
    draft.note(note, `${words} tidak sampai: ${detail}`);
  }
  desk.keep(draft);
}

/** The clock: what was put off, deadlines after a changed policy, then the rungs that are due. */
function timePassed(desk: Desk): void {
  for (const ticket of desk.tickets.values()) {
    const draft = new Draft(ticket, desk.world);
    tellDeferred(draft);
    if (ticket.phase === "open") followParent(draft, desk.tickets);
    if (draft.ticket.phase === "open") {
      recompute(draft);
      recheckParent(draft, desk.tickets);
      recheckOfficers(draft);
      climb(draft, unsettledFields(desk.memory.settling, ticket.number));
    }
    desk.keep(draft);
  }
}

function unreachable(value: never): never {
  throw new TypeError(`Cannot decide: received ${JSON.stringify(value)}`);
}
