import type { Complaint } from "../desk/complaint.ts";
import { numberText } from "../desk/conversation.ts";
import { findUnit } from "../desk/directory.ts";
import type { StaffMember, StaffRole, Unit } from "../desk/office.ts";
import { bareSubject, isAnswerSubject, numbersIn } from "../desk/reference.ts";
import { suggest } from "../desk/suggest.ts";
import type { StaffFields } from "../desk/ticket.ts";
import { DAY } from "../desk/time.ts";
import type { Sample } from "./samples-file.ts";
import { PREFIX } from "./scratch-desk.ts";

/*
 * The office behind a file of samples. What a sample answers must be there before it: a mail that
 * answers one of our letters had the letter, and its ticket stood where that letter says. Taken
 * from the messages alone, never from what the labels want.
 */

/** Addresses that the samples use for mail that anyone may have (their own preface). */
export const PERSONAL_DOMAINS = ["surel.example"];

const OFFICER = "Petugas Contoh";

/** The mailbox that most samples are written to. */
export function helpdeskOf(samples: readonly Sample[]): string {
  const counts = new Map<string, number>();
  for (const { to } of samples) {
    const [address = ""] = /[^\s<>,]+@[^\s<>,]+/.exec(to) ?? [];
    if (address !== "") counts.set(address, (counts.get(address) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  return most?.[0].toLowerCase() ?? "helpdesk@kominfo.kuduskab.example";
}

/** *Petugas*: heads by their title, everybody at the office's own domain, whoever answers an assignment. */
export function staffOf(samples: readonly Sample[], helpdesk: string): StaffMember[] {
  const domain = helpdesk.slice(helpdesk.indexOf("@"));
  const staff = new Map<string, StaffMember>();
  for (const sample of samples) {
    const email = sample.from.address.toLowerCase();
    const title = `${sample.from.name} ${email}`;
    if (email === "" || email === helpdesk) continue;
    if (/\b(?:kabid|kepala bidang)\b/i.test(title)) add(email, title, "Kepala Bidang");
    else if (/\b(?:kasi|kepala seksi)\b/i.test(title)) add(email, title, "Kepala Seksi");
    else if (email.endsWith(domain) || ASSIGNED.test(sample.subject)) add(email, title, "Petugas");
  }
  return [...staff.values(), member(OFFICER, `petugas.contoh${domain}`, "Petugas")];

  function add(email: string, title: string, role: StaffRole): void {
    staff.set(email, member(title.replace(email, "").trim() || email, email, role));
  }
}

function member(name: string, email: string, role: StaffRole): StaffMember {
  return { name, email, role, active: true, leaveFrom: null, leaveTo: null };
}

export interface Before {
  number: string;
  complaint: Complaint;
  fields: Partial<StaffFields>;
  messageIds: string[];
}

/** The ticket whose letter a sample answers or reports on; undefined: it answers none. */
export function ticketBefore(
  sample: Sample,
  { units, staff }: { units: readonly Unit[]; staff: readonly StaffMember[] },
): Before | undefined {
  const header = (name: string) =>
    Object.entries(sample.headers).find(([key]) => key.toLowerCase() === name)?.[1] ?? "";
  const ids = `${header("in-reply-to")} ${header("references")}`;
  const isReport = /report|daemon|postmaster/i.test(
    `${header("content-type")} ${sample.from.address}`,
  );
  const sender = sample.from.address.toLowerCase();
  const officer = staff.find(({ email }) => email === sender);
  const isAnswer = isAnswerSubject(sample.subject) || ids.trim() !== "" || isReport || officer;
  const words = `${sample.subject}\n${ids}\n${isReport ? sample.text : ""}`;
  const [named] = numbersIn(words, PREFIX);
  if (!isAnswer || !named) return undefined;
  const letter = isReport ? (/^subject:(.*)$/im.exec(sample.text)?.[1] ?? "") : sample.subject;
  const reporter = isReport ? recipientIn(sample.text) : officer ? "" : sender;
  return {
    number: numberText(PREFIX, named.year, named.serial),
    complaint: complaintOf(letter, reporter, { sample, units }),
    fields: fieldsAt(`${letter}\n${ids}\n${quotedIn(sample.text)}`, officer),
    messageIds: [...ids.matchAll(/<[^<>\s]+>/g)].map(([id]) => id),
  };
}

/** The letter that is answered, as far as the answer repeats it. */
function quotedIn(text: string): string {
  return text
    .split("\n")
    .filter((line) => /^\s*>/.test(line))
    .join("\n");
}

function recipientIn(report: string): string {
  return /[^\s<>:;,"']+@[^\s<>:;,"']+/.exec(report)?.[0].toLowerCase() ?? "";
}

/** "[JKD-2026-0031] Aduan selesai ditangani - Internet lambat, Kecamatan Jekulo" */
function complaintOf(
  letter: string,
  reporter: string,
  { sample, units }: { sample: Sample; units: readonly Unit[] },
): Complaint {
  const bare = bareSubject(letter).replace(/^\[[^\]]*\]\s*/, "");
  const title = /\s[-–:]\s+(.+)$/.exec(bare)?.[1] ?? bare;
  const texts = { subject: title, body: "", signature: "" };
  const unit = findUnit(units, [{ address: reporter, name: "" }], texts, "", PERSONAL_DOMAINS);
  return {
    channel: "Email",
    kind: "Aduan",
    reportedAt: sample.receivedAt - DAY,
    unit: unit?.name ?? "",
    reporter: sample.from.name,
    email: reporter,
    phone: "",
    place: "",
    subject: title,
    text: title,
    attachments: [],
    category: "",
    suggestion: suggest(title, title),
    notes: [],
  };
}

/** How far the ticket was when that letter left. */
function fieldsAt(letter: string, officer: StaffMember | undefined): Partial<StaffFields> {
  const assigned = {
    priority: "Sedang",
    visit: "Tidak perlu",
    officers: officer?.name ?? OFFICER,
  } as const;
  if (/selesai|laporan penanganan/i.test(letter)) {
    return { ...assigned, status: "Selesai", result: "Sudah diperbaiki" };
  }
  return ASSIGNED.test(letter) ? { ...assigned, status: "Dikerjakan" } : {};
}

const ASSIGNED = /penugasan|ditugaskan/i;
