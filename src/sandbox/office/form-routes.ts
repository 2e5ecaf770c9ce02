import { Hono } from "hono";
import { z } from "zod";

import type { FormDesk } from "./form-desk.ts";
import { bodyOf, InputError, text } from "./input.ts";

const Answers = z.strictObject({ answers: z.record(text(200), text(10_000)) });

/** The complaint form as a respondent fills it in. */
export function formRoutes(form: FormDesk, changed: () => void): Hono {
  return new Hono()
    .get("/questions", (context) => context.json(form.questions()))
    .get("/responses", (context) => context.json(form.responses()))
    .post("/responses", async (context) => {
      const { answers } = await bodyOf(context, Answers);
      checkAnswers(form, answers, { complete: true });
      const id = form.submit(answers);
      changed();
      return context.json({ id }, 201);
    })
    .put("/responses/:id", async (context) => {
      const { answers } = await bodyOf(context, Answers);
      const id = context.req.param("id");
      if (!form.responses().some((response) => response.id === id)) {
        throw new InputError("Jawaban itu tidak ada", 404);
      }
      checkAnswers(form, answers, { complete: false });
      form.edit(id, answers);
      changed();
      return context.json({ id });
    });
}

/** The form itself lets nobody through without the required answers, nor with a choice it does not offer. */
function checkAnswers(
  form: FormDesk,
  answers: Readonly<Record<string, string>>,
  { complete }: { complete: boolean },
): void {
  const questions = new Map(form.questions().map((question) => [question.title, question]));
  const problems = Object.entries(answers).flatMap(([title, answer]) => {
    const question = questions.get(title);
    if (!question) return [`tidak ada pertanyaan "${title}"`];
    const { choices } = question;
    return choices.length === 0 || choices.includes(answer)
      ? []
      : [`"${answer}" bukan pilihan untuk "${title}"`];
  });
  const missing = [...questions.values()].filter(
    ({ title, required }) => complete && required && !answers[title]?.trim(),
  );
  problems.push(...missing.map(({ title }) => `"${title}" wajib diisi`));
  if (problems.length > 0) throw new InputError(problems.join("; "));
}
