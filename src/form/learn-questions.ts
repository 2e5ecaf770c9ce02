import type { forms_v1 } from "googleapis/build/src/apis/forms/v1.js";

import type { ReadAnswer, ReadResponse } from "./form-response.ts";
import { fieldOfTitle, FORM_QUESTIONS } from "./questions.ts";
import type { FormField } from "./questions.ts";

/** Question id → a field's name, or `lain:` and the title of a question without a column. */
export type KnownQuestions = Record<string, string>;

const OTHER = "lain:";

/**
 * Learns by title what each question asks for. A question once learned keeps its meaning when it is
 * renamed; each question that cannot be placed is told once.
 */
export function learnQuestions(
  form: forms_v1.Schema$Form,
  known: KnownQuestions,
  responses: readonly forms_v1.Schema$FormResponse[],
): { questions: KnownQuestions; problems: string[] } {
  const questions = { ...known };
  const problems: string[] = [];
  for (const { id, title } of questionsIn(form)) {
    const before = questions[id];
    if (before !== undefined && !before.startsWith(OTHER)) continue;
    const field = fieldOfTitle(title);
    questions[id] = field ?? `${OTHER}${title}`;
    if (field === undefined && before === undefined) problems.push(withoutColumn(title));
  }
  // A page opened before a question was deleted still answers it.
  for (const id of responses.flatMap(({ answers }) => Object.keys(answers ?? {}))) {
    questions[id] ??= OTHER;
  }
  if (Object.keys(known).length === 0) problems.push(...missingFields(questions));
  return { questions, problems };
}

export function readResponse(
  response: forms_v1.Schema$FormResponse,
  questions: KnownQuestions,
): ReadResponse {
  return {
    responseId: response.responseId ?? "",
    createTime: response.createTime ?? "",
    lastSubmittedTime: response.lastSubmittedTime ?? response.createTime ?? "",
    respondentEmail: response.respondentEmail ?? "",
    answers: Object.entries(response.answers ?? {}).map(([id, answer]) =>
      readAnswer(answer, questions[id] ?? OTHER),
    ),
  };
}

function readAnswer(answer: forms_v1.Schema$Answer, meaning: string): ReadAnswer {
  const isOther = meaning.startsWith(OTHER);
  return {
    field: isOther ? null : fieldNamed(meaning),
    label:
      (isOther ? meaning.slice(OTHER.length) : meaning) || "Jawaban pertanyaan yang sudah dihapus",
    values: (answer.textAnswers?.answers ?? []).map(({ value }) => value ?? ""),
    files: (answer.fileUploadAnswers?.answers ?? []).map(({ fileName }) => fileName ?? ""),
  };
}

function fieldNamed(name: string): FormField | null {
  if (name === "reportedAt") return name;
  return FORM_QUESTIONS.find(({ field }) => field === name)?.field ?? null;
}

function questionsIn({ items }: forms_v1.Schema$Form): { id: string; title: string }[] {
  return (items ?? []).flatMap(({ title, questionItem, questionGroupItem }) => {
    const alone = questionItem?.question?.questionId;
    const rows = (questionGroupItem?.questions ?? []).flatMap(({ questionId, rowQuestion }) =>
      questionId == null ? [] : { id: questionId, title: rowQuestion?.title ?? title ?? "" },
    );
    return alone == null ? rows : [{ id: alone, title: title ?? "" }, ...rows];
  });
}

function withoutColumn(title: string): string {
  return `Pertanyaan formulir "${title}" tidak punya kolom; jawabannya ditambahkan pada Uraian Aduan.`;
}

function missingFields(questions: KnownQuestions): string[] {
  const present = new Set(Object.values(questions));
  return FORM_QUESTIONS.filter(({ field, required }) => required && !present.has(field)).map(
    ({ title }) =>
      `Pertanyaan "${title}" tidak ditemukan pada formulir; tambahkan dengan judul itu.`,
  );
}
