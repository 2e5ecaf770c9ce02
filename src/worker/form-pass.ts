import type { Observation } from "../desk/observation.ts";
import type { Keeper } from "./keeper.ts";

interface FormState {
  cursor: string | null;
  questions: Record<string, string>;
  /** Last submission seen per response, so that an edit is told from a repeat. */
  seen: Record<string, string>;
}

const EMPTY: FormState = { cursor: null, questions: {}, seen: {} };

/** How many responses are remembered for telling edits from repeats of the overlap. */
const REMEMBERED = 2_000;

/** Form responses since the cursor → decide → record. */
export async function formPass(keeper: Keeper): Promise<{ responses: number }> {
  const { forms, journal, clock } = keeper.ports;
  if (forms === null) return { responses: 0 };
  const state = (await journal.state<FormState>("form")) ?? EMPTY;
  const batch = await forms.read({ cursor: state.cursor, questions: state.questions });
  for (const problem of batch.problems) keeper.ports.log.warn("Form problem", { problem });
  const fresh = batch.submissions.filter(
    ({ responseId, lastSubmittedTime }) => state.seen[responseId] !== lastSubmittedTime,
  );
  const sources = await journal.findSources(fresh.map(({ responseId }) => `form:${responseId}`));
  const observations: Observation[] = [];
  for (const submission of fresh) {
    const knownTicket = sources.get(`form:${submission.responseId}`)?.ticket ?? null;
    if (knownTicket !== null) await keeper.bring(knownTicket);
    observations.push({ type: "form", submission, knownTicket });
  }
  const changed = batch.cursor !== state.cursor || fresh.length > 0;
  if (!changed && state.cursor !== null) return { responses: 0 };
  const seen = Object.entries({
    ...state.seen,
    ...Object.fromEntries(fresh.map((each) => [each.responseId, each.lastSubmittedTime])),
  }).slice(-REMEMBERED);
  const next: FormState = {
    cursor: batch.cursor,
    questions: batch.questions,
    seen: Object.fromEntries(seen),
  };
  await keeper.record(observations, ({ placed }) => ({
    sources: placed.map(({ source, ticket }) => ({ key: source, ticket, at: clock.now() })),
    state: { form: next },
  }));
  return { responses: fresh.length };
}
