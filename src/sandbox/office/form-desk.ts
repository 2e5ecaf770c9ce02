import { QUESTIONS, type Question } from "../example-form.ts";
import type { FormModel, FormQuestion } from "../google/form.ts";

/** One response as the form's owner sees it. */
export interface FormAnswer {
  id: string;
  createdAt: number;
  submittedAt: number;
  /** By the question's title. */
  answers: Readonly<Record<string, string>>;
}

/** The complaint form as respondents use it: by the questions' words, never by ids. */
export interface FormDesk {
  id: string;
  questions(): readonly Question[];
  responses(): readonly FormAnswer[];
  /** Answers the response's id. */
  submit(answers: Readonly<Record<string, string>>): string;
  /** Changes some answers of a response; the others stay. */
  edit(id: string, answers: Readonly<Record<string, string>>): void;
}

/** Writes the ten questions into an empty form, as the office's admin does once. */
export function openForm(form: FormModel): FormDesk {
  form.ask(
    ...QUESTIONS.map(({ title, required, choices, paragraph }) => ({
      title,
      required,
      choices,
      kind: kindOf(choices, paragraph),
    })),
  );
  return {
    id: form.id,
    questions: () =>
      form.questions().map(({ title, required, choices, kind }) => ({
        title,
        required,
        choices,
        paragraph: kind === "paragraph",
      })),
    responses: () =>
      form.responses().map(({ id, created, submitted, answers }) => ({
        id,
        createdAt: Number(created / 1000n),
        submittedAt: Number(submitted / 1000n),
        answers: Object.fromEntries(
          answers.map(({ questionId, values }) => [titleOf(form, questionId), values.join(", ")]),
        ),
      })),
    submit: (answers) => form.submit(answers),
    edit: (id, answers) => form.edit(id, answers),
  };
}

function kindOf(choices: readonly string[], paragraph: boolean): FormQuestion["kind"] {
  if (choices.length > 0) return "dropdown";
  return paragraph ? "paragraph" : "text";
}

function titleOf(form: FormModel, questionId: string): string {
  return form.questions().find(({ id }) => id === questionId)?.title ?? questionId;
}
