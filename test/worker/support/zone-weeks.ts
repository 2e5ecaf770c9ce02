import { createHash } from "node:crypto";
import process from "node:process";

import { digestDue, digestPlans } from "../../../src/desk/digest-due.ts";
import { historyWords } from "../../../src/desk/history.ts";
import type { Letter, LetterPlan } from "../../../src/desk/letter.ts";
import { MINUTE, type Instant, type LocalDate } from "../../../src/desk/time.ts";
import { submissionFrom } from "../../../src/form/form-response.ts";
import { buildRaw } from "../../../src/letters/mime.ts";
import { lettersFrom } from "../../../src/letters/render.ts";
import { imapMailbox } from "../../../src/mailbox/imap.ts";
import { startMail } from "../../../src/sandbox/mail/server.ts";
import { birthCells } from "../../../src/sheet/row.ts";
import { wib } from "../../desk/clock-builders.ts";
import { DeskLife, messageIdOf } from "../../desk/support/desk-life.ts";
import { aMail } from "../../desk/support/messages.ts";
import { HELPDESK_MAILBOX, worldAt } from "../../desk/support/office.ts";
import { TEMPLATES } from "../../letters/builders.ts";
import { aReader, HELPDESK, imapOptions, raw, readAll } from "../../mailbox/imap-support.ts";

/*
 * Plays the weekends on which clocks change somewhere, and a New Year's night, in an office in
 * Jakarta, and prints all that comes of it: rows, history, letters byte for byte. Run by the tests
 * as a process of its own, so that the machine's zone can be another one each time.
 */

const life = new DeskLife("2026-10-23 15.40");
const { policy } = life.office;
let lastDay: LocalDate | null = null;

/** Minute by minute, as the worker beats, with the digest of each working day. */
function playUntil(text: string): void {
  const end = wib(text);
  while (life.now < end) {
    life.now += MINUTE;
    life.beat();
    morningDigest();
  }
}

function morningDigest(): void {
  const { calendar } = worldAt(life.now, life.office);
  const day = digestDue(life.now, { calendar, digestAt: policy.digestAt, lastDay });
  if (day === undefined) return;
  lastDay = day;
  const tickets = [...life.tickets.values()];
  const plans = digestPlans(day, {
    open: tickets.filter(({ phase }) => phase === "open"),
    closedSince: tickets.filter(({ phase }) => phase !== "open"),
    recent: tickets,
    office: life.office,
    calendar,
    now: life.now,
    since: null,
    failedLetters: [],
    warnings: [],
    helpdesk: [],
  });
  life.letters.push(...plans);
}

/** When a mail that lies on a mail server since then was received, as the mailbox tells it. */
async function receivedOverImap(at: Instant): Promise<Instant> {
  const server = await startMail({ now: () => at, helpdesk: HELPDESK });
  await server.deliver(raw("Internet mati"), at);
  const mailbox = imapMailbox(imapOptions(server.imap));
  const [message] = await readAll(mailbox, aReader(), at - MINUTE);
  await mailbox.close();
  await server.close();
  if (!message) throw new Error("The mail was not found");
  return message.receivedAt;
}

const letters = lettersFrom({
  templatesDir: TEMPLATES,
  onProblem: ({ reason }) => {
    throw new Error(reason);
  },
});

async function printLetter(plan: LetterPlan): Promise<void> {
  const ticket = plan.ticket === null ? null : life.ticket(plan.ticket);
  const letter: Letter = {
    ...plan,
    state: "planned",
    detail: "",
    attempts: 0,
    nextAt: plan.plannedAt,
    handedAt: null,
    sentAt: null,
    messageId: messageIdOf(plan),
    rendered: null,
    serverMessageId: "",
    reachable: 0,
    mode: "ya",
  };
  const rendered = letters.render(letter, ticket, life.office, plan.plannedAt);
  const { to } = plan;
  const mail = {
    to,
    rendered,
    messageId: letter.messageId,
    mark: plan.key,
    files: [],
    missing: [],
  };
  const sender = { name: "Helpdesk TIK", address: HELPDESK_MAILBOX, replyTo: HELPDESK_MAILBOX };
  const bytes = await buildRaw(mail, sender);
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  const date = /^Date: .*$/m.exec(bytes.toString())?.[0] ?? "";
  print(`surat ${plan.key} ${plan.plannedAt} ${rendered.subject}`, `  ${date} ${hash}`);
}

function print(...lines: string[]): void {
  process.stdout.write(`${lines.join("\n")}\n`);
}

const friday = life.mail(aMail) ?? "";
life.type(friday, { priority: "Sedang", visit: "Perlu", officers: "Budi Santoso" });
playUntil("2026-10-26 09.00");
life.type(friday, { status: "Selesai", cause: "Kabel putus", result: "Diganti" });
playUntil("2026-10-26 09.10");

life.now = wib("2026-11-24 10.20");
const created = "2026-11-24T03:20:00.123456Z";
const response = { responseId: "R1", createTime: created, lastSubmittedTime: created };
const answers = { field: "text" as const, label: "", values: ["WiFi mati"], files: [] };
const { calendar } = worldAt(life.now, life.office);
life.form(
  submissionFrom(
    { ...response, respondentEmail: "nur@surel.example", answers: [answers] },
    calendar,
  ),
);
playUntil("2026-11-24 10.55");

life.now = await receivedOverImap(Date.parse("2026-12-31T17:00:00Z"));
life.mail(aMail);
playUntil("2027-01-01 00.10");

life.now = wib("2027-03-13 20.00");
life.mail(aMail);
playUntil("2027-03-16 08.30");

life.now = wib("2027-03-27 20.00");
life.mail(aMail);
playUntil("2027-03-29 09.00");

for (const ticket of life.tickets.values()) {
  print(JSON.stringify(birthCells(ticket, life.office, life.now)), JSON.stringify(ticket.runs));
}
for (const event of life.events) {
  const { what, detail } = historyWords(event, policy.calendar.zone);
  print(`${event.at} ${event.number} ${what}: ${detail}`);
}
for (const plan of life.letters) await printLetter(plan);
process.exit(0);
