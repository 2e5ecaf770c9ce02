/** A question as its owner writes it. */
export interface NewQuestion {
  title: string;
  required?: boolean;
  kind?: QuestionKind;
  /** What a dropdown, radio or checkbox question offers. */
  choices?: readonly string[];
}

export type QuestionKind =
  | "text"
  | "paragraph"
  | "dropdown"
  | "radio"
  | "checkbox"
  | "date"
  | "time"
  | "upload";

export interface FormQuestion extends Required<NewQuestion> {
  id: string;
  /** Title of the grid in which the question is a row; null: it stands alone. */
  grid: string | null;
}

export interface FormAnswer {
  questionId: string;
  /** Several for checkboxes; file names for an upload. */
  values: readonly string[];
}

export interface StoredResponse {
  id: string;
  /** Microseconds since 1970. */
  created: bigint;
  submitted: bigint;
  answers: readonly FormAnswer[];
  email: string | null;
  /** Milliseconds; the API does not show it earlier. */
  visibleAt: number;
}

/** Keyed by title, or by id for a question that is gone since the page was opened. */
export type Answers = Readonly<Record<string, string | readonly string[]>>;

/** The complaint form: its owner changes it, respondents answer it. */
export interface FormModel {
  id: string;
  title: string;
  questions(): readonly FormQuestion[];
  /** Adds questions at the end; resolves to their ids. */
  ask(...questions: NewQuestion[]): string[];
  /** Renames, retypes, or makes a row of a grid of it. */
  change(title: string, change: Partial<Omit<FormQuestion, "id">>): void;
  remove(title: string): void;
  /** Puts the questions in this order of titles; the others follow. */
  order(titles: readonly string[]): void;
  /** Answers the new response's id. `lateBy`: milliseconds until the API shows it. */
  submit(answers: Answers, options?: { email?: string; lateBy?: number }): string;
  /** The respondent changes these answers; the others stay. */
  edit(responseId: string, answers: Answers): void;
  responses(): readonly StoredResponse[];
}

export function createForm(now: () => number): FormModel {
  const questions: FormQuestion[] = [];
  const responses: StoredResponse[] = [];
  let asked = 0;
  let moments = 0n;

  /** No two moments are the same; below the millisecond only microseconds tell them apart. */
  function moment(): bigint {
    moments = (moments + 137n) % 1000n;
    return BigInt(now()) * 1000n + moments;
  }

  function questionOf(title: string): FormQuestion {
    const found = questions.find((question) => question.title === title);
    if (!found) throw new Error(`There is no question ${title}`);
    return found;
  }

  function answersFrom(answers: Answers): FormAnswer[] {
    return Object.entries(answers).flatMap(([name, value]) => {
      const found = questions.find(({ id, title }) => id === name || title === name);
      const values = typeof value === "string" ? [value] : [...value];
      if (values.every((text) => text === "")) return [];
      return { questionId: found?.id ?? name, values };
    });
  }

  return {
    id: "1SandboxAduanForm",
    title: "Formulir Aduan Jaringan Komunikasi Data",
    questions: () => questions,
    ask(...added) {
      return added.map(({ title, required = false, kind = "text", choices = [] }) => {
        asked += 1;
        const id = (0x1a2b3c00 + asked).toString(16);
        questions.push({ id, title, required, kind, choices, grid: null });
        return id;
      });
    },
    change: (title, change) => void Object.assign(questionOf(title), change),
    remove: (title) => void questions.splice(questions.indexOf(questionOf(title)), 1),
    order(titles) {
      const place = ({ title }: FormQuestion) => {
        const index = titles.indexOf(title);
        return index < 0 ? titles.length : index;
      };
      questions.sort((a, b) => place(a) - place(b));
    },
    submit(answers, { email, lateBy = 0 } = {}) {
      const id = `ACYDBN${(responses.length + 1).toString().padStart(6, "0")}`;
      const created = moment();
      responses.push({
        id,
        created,
        // Google writes the two a few microseconds apart.
        submitted: created + 41n,
        answers: answersFrom(answers),
        email: email ?? null,
        visibleAt: now() + lateBy,
      });
      return id;
    },
    edit(responseId, answers) {
      const index = responses.findIndex(({ id }) => id === responseId);
      const before = responses[index];
      if (!before) throw new Error(`There is no response ${responseId}`);
      const changed = answersFrom(answers);
      const ids = new Set(changed.map(({ questionId }) => questionId));
      const kept = before.answers.filter(({ questionId }) => !ids.has(questionId));
      responses[index] = { ...before, answers: [...kept, ...changed], submitted: moment() };
    },
    responses: () => responses,
  };
}
