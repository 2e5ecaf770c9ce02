import { CATEGORIES } from "../desk/complaint.ts";
import type { Category, Complaint } from "../desk/complaint.ts";
import { maskSecrets } from "../desk/mask.ts";
import type { FormSubmission } from "../desk/observation.ts";
import { cleanLine, cleanText, cut } from "../desk/plain-text.ts";
import { suggest } from "../desk/suggest.ts";
import { millisOf } from "./moment.ts";
import { LABELS } from "./questions.ts";
import type { FormField } from "./questions.ts";
import { reportedAtFrom } from "./reported-at.ts";
import type { OfficeDays } from "./reported-at.ts";

/** A response with each answer beside what its question asks for. */
export interface ReadResponse {
  responseId: string;
  createTime: string;
  lastSubmittedTime: string;
  /** The address that Google collected, "" when it does not. */
  respondentEmail: string;
  answers: readonly ReadAnswer[];
}

export interface ReadAnswer {
  /** Null: the form's owner added the question, or it is gone. */
  field: FormField | null;
  /** The question's title, for answers without a column. */
  label: string;
  values: readonly string[];
  /** Names of uploaded files; they lie in the form owner's Drive. */
  files: readonly string[];
}

/** A response becomes a complaint; what has no column is appended to its text with its label. */
export function submissionFrom(response: ReadResponse, days: OfficeDays): FormSubmission {
  const { responseId, createTime, lastSubmittedTime } = response;
  return {
    responseId,
    createTime,
    lastSubmittedTime,
    receivedAt: millisOf(lastSubmittedTime),
    complaint: complaintFrom(response, days),
  };
}

function complaintFrom(response: ReadResponse, days: OfficeDays): Complaint {
  const { answers } = response;
  const line = (field: FormField) => cleanLine(answerTo(answers, field));
  const category = categoryOf(line("category"));
  const email = addressIn(line("email") || response.respondentEmail);
  const description = maskSecrets(cleanText(answerTo(answers, "text")).trim());
  const text = cut(
    [description, ...labelled(answers, email, category)].join("\n"),
    MOST_TEXT,
  ).trim();
  const subject = cleanLine(description || [line("category"), line("place")].join(" "), 80);
  const { at, note } = reported(
    answerTo(answers, "reportedAt"),
    millisOf(response.createTime),
    days,
  );
  return {
    channel: "Formulir",
    kind: category.value === "Permintaan layanan" ? "Permintaan" : "Aduan",
    reportedAt: at,
    unit: line("unit"),
    reporter: line("reporter"),
    email: email.address,
    phone: line("phone"),
    place: line("place"),
    subject,
    text,
    attachments: [],
    category: category.value,
    suggestion: suggest(subject, description, {
      category: line("category"),
      serviceStopped: line("stopped"),
    }),
    notes: [...email.notes, ...note],
  };
}

/** The whole stays at Google; this is what a cell and a letter can hold. */
const MOST_TEXT = 4_000;

function answerTo(answers: readonly ReadAnswer[], field: FormField): string {
  return answers
    .filter((answer) => answer.field === field)
    .flatMap(({ values }) => values)
    .map((value) => value.trim())
    .filter((value) => value !== "")
    .join(", ");
}

interface TypedCategory {
  value: Category | "";
  /** What the reporter typed instead of choosing. */
  typed: string;
}

/** "Lainnya" arrives as the typed text, unmarked. */
function categoryOf(answer: string): TypedCategory {
  if (answer === "") return { value: "", typed: "" };
  const known = CATEGORIES.find((one) => one.toLowerCase() === answer.toLowerCase());
  return known ? { value: known, typed: "" } : { value: "Lainnya", typed: answer };
}

interface TypedAddress {
  address: string;
  /** What was typed and cannot be written to. */
  unusable: string;
  notes: string[];
}

/** The first usable address; an unusable one must not become a letter that cannot come. */
function addressIn(typed: string): TypedAddress {
  const found = ADDRESS.exec(typed);
  const rest = found ? typed.slice(found.index + found[0].length) : "";
  // "nama@surel.co,id": a comma typed for a point must not leave half an address.
  if (found && !/^,[^\s@,;]+(?:[\s,;]|$)/.test(rest)) {
    return { address: found[0].toLowerCase(), unusable: "", notes: [] };
  }
  const note = "Tidak ada email yang dapat dipakai: tanda terima disampaikan lewat telepon";
  return { address: "", unusable: typed === "-" ? "" : typed, notes: [note] };
}

const ADDRESS = /[^\s@<>,;":]+@[^\s@<>,;".]+(?:\.[^\s@<>,;".]+)+/;

function labelled(
  answers: readonly ReadAnswer[],
  email: TypedAddress,
  category: TypedCategory,
): string[] {
  const fixed = (["since", "stopped", "position"] as const).flatMap((field) =>
    withLabel(LABELS[field], answerTo(answers, field)),
  );
  const others = answers
    .filter(({ field }) => field === null)
    .flatMap(({ label, values }) => withLabel(label, values.join(", ")));
  const files = answers.flatMap((answer) => answer.files);
  return [
    ...withLabel("Jenis gangguan", category.typed),
    ...fixed,
    ...withLabel("Email yang ditulis", email.unusable),
    ...others,
    ...withLabel("Berkas di Google Drive pemilik formulir", files.join(", ")),
  ];
}

function withLabel(label: string, value: string): string[] {
  const clean = maskSecrets(cleanText(value).trim());
  return clean === "" ? [] : [`${cleanLine(label, 100)}: ${clean}`];
}

function reported(
  answer: string,
  submitted: number,
  days: OfficeDays,
): { at: number; note: string[] } {
  if (answer === "") return { at: submitted, note: [] };
  const at = reportedAtFrom(answer, submitted, days);
  if (at !== null) return { at, note: [] };
  return {
    at: submitted,
    note: [`Waktu lapor "${cleanLine(answer, 60)}" tidak dipakai: dihitung sejak formulir dikirim`],
  };
}
