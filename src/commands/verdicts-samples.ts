import { readFile } from "node:fs/promises";

import { makeCalendar } from "../desk/calendar.ts";
import { defaultPolicy } from "../desk/default-policy.ts";
import { findUnit } from "../desk/directory.ts";
import type { Message } from "../desk/message.ts";
import type { StaffMember, Unit } from "../desk/office.ts";
import { submissionFrom } from "../form/form-response.ts";
import { fieldOfTitle } from "../form/questions.ts";
import { parseMessage } from "../mailbox/message.ts";
import { rawMail } from "./sample-mail.ts";
import { helpdeskOf, PERSONAL_DOMAINS, staffOf, ticketBefore } from "./sample-office.ts";
import { unitOfSender } from "./verdicts-directory.ts";
import { parseSamples } from "./samples-file.ts";
import type { Label, Sample } from "./samples-file.ts";
import { openScratchDesk, PREFIX, ZONE } from "./scratch-desk.ts";
import type { Outcome } from "./scratch-desk.ts";

const FIELDS = ["class", "unit", "category", "priority", "action", "answered"] as const;
type Field = (typeof FIELDS)[number];
type Judged = Record<Field, string>;

/**
 * Holds the worker against a file of labelled messages and prints, a field at a time, how many of
 * how many are right, and the wrong ones. 0, or 2 when the file cannot be read.
 */
export async function judgeSamples(
  file: string,
  units: readonly Unit[],
  out: (line: string) => void,
): Promise<number> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined) {
    out(`Berkas ${file} tidak dapat dibaca: periksa nama dan hak aksesnya.`);
    return 2;
  }
  const read = parseSamples(text);
  if (!read.ok) {
    for (const problem of read.problems) out(problem);
    return 2;
  }
  const helpdesk = helpdeskOf(read.samples);
  const office = { helpdesk, units, staff: staffOf(read.samples, helpdesk) };
  const wrong: string[] = [];
  const right = new Map<Field, number>(FIELDS.map((field) => [field, 0]));
  for (const sample of read.samples) {
    const found = await judged(sample, office);
    const want = wanted(sample, units);
    for (const field of FIELDS) {
      if (want[field].includes(found[field])) right.set(field, (right.get(field) ?? 0) + 1);
      else wrong.push(mismatch(sample.id, field, { want: want[field], found: found[field] }));
    }
  }
  for (const [field, count] of right) {
    out(`${field.padEnd(8)}  ${count} dari ${read.samples.length} benar`);
  }
  for (const each of wrong) out(each);
  return 0;
}

function mismatch(
  id: string,
  field: Field,
  { want, found }: { want: readonly string[]; found: string },
): string {
  const said = want.map((each) => each || "(kosong)").join(" atau ");
  return `${id} ${field}: seharusnya ${said}, terbaca ${found || "(kosong)"}`;
}

interface SampleOffice {
  helpdesk: string;
  units: readonly Unit[];
  staff: readonly StaffMember[];
}

/** Each sample meets an office of its own, so that none is another's copy or twin. */
async function judged(sample: Sample, office: SampleOffice): Promise<Judged> {
  const desk = await openScratchDesk({
    ...office,
    freeMailDomains: PERSONAL_DOMAINS,
    now: sample.receivedAt,
  });
  try {
    if (sample.answers) {
      const outcome = await desk.submit(submissionOf(sample, sample.answers));
      return { ...readings(outcome, "complaint"), unit: outcome.ticket?.fields.unit ?? "" };
    }
    const before = ticketBefore(sample, office);
    if (before) await desk.remember(before.number, before);
    const message = await messageOf(sample, office.helpdesk);
    const outcome = await desk.receive(message);
    const kind = message.verdict.class;
    const isShown = kind === "complaint" || kind === "reply";
    const unit = isShown ? outcome.ticket?.fields.unit : undefined;
    const whose = unit ?? unitOfSender(message, office.units, PERSONAL_DOMAINS);
    return { ...readings(outcome, kind), unit: whose };
  } finally {
    await desk.close();
  }
}

