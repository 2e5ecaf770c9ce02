import type { forms_v1 } from "googleapis/build/src/apis/forms/v1.js";

import type { FormModel, FormQuestion, StoredResponse } from "./form.ts";
import type { MethodTable } from "./methods.ts";
import { invalidArgument, notFound } from "./refusal.ts";

/** Everything of the Forms API that the sandbox answers, by the method's id. */
export function formMethods(form: FormModel, now: () => number): MethodTable {
  const visible = () => form.responses().filter(({ visibleAt }) => visibleAt <= now());

  return {
    "forms.forms.get": () => shownForm(form),

    "forms.forms.responses.get": ({ params }) => {
      const found = visible().find(({ id }) => id === params["responseId"]);
      if (!found) throw notFound();
      return { formId: form.id, ...shownResponse(form, found) };
    },

    "forms.forms.responses.list": ({ query }) => {
      const filter = query.one("filter");
      const size = pageSize(query.one("pageSize"));
      const accepted = filter === undefined ? () => true : filterOf(filter);
      // No order is promised, so none is kept.
      const all = visible().filter(accepted).toSorted(byScrambledId);
      const from = pageStart(query.one("pageToken"), filter);
      const page = all.slice(from, from + size);
      const next = from + size < all.length ? pageToken(from + size, filter) : undefined;
      return {
        ...(page.length > 0 ? { responses: page.map((one) => shownResponse(form, one)) } : {}),
        ...(next === undefined ? {} : { nextPageToken: next }),
      };
    },
  };
}

function shownForm(form: FormModel): forms_v1.Schema$Form {
  const questions = form.questions();
  const grids = new Set(questions.flatMap(({ grid }) => grid ?? []));
  const alone = questions.filter(({ grid }) => grid === null);
  return {
    formId: form.id,
    info: { title: form.title, documentTitle: form.title },
    revisionId: "00000042",
    responderUri: `https://docs.google.com/forms/d/e/${form.id}/viewform`,
    settings: {},
    items: [
      { itemId: "7e000000", title: "Isilah dengan singkat.", textItem: {} },
      ...alone.map((question, index) => ({
        itemId: (0x7e000001 + index).toString(16),
        title: question.title,
        questionItem: { question: shownQuestion(question) },
      })),
      ...[...grids].map((grid, index) => ({
        itemId: (0x7f000001 + index).toString(16),
        title: grid,
        questionGroupItem: {
          grid: { columns: { type: "RADIO", options: [{ value: "Ya" }, { value: "Tidak" }] } },
          questions: questions
            .filter((question) => question.grid === grid)
            .map(({ id, title }) => ({ questionId: id, rowQuestion: { title } })),
        },
      })),
    ],
  };
}

function shownQuestion({ id, required, kind, choices }: FormQuestion): forms_v1.Schema$Question {
  const common = { questionId: id, ...(required ? { required } : {}) };
  const options = choices.map((value) => ({ value }));
  switch (kind) {
    case "text":
      return { ...common, textQuestion: {} };
    case "paragraph":
      return { ...common, textQuestion: { paragraph: true } };
    case "dropdown":
      return { ...common, choiceQuestion: { type: "DROP_DOWN", options } };
    case "radio":
      return {
        ...common,
        choiceQuestion: { type: "RADIO", options: [...options, { isOther: true }] },
      };
    case "checkbox":
      return { ...common, choiceQuestion: { type: "CHECKBOX", options } };
    case "date":
      return { ...common, dateQuestion: { includeYear: true, includeTime: true } };
    case "time":
      return { ...common, timeQuestion: {} };
    default:
      return {
        ...common,
        fileUploadQuestion: { folderId: "1Folder", maxFiles: 1, types: ["ANY"] },
      };
  }
}

/** In a list `formId` is absent; a question without an answer has no key. */
function shownResponse(form: FormModel, response: StoredResponse): forms_v1.Schema$FormResponse {
  const uploads = new Set(
    form.questions().flatMap(({ id, kind }) => (kind === "upload" ? id : [])),
  );
  const answers = response.answers.map(({ questionId, values }) => {
    const content = uploads.has(questionId)
      ? { fileUploadAnswers: { answers: values.map(uploaded) } }
      : { textAnswers: { answers: values.map((value) => ({ value })) } };
    return [questionId, { questionId, ...content }] as const;
  });
  return {
    responseId: response.id,
    createTime: momentText(response.created),
    lastSubmittedTime: momentText(response.submitted),
    ...(response.email === null ? {} : { respondentEmail: response.email }),
    answers: Object.fromEntries(answers),
  };
}

function uploaded(fileName: string): forms_v1.Schema$FileUploadAnswer {
  return { fileId: `1File${fileName.length}`, fileName, mimeType: "application/octet-stream" };
}

function filterOf(filter: string): (response: StoredResponse) => boolean {
  const match = /^timestamp (>=?) (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?Z$/.exec(filter);
  if (!match) throw invalidArgument(`Invalid filter: ${filter}`);
  const [, sign, seconds = "", fraction = ""] = match;
  const millis = Date.parse(`${seconds}Z`);
  if (Number.isNaN(millis)) throw invalidArgument(`Invalid filter: ${filter}`);
  const at = BigInt(millis) * 1_000_000n + BigInt(fraction.padEnd(9, "0"));
  return ({ submitted }) => (sign === ">" ? submitted * 1000n > at : submitted * 1000n >= at);
}

export function momentText(micros: bigint): string {
  const seconds = new Date(Number(micros / 1000n)).toISOString().slice(0, 19);
  return `${seconds}.${(micros % 1_000_000n).toString().padStart(6, "0")}Z`;
}

function byScrambledId(a: StoredResponse, b: StoredResponse): number {
  return scrambled(a.id).localeCompare(scrambled(b.id));
}

function scrambled(id: string): string {
  return id.split("").toReversed().join("");
}

function pageSize(text: string | undefined): number {
  const size = Number(text ?? 0);
  return size > 0 ? Math.min(size, 5000) : 5000;
}

function pageToken(from: number, filter = ""): string {
  return Buffer.from(JSON.stringify([from, filter])).toString("base64url");
}

/** A token goes with the filter that it was given for. */
function pageStart(token: string | undefined, filter = ""): number {
  if (token === undefined) return 0;
  const parts: unknown = JSON.parse(Buffer.from(token, "base64url").toString());
  if (Array.isArray(parts) && parts[1] === filter) return Number(parts[0]);
  throw invalidArgument("Invalid page token.");
}
