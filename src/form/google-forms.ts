import type { forms_v1 } from "googleapis/build/src/apis/forms/v1.js";

import type { FormSubmission } from "../desk/observation.ts";
import type { Instant } from "../desk/time.ts";
import type { GoogleClient } from "../google/client.ts";
import type { FormBatch, Forms } from "../worker/ports.ts";
import { submissionFrom } from "./form-response.ts";
import { learnQuestions, readResponse } from "./learn-questions.ts";
import { momentText, nanosOf } from "./moment.ts";
import type { OfficeDays } from "./reported-at.ts";

export interface GoogleFormsOptions {
  formId: string;
  /** Responses from before it are left alone on the first run; without it all are read. */
  startAt?: Instant | null;
  days?: OfficeDays;
}

/** A response may become visible a little after its timestamp. */
const OVERLAP = 600_000_000_000n;

/** Responses of one Google Form since a cursor. Failures are `RemoteError`. */
export function googleForms(client: GoogleClient, options: GoogleFormsOptions): Forms {
  const { formId, days = KUDUS_DAYS } = options;
  const about = { what: "formulir" };

  async function questionsOfForm(): Promise<forms_v1.Schema$Form> {
    const { data } = await client.call(() => client.forms.forms.get({ formId }), about);
    return data;
  }

  async function responsesSince(from: bigint | null): Promise<forms_v1.Schema$FormResponse[]> {
    const filter = from === null ? {} : { filter: `timestamp >= ${momentText(from)}` };
    const responses: forms_v1.Schema$FormResponse[] = [];
    let pageToken: string | undefined;
    do {
      const page = pageToken === undefined ? {} : { pageToken };
      const { data } = await client.call(
        () => client.forms.forms.responses.list({ formId, pageSize: 5000, ...filter, ...page }),
        about,
      );
      responses.push(...(data.responses ?? []));
      pageToken = data.nextPageToken ?? undefined;
    } while (pageToken !== undefined);
    return responses;
  }

  return {
    async read({ cursor, questions }): Promise<FormBatch> {
      const since = startOf(cursor, options.startAt ?? null);
      const responses = await responsesSince(since === null ? null : since - OVERLAP);
      const unknown = responses.some((one) =>
        Object.keys(one.answers ?? {}).some((id) => questions[id] === undefined),
      );
      const isFirst = Object.keys(questions).length === 0;
      const learned =
        unknown || isFirst
          ? learnQuestions(await questionsOfForm(), questions, responses)
          : { questions, problems: [] };
      const submissions = responses
        .map((response) => submissionFrom(readResponse(response, learned.questions), days))
        .toSorted(byTime);
      return { submissions, cursor: nextCursor(since, submissions), ...learned };
    },
  };
}

/**
 * The first cursor lies one overlap after the start, so that what was sent before the start stays
 * outside until the cursor has moved on.
 */
function startOf(cursor: string | null, startAt: Instant | null): bigint | null {
  const known = cursor === null ? null : nanosOf(cursor);
  if (known !== null) return known;
  return startAt === null ? null : BigInt(startAt) * 1_000_000n + OVERLAP;
}

function nextCursor(since: bigint | null, submissions: readonly FormSubmission[]): string | null {
  const times = submissions.flatMap(({ lastSubmittedTime }) => nanosOf(lastSubmittedTime) ?? []);
  const latest = times.reduce((max, time) => (time > max ? time : max), since ?? 0n);
  return latest === 0n ? null : momentText(latest);
}

function byTime(a: FormSubmission, b: FormSubmission): number {
  const [x, y] = [nanosOf(a.lastSubmittedTime) ?? 0n, nanosOf(b.lastSubmittedTime) ?? 0n];
  return x < y ? -1 : Number(x > y);
}

/** Used until the office's own calendar is given. */
const KUDUS_DAYS: OfficeDays = {
  zone: "Asia/Jakarta",
  isWorkingDay: (date) => Temporal.PlainDate.from(date).dayOfWeek <= 5,
};
