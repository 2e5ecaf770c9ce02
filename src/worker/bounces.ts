import { numberText } from "../desk/conversation.ts";
import type { Letter } from "../desk/letter.ts";
import { LETTER_WORDS } from "../desk/letter-words.ts";
import type { DeliveryFailure, Message } from "../desk/message.ts";
import type { Observation } from "../desk/observation.ts";
import { helpdesk } from "../desk/people.ts";
import { numbersIn } from "../desk/reference.ts";
import type { Keeper } from "./keeper.ts";
import { toLetter } from "./new-letters.ts";

export interface Bounces {
  /** Letters whose state a report changed. */
  letters: Letter[];
  /** What the helpdesk is told, once an address a day (DESIGN 7). */
  newLetters: Letter[];
  observations: Observation[];
  /** The ticket that each report is about. */
  tickets: Map<Message, string>;
}

/** Delivery reports about letters of ours: the letter, its ticket and the helpdesk hear of it. */
export async function bouncesOf(keeper: Keeper, messages: readonly Message[]): Promise<Bounces> {
  const bounces: Bounces = { letters: [], newLetters: [], observations: [], tickets: new Map() };
  const reports = messages.filter(({ verdict }) => verdict.class === "bounce");
  if (reports.length === 0) return bounces;
  const sent = await keeper.lettersIn(["sent", "presumed", "unsure", "bounced"]);
  for (const report of reports) {
    for (const failure of report.failures) {
      const letter = letterOf(keeper, sent, { report, address: failure.address });
      if (letter) await reported(keeper, bounces, { report, failure, letter });
    }
  }
  return bounces;
}

async function reported(
  keeper: Keeper,
  bounces: Bounces,
  { report, failure, letter }: { report: Message; failure: DeliveryFailure; letter: Letter },
): Promise<void> {
  const state = stateAfter(failure, letter);
  if (letter.ticket !== null) bounces.tickets.set(report, letter.ticket);
  if (state === undefined) return;
  const detail = state === "sent" ? "" : wordsFor(failure);
  if (state !== "delayed") bounces.letters.push({ ...letter, state, detail });
  if (state === "bounced") bounces.newLetters.push(...told(keeper, letter, detail));
  if (letter.ticket === null) return;
  await keeper.bring(letter.ticket);
  bounces.observations.push({
    type: "letter",
    number: letter.ticket,
    kind: letter.kind,
    key: letter.key,
    toRole: letter.to.role,
    state,
    detail,
    at: report.receivedAt,
    messageId: letter.messageId,
  });
}

/** A server that is still trying has not failed; the same report twice changes nothing (B062). */
function stateAfter(
  { action, status }: DeliveryFailure,
  letter: Letter,
): "sent" | "bounced" | "delayed" | undefined {
  if (action === "delivered") return letter.state === "bounced" ? "sent" : undefined;
  if (letter.state === "bounced") return undefined;
  if (action === "delayed" || status.startsWith("4.")) return "delayed";
  return action === "failed" ? "bounced" : undefined;
}

/** In plain words, with the status that the report itself names; none is ever invented. */
function wordsFor({ status, action }: DeliveryFailure): string {
  if (action === "delayed") return `server penerima masih mencoba ${status}`.trim();
  const why = REASONS.find(({ statuses }) => statuses.test(status))?.words;
  if (why !== undefined) return `${why} ${status}`;
  return status === ""
    ? "ditolak server penerima, alasan tidak disebutkan"
    : `ditolak server penerima ${status}`;
}

const REASONS: readonly { statuses: RegExp; words: string }[] = [
  { statuses: /^5\.1\./, words: "alamat tidak dikenal server penerima" },
  { statuses: /^5\.2\.2$/, words: "kotak surat penerima penuh" },
  { statuses: /^5\.2\./, words: "kotak surat penerima tidak dapat menerima" },
  { statuses: /^5\.3\.4$/, words: "surat terlalu besar untuk server penerima" },
  { statuses: /^5\.4\./, words: "server penerima tidak dapat dihubungi" },
  { statuses: /^5\.7\./, words: "ditolak aturan server penerima" },
];

/** Never an alarm about an alarm (DESIGN 7). */
function told(keeper: Keeper, letter: Letter, detail: string): Letter[] {
  if (letter.kind === "alarm") return [];
  const world = keeper.world();
  const day = world.calendar.localDate(world.now);
  const { address } = letter.to;
  const what = [LETTER_WORDS[letter.kind] ?? letter.kind, letter.ticket ?? ""].join(" ").trim();
  const lines = [
    `${what} kepada ${address} tidak sampai: ${detail}.`,
    "Mohon hubungi penerimanya lewat telepon, dan perbaiki alamatnya bila keliru.",
  ];
  return helpdesk(world.office, day, world.operator).map((to) => {
    const key = `bounce/${address}/${day}/${to.address}`;
    const facts = { kind: "alarm", title: "Surat tidak sampai", lines } as const;
    const due = { causedBySheet: false, plannedAt: world.now, expiresAt: null };
    // No letter of the ticket: *Surat Terakhir* goes on telling what did not arrive.
    const plan = { key, reasons: [key], kind: "alarm", to, ticket: null, facts, ...due } as const;
    return toLetter({ ...plan, reasons: [key] }, world, keeper.settings);
  });
}

/** By our own id, then the recipient's latest letter, then the number in the subject (DESIGN 13). */
function letterOf(
  keeper: Keeper,
  sent: readonly Letter[],
  { report, address }: { report: Message; address: string },
): Letter | undefined {
  const ids = new Set(
    [...report.reportedIds, ...report.inReplyTo, ...report.references].map(plainId),
  );
  const byId = sent.find(
    (letter) =>
      ids.has(plainId(letter.messageId)) ||
      (letter.serverMessageId !== "" && ids.has(plainId(letter.serverMessageId))) ||
      report.letterMarks.some((mark) => letter.messageId.startsWith(`<${mark}@`)),
  );
  if (byId) return byId;
  if (address !== "") {
    return latest(sent.filter(({ to }) => to.address.toLowerCase() === address.toLowerCase()));
  }
  const prefix = keeper.settings.ticketPrefix;
  const [named] = numbersIn(report.subject, prefix);
  if (!named) return undefined;
  const number = numberText(prefix, named.year, named.serial);
  return latest(sent.filter(({ ticket, to }) => ticket === number && to.role === "reporter"));
}

function plainId(id: string): string {
  return id.toLowerCase();
}

function latest(letters: readonly Letter[]): Letter | undefined {
  return letters.toSorted((a, b) => (a.sentAt ?? 0) - (b.sentAt ?? 0)).at(-1);
}
