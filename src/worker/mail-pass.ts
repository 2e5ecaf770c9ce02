import { numberText } from "../desk/conversation.ts";
import type { Message } from "../desk/message.ts";
import type { Observation } from "../desk/observation.ts";
import { numbersIn } from "../desk/reference.ts";
import { LIMIT_REACHED } from "../desk/quota.ts";
import type { Ticket } from "../desk/ticket.ts";
import { alarm } from "./alarm.ts";
import { bouncesOf } from "./bounces.ts";
import type { Keeper } from "./keeper.ts";
import { mailKeys, mailRefOf } from "./mail-keys.ts";
import type { MailCursor } from "./ports.ts";
import type { SourceKey } from "./journal-port.ts";

/** IMAP since the cursor → decide → record; `recorded` is told of each batch. Never waits for Google. */
export async function mailPass(
  keeper: Keeper,
  recorded: () => void = () => {},
): Promise<{ messages: number }> {
  const { journal, mailbox } = keeper.ports;
  const cursor = (await journal.state<MailCursor>("mail")) ?? null;
  const known = async (refs: string[]) => {
    const found = await journal.findSources(refs.map((ref) => `uid:${ref}`));
    return new Set([...found.keys()].map((key) => key.slice("uid:".length)));
  };
  let count = 0;
  let newest = JSON.stringify(cursor);
  for await (const batch of mailbox.read(cursor, { since: keeper.settings.imap.since, known })) {
    // Within one commit no mail may depend on another: its thread and its copies must be findable.
    const pieces = independent(batch.messages);
    const next = JSON.stringify(batch.cursor);
    const reached = next === newest ? {} : { mail: batch.cursor };
    for (const piece of pieces) {
      await take(keeper, piece, piece === pieces.at(-1) ? reached : {});
    }
    if (pieces.length === 0) await keeper.commit({ state: reached });
    newest = next;
    count += batch.messages.length;
    if (batch.messages.length > 0) recorded();
  }
  return { messages: count };
}

/** Cuts a batch where a mail names, answers or repeats an earlier one of the same piece. */
function independent(messages: readonly Message[]): Message[][] {
  const pieces: Message[][] = [];
  let seen = new Set<string>();
  for (const message of messages) {
    const { own, copies, thread } = mailKeys(message);
    const depends = [...copies, ...thread].some((key) => seen.has(key));
    const piece = pieces.at(-1);
    if (depends || piece === undefined) {
      pieces.push([message]);
      seen = new Set();
    } else piece.push(message);
    for (const key of own) seen.add(key);
  }
  return pieces;
}

/** Records a piece and, with its last one, how far reading has `reached`. */
async function take(
  keeper: Keeper,
  messages: readonly Message[],
  reached: { mail?: MailCursor },
): Promise<void> {
  const { journal, clock } = keeper.ports;
  const now = clock.now();
  const keys = new Map(messages.map((message) => [message, mailKeys(message)]));
  const asked = [...keys.values()].flatMap(({ own, copies, thread }) => [
    ...own,
    ...copies,
    ...thread,
  ]);
  const found = await journal.findSources([...new Set(asked)]);

  const observations: (Observation & { type: "mail" })[] = [];
  const sources: SourceKey[] = [];
  const fresh: Message[] = [];
  for (const message of messages) {
    const { own, copies, thread } = keys.get(message) ?? mailKeys(message);
    const mailRef = mailRefOf(message);
    if (found.has(`uid:${mailRef}`)) continue;
    const copyOf = copies.map((key) => found.get(key)).find((source) => source !== undefined);
    if (copyOf) {
      sources.push(...own.map((key) => ({ key, ticket: copyOf.ticket, at: now })));
      continue;
    }
    const knownTicket =
      thread.map((key) => found.get(key)?.ticket).find((each) => each != null) ?? null;
    if (knownTicket !== null) await keeper.bring(knownTicket);
    await bringNamed(keeper, message);
    observations.push({ type: "mail", message, mailRef, knownTicket });
    fresh.push(message);
  }
  const bounced = await bouncesOf(keeper, fresh);
  const seen = observations.map((each) => ({
    ...each,
    knownTicket: bounced.tickets.get(each.message) ?? each.knownTicket,
  }));
  const { tickets: changed } = await keeper.record(
    [...seen, ...bounced.observations],
    ({ placed, setAside }) => {
      const tickets = new Map(placed.map(({ source, ticket }) => [source, ticket]));
      const placedKeys = fresh.flatMap((message) => {
        const ticket = tickets.get(mailRefOf(message)) ?? null;
        return (keys.get(message)?.own ?? []).map((key) => ({ key, ticket, at: now }));
      });
      const { letters, newLetters } = bounced;
      return {
        sources: [...sources, ...placedKeys],
        otherMail: setAside,
        letters,
        newLetters,
        state: reached,
      };
    },
  );
  for (const ticket of changed) await tellOfLimit(keeper, ticket);
  for (const message of fresh) await tellOfUnreadable(keeper, message);
}

/** It is a ticket by its envelope; the operator looks why (B083). */
async function tellOfUnreadable(keeper: Keeper, message: Message): Promise<void> {
  if (message.verdict.rule !== "unreadable") return;
  const ref = mailRefOf(message);
  await alarm(keeper, `unreadable/${ref}`, "Surat tidak dapat dibaca", message.problems);
}

/** Somebody, or something, writes more often than it is answered: the operator looks (B109). */
async function tellOfLimit(keeper: Keeper, { number, complaint, notes }: Ticket): Promise<void> {
  const note = notes["tanda-terima"] ?? "";
  if (!note.includes(LIMIT_REACHED)) return;
  const domain = complaint.email.slice(complaint.email.lastIndexOf("@") + 1);
  await alarm(keeper, `limit/${domain}`, "Tanda terima ditahan", [
    `${number}, dari ${domain}: ${note}`,
    "Surat berikutnya dari sana tetap dicatat tanpa dijawab. Bila sebuah sistem tiket yang menulis, hubungi pengelolanya.",
  ]);
}

/** A number in the text may name a ticket that was closed long ago. */
async function bringNamed(keeper: Keeper, message: Message): Promise<void> {
  const prefix = keeper.settings.ticketPrefix;
  for (const { year, serial } of numbersIn(`${message.subject}\n${message.newText}`, prefix)) {
    await keeper.bring(numberText(prefix, year, serial));
  }
}