function messageOf(sample: Sample, helpdesk: string): Promise<Message> {
  const place = { folder: "INBOX", uidValidity: "1", uid: 1, sent: false, truncated: false };
  return parseMessage(
    { ...place, receivedAt: sample.receivedAt, source: rawMail(sample) },
    {
      ourAddresses: [helpdesk],
      letterDomain: helpdesk.slice(helpdesk.indexOf("@") + 1),
      ticketPrefix: PREFIX,
    },
  );
}

function submissionOf({ id, receivedAt }: Sample, answers: Readonly<Record<string, string>>) {
  const at = new Date(receivedAt).toISOString();
  const calendar = makeCalendar(defaultPolicy(ZONE).calendar);
  return submissionFrom(
    {
      responseId: id,
      createTime: at,
      lastSubmittedTime: at,
      respondentEmail: "",
      answers: Object.entries(answers).map(([label, value]) => ({
        field: fieldOfTitle(label) ?? null,
        label,
        values: [value],
        files: [],
      })),
    },
    { zone: ZONE, isWorkingDay: (date) => calendar.isWorkingDay(date) },
  );
}

function readings(
  { ticket, opened, reopened, letters }: Outcome,
  kind: Message["verdict"]["class"],
): Omit<Judged, "unit"> {
  const isNews = opened || reopened;
  const answer = letters.find(({ kind: letter, to }) => {
    return to.role === "reporter" && (letter === "acknowledgement" || letter === "reopened");
  });
  const facts = answer?.facts;
  const asks = facts?.kind === "acknowledgement" && facts.missing.includes("unit");
  return {
    class: kind,
    category: isNews ? (ticket?.complaint.suggestion.category ?? "") : "",
    priority: isNews ? (ticket?.complaint.suggestion.priority ?? "") : "",
    action: actionOf(),
    answered: answer ? "ya" : "tidak",
  };

  function actionOf(): string {
    if (opened) return asks ? "catat_dan_minta_info" : "catat_dan_akui";
    if (reopened) return "buka_kembali";
    // An automatic answer is one line in *Surat Lain*, whatever it answers.
    if (ticket && kind !== "automatic") return "tempel_ke_aduan";
    return kind === "other" ? "tinjau_manual" : "abaikan";
  }
}

/** What is right for a sample; several values where more than one is. */
function wanted({ want, answers, from }: Sample, units: readonly Unit[]): Record<Field, string[]> {
  const address = answers ? (answers["Email"] ?? "") : from.address;
  const isOwed = ["catat_dan_akui", "catat_dan_minta_info", "buka_kembali"].includes(want.action);
  return {
    class: [CLASSES[want.kind] ?? want.kind],
    unit: [unitMeant(want, units)],
    category: [want.category],
    priority: want.priorities.length > 0 ? want.priorities : [""],
    action: [want.action],
    answered: [isOwed && address !== "" ? "ya" : "tidak"],
  };
}

const CLASSES: Readonly<Record<string, Message["verdict"]["class"]>> = {
  aduan: "complaint",
  permintaan: "complaint",
  di_luar_lingkup: "complaint",
  buka_kembali: "reply",
  balasan_terima_kasih: "reply",
  laporan_petugas: "reply",
  balasan_otomatis: "automatic",
  promosi: "bulk",
  surat_dinas: "other",
  gagal_kirim: "bounce",
};

/** "Desa Colo, Kec. Dawe" and "UPTD Puskesmas Mejobo (Dinas Kesehatan)" as the directory names them. */
function unitMeant({ unit }: Label, units: readonly Unit[]): string {
  const bare = unit.replaceAll(/\([^()]*\)/g, "").trim();
  const texts = { subject: "", body: "", signature: "" };
  return findUnit(units, [], texts, bare)?.name ?? bare;
}
