import { blankFields } from "./blank-fields.ts";
import type { Complaint } from "./complaint.ts";
import { covers } from "./custody.ts";
import { dueAt } from "./deadline.ts";
import { Draft, type World } from "./draft.ts";
import { judge, type End } from "./judge.ts";
import type { LetterPlan } from "./letter.ts";
import { addressIn, onDuty, sectionHead } from "./people.ts";
import { endRun, hasClock, startRun } from "./runs.ts";
import { currentRun, type Run, type StaffFields, type Ticket } from "./ticket.ts";
import type { Instant } from "./time.ts";

export interface Arrival {
  number: string;
  origin: Ticket["origin"];
  complaint: Complaint;
  /** Why a mail was taken for a complaint, for *Riwayat*. */
  reason?: string;
  messageId?: string;
  mailRef?: string;
  participants?: string[];
  /** Why no acknowledgement is owed, in Indonesian; undefined: one is. */
  unanswered?: string | undefined;
  /** An open ticket about the same fault, only ever a hint. */
  similar?: string | undefined;
  /** The open ticket that staff named as *Aduan Induk* of the row they typed. */
  parent?: string | undefined;
  /** Cells of a typed row that may be blank where the complaint has a value made up for them. */
  cells?: Pick<StaffFields, "reportedAt" | "subject">;
}

/** Opens a ticket: SOP steps 1 and 2. Its acknowledgement ends step 2 once handed over. */
export function openTicket(arrival: Arrival, world: World): Draft {
  const { complaint, origin } = arrival;
  const address = addressIn(complaint.email);
  const draft = Draft.open(
    arrival.number,
    {
      type: "opened",
      origin,
      complaint,
      fields: { ...fieldsOf(complaint), ...arrival.cells },
      messageId: arrival.messageId ?? "",
      mailRef: arrival.mailRef ?? "",
      participants: arrival.participants ?? [address].filter((each) => each !== ""),
      ...(arrival.reason === undefined ? {} : { reason: arrival.reason }),
    },
    world,
  );
  for (const [index, note] of complaint.notes.entries()) draft.note(`isi-${index}`, note);
  if (arrival.similar) draft.note("ganda", `Diduga ganda dengan ${arrival.similar}.`);
  startRun(draft, 2, complaint.reportedAt);
  if (origin === "typed") {
    // Staff typed it, so it was received when it was reported (DESIGN 6).
    received(draft, complaint.reportedAt, "");
  }
  const owed = arrival.unanswered === undefined && address !== "";
  if (owed) draft.plan(acknowledgement(draft, address, arrival.parent));
  else if (origin !== "typed") {
    const reason = arrival.unanswered ?? noAddress(complaint);
    draft.note("tanda-terima", `Tanda terima tidak dikirim: ${reason}.`);
    received(draft, world.now, reason);
  }
  alertOutOfHours(draft);
  return draft;
}

function noAddress({ email }: Complaint): string {
  const why =
    email.trim() === "" ? "pelapor tidak mencantumkan alamat email" : "alamat email tidak terbaca";
  return `${why}; sampaikan lewat telepon`;
}

/** Step 2 ends and step 3 begins; a reason means that no acknowledgement was owed. */
export function received(draft: Draft, at: Instant, reason: string): void {
  const run = currentRun(draft.ticket, 2);
  if (!run || run.endedAt !== null) return;
  endRun(draft, 2, endOfReceipt(run, draft, { at, reason }));
  // Staff may have identified, or even solved it, before the acknowledgement was handed over.
  if (!currentRun(draft.ticket, 3)) startRun(draft, 3, at);
}

/**
 * A deadline that passed while the worker did not run is nobody's lateness (DESIGN 13, B113), nor is
 * a form's while Google was away.
 */
function endOfReceipt(
  run: Run,
  { ticket, world }: Draft,
  { at, reason }: { at: Instant; reason: string },
): End {
  if (reason !== "") return { at, outcome: "not-owed", reason };
  if (judge(run, { at }) !== "late") return { at };
  const due = run.dueAt ?? at;
  if (covers(world.downtimes, due)) {
    return { at, outcome: "unmeasured", reason: "sistem aduan tidak berjalan" };
  }
  const isReadAfter = ticket.origin === "form" && ticket.openedAt > due;
  if (!isReadAfter || !covers(world.gaps, due)) return { at };
  return { at, outcome: "unmeasured", reason: "formulir tidak terbaca" };
}

function fieldsOf(complaint: Complaint): StaffFields {
  return {
    ...blankFields(),
    kind: complaint.kind,
    reportedAt: complaint.reportedAt,
    channel: complaint.channel,
    unit: complaint.unit,
    reporter: complaint.reporter,
    email: complaint.email,
    phone: complaint.phone,
    place: complaint.place,
    subject: complaint.subject,
    text: complaint.text,
    category: complaint.category,
  };
}

function acknowledgement(
  { ticket, world }: Draft,
  address: string,
  parent: string | null = null,
): LetterPlan {
  const { calendar, office, now } = world;
  const { complaint, number } = ticket;
  const opensAt = calendar.nextOpening(complaint.reportedAt);
  // The worst case: step 2 uses its whole limit (DESIGN 6).
  const step2 = dueAt(calendar, 2, complaint.reportedAt, office.policy);
  const step3 = step2 === null ? null : dueAt(calendar, 3, step2, office.policy);
  const missing: ("unit" | "place")[] = [];
  const isUnitOpen = complaint.unit === "" && complaint.suggestion.publicPlace !== true;
  if (isUnitOpen) missing.push("unit");
  if (isUnitOpen && complaint.place === "") missing.push("place");
  const key = `${number}/r1/acknowledgement/reporter`;
  return {
    key,
    reasons: [key],
    kind: "acknowledgement",
    to: { role: "reporter", name: complaint.reporter, address },
    ticket: number,
    facts: {
      kind: "acknowledgement",
      outOfHours: !calendar.isOpen(complaint.reportedAt) && opensAt > now,
      opensAt,
      step3DueAt: hasClock(ticket) ? step3 : null,
      missing,
      parent,
      dutyPhone: office.policy.dutyPhone,
    },
    causedBySheet: false,
    plannedAt: now,
    expiresAt: null,
  };
}

/** Out of hours a *Tinggi* suggestion also goes to the *piket* and the section head (DESIGN 6). */
function alertOutOfHours(draft: Draft): void {
  const { ticket, world } = draft;
  const { calendar, office, now } = world;
  const isHigh = ticket.complaint.suggestion.priority === "Tinggi";
  if (!isHigh || calendar.isOpen(now) || !hasClock(ticket)) return;
  const day = calendar.localDate(now);
  const people = [...onDuty(office, calendar, now), ...sectionHead(office, day)];
  for (const to of people.filter(
    (one, at) => people.findIndex((p) => p.address === one.address) === at,
  )) {
    const key = `${ticket.number}/r1/on-duty/${to.role}`;
    draft.plan({
      key,
      reasons: [key],
      kind: "on-duty",
      to,
      ticket: ticket.number,
      facts: { kind: "on-duty", opensAt: calendar.nextOpening(now) },
      causedBySheet: false,
      plannedAt: now,
      expiresAt: null,
    });
  }
}
