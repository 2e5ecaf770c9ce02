import type { LetterFacts, LetterKind } from "../desk/letter.ts";
import type { TimedStep } from "../desk/sop.ts";
import { commonData, type CommonData, type Context, type FactsOf } from "./context.ts";
import { dueWords, lateWords, leftWords, stepWords } from "./context.ts";
import { shorten } from "./values.ts";

export interface GroupedData extends CommonData {
  count: number;
  /** At most 50 lines. */
  items: GroupedLine[];
  /** How many more there are, 0 when all are shown. */
  rest: number;
  assigned: boolean;
  handedOver: boolean;
  replied: boolean;
  warned: boolean;
  overdue: boolean;
  escalated: boolean;
  reported: boolean;
  reopened: boolean;
  onDuty: boolean;
  moved: boolean;
  /** Kinds that need no more than a list. */
  other: boolean;
}

export interface GroupedLine {
  number: string;
  title: string;
  step: string;
  dueAt: string;
  late: string;
  left: string;
}

const SHOWN = 50;

/** Several letters of one kind to one person at once, as one letter with a list. */
export function grouped({ of, items }: FactsOf<"grouped">, context: Context): GroupedData {
  return {
    ...commonData(context),
    count: items.length,
    items: items.slice(0, SHOWN).map((item) => line(item, context)),
    rest: Math.max(0, items.length - SHOWN),
    ...what(of, items),
  };
}

function what(of: LetterKind, items: FactsOf<"grouped">["items"]) {
  const handedOver = items.every(({ facts }) => "side" in facts && facts.side === "old");
  const named = {
    assigned: of === "assignment" || (of === "reassignment" && !handedOver),
    handedOver: of === "reassignment" && handedOver,
    replied: of === "reply-received",
    warned: of === "warning",
    overdue: of === "overdue",
    escalated: of === "escalation",
    reported: of === "report",
    reopened: of === "reopened",
    onDuty: of === "on-duty",
    moved: of === "deadline-moved",
  };
  return { ...named, other: !Object.values(named).includes(true) };
}

function line(
  { number, title, facts }: FactsOf<"grouped">["items"][number],
  context: Context,
): GroupedLine {
  const { step, dueAt } = deadlineIn(facts);
  const known = step !== null && dueAt !== null;
  return {
    number,
    title: shorten(title ?? "", 100),
    step: step === null ? "" : stepWords(step),
    dueAt: dueWords(dueAt, context),
    late: known ? lateWords(step, dueAt, context) : "",
    left: known ? leftWords(step, dueAt, context) : "",
  };
}

function deadlineIn(facts: LetterFacts): { step: TimedStep | null; dueAt: number | null } {
  return {
    step: "step" in facts ? facts.step : null,
    dueAt: "dueAt" in facts ? facts.dueAt : null,
  };
}
