import type { RecapHead } from "../desk/recap-head.ts";
import { type RecapLine, withRest } from "../desk/recap-lines.ts";
import type { Recap } from "../desk/recap.ts";
import { SOP_NUMBER, SOP_STEPS, type TimedStep } from "../desk/sop.ts";
import { HOUR, type Duration } from "../desk/time.ts";
import { durationWords, instant, monthWords } from "../desk/words.ts";
import { commonData, type CommonData, type Context, type FactsOf } from "./context.ts";
import { shorten } from "./values.ts";

export interface RecapData extends CommonData {
  month: string;
  asOf: string;
  cameIn: number;
  requests: number;
  done: number;
  cancelled: number;
  open: number;
  openLate: number;
  onTime: number;
  /** `84%`, or `""` under five complaints. */
  onTimeShare: string;
  late: number;
  lateThirdParty: number;
  lateEntered: number;
  unmeasured: number;
  withoutClock: number;
  reopened: number;
  remoteAverage: string;
  fieldAverage: string;
  thirdParty: string;
  waitingReporter: string;
  unassigned: string;
  downtime: string;
  months: { month: string; cameIn: number; done: number; onTime: number; share: string }[];
  /** `Penerimaan (10 menit)` */
  steps: { name: string; onTime: number; counted: number; share: string }[];
  categories: RecapItem[];
  units: RecapItem[];
  causes: RecapItem[];
  channels: RecapItem[];
  officers: RecapItem[];
  sopNumber: string;
  stepFiveByDays: boolean;
  stepFiveByClock: boolean;
}

export interface RecapItem {
  name: string;
  count: number;
  done: number;
  share: string;
}

/** So that the letter stays small and can be read; the workbook holds the rest. */
const LINES_SHOWN = 10;

/** On the first working day of a month, to both heads: the month in figures. */
export function recap({ recap: figures }: FactsOf<"recap">, context: Context): RecapData {
  const { head } = figures;
  const { stepFiveCount, limits } = context.office.policy;
  return {
    ...commonData(context),
    ...head,
    month: monthWords(figures.month),
    asOf: instant(figures.asOf, context.calendar.zone),
    onTimeShare: share(head.onTime, head.onTime + head.late),
    remoteAverage: words(head.remoteAverage),
    fieldAverage: words(head.fieldAverage),
    thirdParty: words(head.thirdParty || null),
    waitingReporter: words(head.waitingReporter || null),
    unassigned: words(head.unassigned || null),
    downtime: words(head.downtime || null),
    months: [...figures.before, head].map(monthLine),
    steps: stepLines(figures, limits),
    categories: itemsOf(figures.categories),
    units: itemsOf(figures.units),
    causes: itemsOf(figures.causes),
    channels: itemsOf(figures.channels),
    officers: itemsOf(figures.officers),
    sopNumber: SOP_NUMBER,
    stepFiveByDays: stepFiveCount === "hari kerja",
    stepFiveByClock: stepFiveCount === "jam dinding",
  };
}

/** No percentage of fewer than five: one complaint would decide it. */
export function share(part: number, of: number): string {
  return of < 5 ? "" : `${Math.round((100 * part) / of)}%`;
}

function words(length: Duration | null): string {
  return length === null ? "" : durationWords(length);
}

function monthLine({ month, cameIn, done, onTime, late }: RecapHead): RecapData["months"][number] {
  return { month: monthWords(month), cameIn, done, onTime, share: share(onTime, onTime + late) };
}

function stepLines(figures: Recap, limits: Record<number, Duration>): RecapData["steps"] {
  return figures.steps.map(({ step, onTime, late }) => ({
    name: `${SOP_STEPS.find((each) => each.step === step)?.name ?? ""} (${limitWords(step, limits)})`,
    onTime,
    counted: onTime + late,
    share: share(onTime, onTime + late),
  }));
}

/** The limit of step 5 is known as 24 hours, not as a day. */
function limitWords(step: TimedStep, limits: Record<number, Duration>): string {
  const limit = limits[step] ?? null;
  return step === 5 ? `${Math.round((limit ?? 0) / HOUR)} jam` : words(limit);
}

function itemsOf(lines: readonly RecapLine[]): RecapItem[] {
  return withRest(lines, LINES_SHOWN).map(itemOf);
}

function itemOf({ name, count, done, onTime, late }: RecapLine): RecapItem {
  return {
    name: shorten(name, 60) || "Belum diisi",
    count,
    done,
    share: share(onTime, onTime + late),
  };
}
