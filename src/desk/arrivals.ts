import { type Belonging, belongsTo, numberText, roleOf } from "./conversation.ts";
import type { Desk } from "./desk.ts";
import { certainUnit } from "./directory.ts";
import { Draft } from "./draft.ts";
import { editWords } from "./form-edit.ts";
import { withKnownUnit } from "./form-unit.ts";
import { openTicket } from "./intake.ts";
import { mailComplaint } from "./mail-complaint.ts";
import type { Message } from "./message.ts";
import { withNext } from "./numbering.ts";
import type { Observation } from "./observation.ts";
import { addressIn } from "./people.ts";
import { answersBack, withheld } from "./quota.ts";
import { join, refToFiles, replyOf } from "./reply.ts";
import { similarTo } from "./similar.ts";
import type { Instant } from "./time.ts";

type MailSeen = Omit<Observation & { type: "mail" }, "type">;

/** One mail: it joins a ticket, opens one, or becomes a line in *Surat Lain*; never nothing. */
export function mailArrived(
  desk: Desk,
  { message, mailRef, knownTicket }: MailSeen,
  { promoted }: { promoted: boolean },
): void {
  const place = (ticket: string | null) => desk.placed.push({ source: mailRef, ticket });
  if (message.sent) {
    place(ownHandwritten(desk, { message, mailRef, knownTicket }));
    return;
  }
  const { verdict } = message;
  const isBulkComplaint = verdict.class === "bulk" && isFromDirectory(message, desk);
  const isPersonal = verdict.class === "complaint" || verdict.class === "reply";
  if (!promoted && !isPersonal && !isBulkComplaint) {
    setAside(desk, message, mailRef);
    place(knownTicket);
    return;
  }
  const belonging = promoted ? {} : belongsTo(message, knownTicket, desk.tickets, desk.world);
  const { ticket, mentioned }: Belonging = belonging;
  if (ticket) {
    const draft = new Draft(ticket, desk.world);
    join(draft, replyOf(message, mailRef), roleOf(message, ticket, desk.world));
    desk.keep(draft);
    place(ticket.number);
    return;
  }
  if (verdict.class === "reply" && verdict.thanks && !promoted) {
    // Thanks for something that we no longer know is no complaint, but it is not dropped either.
    setAside(desk, message, mailRef);
    place(null);
    return;
  }
  place(opened(desk, message, { mailRef, mentioned }));
}

/** An answer that people wrote by hand belongs to its ticket; our own letters are known already. */
function ownHandwritten(desk: Desk, { message, mailRef, knownTicket }: MailSeen): string | null {
  const ticket = desk.tickets.get(knownTicket ?? "");
  if (!ticket || message.letterMarks.length > 0) return knownTicket;
  const draft = new Draft(ticket, desk.world);
  join(draft, replyOf(message, mailRef), "staff");
  desk.keep(draft);
  return ticket.number;
}

function opened(
  desk: Desk,
  message: Message,
  { mailRef, mentioned }: { mailRef: string; mentioned: string | undefined },
): string {
  const { world } = desk;
  const complaint = mailComplaint(message, world);
  if (mentioned !== undefined) complaint.notes.push(`Pesan ini menyebut ${mentioned}.`);
  const unanswered = whyUnanswered(desk, message, complaint.email);
  const authors = message.authors.map((author) => author.address);
  const draft = openTicket(
    {
      number: nextNumber(desk, complaint.reportedAt),
      origin: "mail",
      complaint,
      reason: message.verdict.reason,
      messageId: message.messageId,
      mailRef: refToFiles(message, mailRef),
      participants: [...new Set([complaint.email, ...authors])].filter((each) => each !== ""),
      unanswered,
      similar: similarTo(desk.tickets, complaint),
    },
    world,
  );
  remember(desk, draft);
  desk.keep(draft);
  return draft.ticket.number;
}

/** Why a new complaint gets no acknowledgement, in Indonesian; undefined: it gets one. */
function whyUnanswered(
  { world, memory }: Desk,
  message: Message,
  address: string,
): string | undefined {
  const { answerable, reason, silence } = message.verdict;
  if (!answerable) return silence ?? reason;
  if (world.office.policy.ourAddresses.includes(address)) {
    return "pengirim memakai alamat kantor sendiri";
  }
  if (answersBack(message, memory.answered, world)) {
    return "tampak seperti tanda terima dari sistem tiket lain yang baru saja kita surati";
  }
  return withheld(address, memory.answered, world);
}

/** A form response; an edited one is a reply on its open ticket (DESIGN 8, 13). */
export function formArrived(desk: Desk, { submission, knownTicket }: FormSeen): void {
  const { responseId } = submission;
  const complaint = withKnownUnit(submission.complaint, desk.world.office);
  const source = `form:${responseId}`;
  const ticket = desk.tickets.get(knownTicket ?? "");
  if (ticket) {
    const draft = new Draft(ticket, desk.world);
    const reply = {
      who: complaint.reporter || "pelapor",
      authors: [addressIn(complaint.email)],
      text: editWords(ticket.complaint, complaint),
      thanks: false,
      at: submission.receivedAt,
      messageId: "",
      mailRef: "",
    };
    join(draft, reply, "reporter");
    desk.keep(draft);
    desk.placed.push({ source, ticket: ticket.number });
    return;
  }
  if (knownTicket !== null) return;
  const unanswered = withheld(addressIn(complaint.email), desk.memory.answered, desk.world);
  const draft = openTicket(
    {
      number: nextNumber(desk, complaint.reportedAt),
      origin: "form",
      complaint,
      unanswered,
      similar: similarTo(desk.tickets, complaint),
    },
    desk.world,
  );
  remember(desk, draft);
  desk.keep(draft);
  desk.placed.push({ source, ticket: draft.ticket.number });
}

type FormSeen = Omit<Observation & { type: "form" }, "type">;

function isFromDirectory(message: Message, { world }: Desk): boolean {
  const { units, policy } = world.office;
  return message.authors.some(
    ({ address }) => certainUnit(address, units, policy.freeMailDomains) !== undefined,
  );
}

function setAside(desk: Desk, message: Message, mailRef: string): void {
  const { verdict, receivedAt: at, from, subject } = message;
  const address = from?.address ?? "";
  const { class: kind, reason } = verdict;
  desk.setAside.push({ mailRef, at, from: address, subject, class: kind, reason });
}

/** The next number of the year of *Waktu Lapor* in the office's zone (DESIGN 13, B097). */
export function nextNumber(desk: Desk, reportedAt: Instant): string {
  const { calendar, prefix } = desk.world;
  const year = calendar.localDate(reportedAt).slice(0, 4);
  const { memory, serial } = withNext(desk.memory, year);
  desk.memory = memory;
  return numberText(prefix, Number(year), serial);
}

function remember(desk: Desk, draft: Draft): void {
  const answer = draft.letters.find((letter) => letter.kind === "acknowledgement");
  if (!answer) return;
  const answered = [...desk.memory.answered, { address: answer.to.address, at: desk.world.now }];
  desk.memory = { ...desk.memory, answered };
}
