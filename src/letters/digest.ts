import type { DigestLine } from "../desk/letter.ts";
import { dayWords, instant } from "../desk/words.ts";
import { commonData, type CommonData, type Context, type FactsOf } from "./context.ts";
import { dueWords, lateWords, stepWords } from "./context.ts";
import { oneLine, shorten } from "./values.ts";

export interface DigestData extends CommonData {
  day: string;
  asOf: string;
  quiet: boolean;
  newCount: number;
  doneCount: number;
  doneOnTime: number;
  openCount: number;
  lateCount: number;
  /** Of the late ones: those that were typed in long after their report. */
  lateEnteredCount: number;
  dueTodayCount: number;
  unassignedCount: number;
  waitingReporterCount: number;
  waitingThirdPartyCount: number;
  dueLaterCount: number;
  late: DigestItem[];
  dueToday: DigestItem[];
  unassigned: DigestItem[];
  waitingReporter: DigestItem[];
  waitingThirdParty: DigestItem[];
  dueLater: DigestItem[];
  onDuty: string;
  frequentUnits: { unit: string; count: number }[];
  failedLetters: { number: string; text: string }[];
  warnings: string[];
  /** The officer's own list rather than the office's. */
  own: boolean;
  /** Something came in, or was done, since the last one. */
  moved: boolean;
  /** The filter view of late ones, `""` when there are none. */
  lateUrl: string;
}

export interface DigestItem {
  number: string;
  title: string;
  unit: string;
  priority: string;
  officers: string;
  step: string;
  dueAt: string;
  late: string;
  note: string;
}

/** 07.45 on working days: readable in half a minute, worst first. */
export function digest({ day, digest: figures }: FactsOf<"digest">, context: Context): DigestData {
  const at = { ...context, now: figures.asOf };
  const items = (lines: DigestLine[]) => lines.map((line) => itemOf(line, at));
  return {
    ...commonData(context),
    day: dayWords(day),
    asOf: instant(figures.asOf, context.calendar.zone),
    quiet: figures.openCount === 0,
    newCount: figures.newCount,
    doneCount: figures.doneCount,
    doneOnTime: figures.doneOnTime,
    openCount: figures.openCount,
    lateCount: figures.late.length,
    lateEnteredCount: figures.late.filter(({ enteredLater }) => enteredLater).length,
    dueTodayCount: figures.dueToday.length,
    unassignedCount: figures.unassigned.length,
    waitingReporterCount: figures.waitingReporter.length,
    waitingThirdPartyCount: figures.waitingThirdParty.length,
    dueLaterCount: figures.dueLater?.length ?? 0,
    late: items(figures.late),
    dueToday: items(figures.dueToday),
    unassigned: items(figures.unassigned),
    waitingReporter: items(figures.waitingReporter),
    waitingThirdParty: items(figures.waitingThirdParty),
    dueLater: items(figures.dueLater ?? []),
    onDuty: oneLine(figures.onDuty),
    frequentUnits: figures.frequentUnits,
    failedLetters: figures.failedLetters,
    warnings: figures.warnings,
    own: figures.audience === "officer",
    moved: figures.newCount > 0 || figures.doneCount > 0,
    lateUrl: figures.late.length > 0 ? (context.office.filterViews["Terlambat"] ?? "") : "",
  };
}

const ENTERED_LATER = "Dicatat susulan";

function itemOf(line: DigestLine, context: Context): DigestItem {
  const { step, dueAt } = line;
  return {
    number: line.number,
    title: shorten(line.title, 80),
    unit: shorten(line.unit, 60),
    priority: line.priority,
    officers: shorten(line.officers, 60),
    step: step === null ? "" : stepWords(step),
    dueAt: dueWords(dueAt, context),
    late: step === null || dueAt === null ? "" : lateWords(step, dueAt, context),
    note: shorten(
      [line.note, line.enteredLater ? ENTERED_LATER : ""].filter((part) => part !== "").join("; "),
      160,
    ),
  };
}
