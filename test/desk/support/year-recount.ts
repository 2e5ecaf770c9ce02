import { actsOf, type TicketPlan, type YearPlan } from "./year-plan.ts";

/** What a run should have come to, in minutes of the year, counted one by one. */
export interface Counted {
  step: number;
  start: number;
  due: number;
  end: number;
  outcome: string;
  rungs: string[];
}

interface Hold {
  from: number;
  to: number;
}

/** DOMAIN 1.7, offsets in working minutes: ordinary, then Tinggi. */
const LADDER: Record<number, [name: string, offset: number, high: number][]> = {
  3: [
    ["warning/helpdesk", -10, -10],
    ["overdue/helpdesk", 0, 0],
    ["escalation/section-head", 30, 0],
  ],
  4: [
    ["warning/officer", -15, -15],
    ["overdue/officer", 0, 0],
    ["escalation/section-head", 60, 0],
    ["escalation/division-head", 240, 120],
  ],
  5: [
    ["warning/officer", -240, -240],
    ["overdue/officer", 0, 0],
    ["escalation/section-head", 240, 0],
    ["escalation/division-head", 450, 240],
  ],
};

const LIMITS: Record<number, number> = { 2: 10, 3: 30, 4: 60, 5: 1440, 6: 60 };

export function recount(plan: TicketPlan, year: YearPlan): Counted[] {
  const { arrives, noticed, hold, identified, visit, finished, finishedAt } = plan;
  const held = hold ? { from: hold.from.seen, to: hold.to.seen } : null;
  const repair = visit ? 5 : 4;
  const end = finishedAt ?? finished.seen;
  const due = {
    2: dueOf(year, 2, arrives, null),
    3: dueOf(year, 3, noticed, held),
    repair: dueOf(year, repair, identified.seen, null),
    6: dueOf(year, 6, end, null),
  };
  const downAtDue = year.downtimes.some(({ from, to }) => from <= due[2] && due[2] < to);
  const receipt = noticed <= due[2] ? "on-time" : downAtDue ? "unmeasured" : "late";
  const known = finishedAt === null ? finished.before : null;
  return [
    { step: 2, start: arrives, due: due[2], end: noticed, outcome: receipt, rungs: [] },
    {
      step: 3,
      start: noticed,
      due: due[3],
      end: identified.seen,
      outcome: judged(due[3], identified.seen, identified.before),
      rungs: rungsOf(plan, year, {
        step: 3,
        due: due[3],
        known: noticed,
        gone: identified.settled,
      }),
    },
    {
      step: repair,
      start: identified.seen,
      due: due.repair,
      end,
      outcome: judged(due.repair, end, known),
      rungs: rungsOf(plan, year, {
        step: repair,
        due: due.repair,
        known: identified.settled,
        gone: finished.settled,
      }),
    },
    {
      step: 6,
      start: end,
      due: due[6],
      end: finished.settled,
      outcome: judged(due[6], finished.settled, null),
      rungs: [],
    },
  ];
}

/** Counts minute after minute until the limit is used up. */
function dueOf({ minutes }: YearPlan, step: number, start: number, hold: Hold | null): number {
  const counts = step === 5 ? minutes.workday : minutes.open;
  let minute = start;
  while (minutes.open[minute] === 0) minute++;
  for (let left = LIMITS[step] ?? 0; left > 0; minute++) {
    const isHeld = hold !== null && hold.from <= minute && minute < hold.to;
    if (counts[minute] === 1 && !isHeld) left--;
  }
  return minute;
}

function judged(due: number, end: number, before: number | null): string {
  if (end <= due) return "on-time";
  if (before === null || before > due) return "late";
  return end - before > 5 ? "unmeasured" : "on-time";
}

/** Looks at every beat between the run's start and end as the worker learned of them. */
function rungsOf(
  plan: TicketPlan,
  year: YearPlan,
  { step, due, known, gone }: { step: number; due: number; known: number; gone: number },
): string[] {
  const { minutes, beats } = year;
  const { hold, priority } = plan;
  const isHigh = step !== 3 && priority === "Tinggi";
  const acts = actsOf(plan);
  const marks = new Map<string, string>();
  const last = ladderFrom(due);
  const first = hold && step === 3 ? ladderFrom(dueOf(year, 3, plan.noticed, null)) : last;
  for (let beat = known; beat < gone; beat++) {
    if (beats[beat] === 0 || (!isHigh && minutes.open[beat] === 0)) continue;
    if (acts.some(({ seen, settled }) => seen <= beat && beat < settled)) continue;
    // A hold is known from when it settled; before that the deadline stands as if there were none.
    const isHeld = hold && step === 3 && hold.from.settled <= beat && beat < hold.to.settled;
    if (isHeld) continue;
    const current = hold && step === 3 && beat >= hold.to.settled ? last : first;
    const reached = current.rungs
      .filter(({ name, at }) =>
        name.startsWith("warning") ? at <= beat && beat <= current.due : at < beat,
      )
      .filter(({ name }) => !marks.has(name));
    const latest = Math.max(...reached.map(({ at }) => at));
    const own = reached.findLast(({ name }) => /officer|helpdesk/.test(name));
    for (const rung of reached) {
      marks.set(rung.name, `${beat} ${rung === own || rung.at === latest ? "sent" : "skipped"}`);
    }
  }
  return [...marks].map(([name, mark]) => `${name} ${mark}`);

  function ladderFrom(deadline: number) {
    const rungs = (LADDER[step] ?? []).map(([name, offset, high]) => ({
      name,
      at: rungMinute(deadline, isHigh ? high : offset),
    }));
    return { due: deadline, rungs };
  }

  function rungMinute(from: number, offset: number): number {
    let minute = from;
    if (offset < 0) {
      for (let left = -offset; left > 0; minute--) left -= minutes.open[minute - 1] ?? 1;
      return minute;
    }
    for (let left = offset; left > 0; minute++) left -= minutes.open[minute] ?? 1;
    if (!isHigh) while (minutes.open[minute] === 0) minute++;
    return minute;
  }
}

/** Whose each minute of the ticket's age was. */
export function recountSplit(plan: TicketPlan, year: YearPlan): Record<string, number> {
  const { arrives, hold, identified, thirdParty, finished } = plan;
  const parts = {
    ours: 0,
    thirdParty: 0,
    waitingReporter: 0,
    closedHours: 0,
    unassigned: 0,
    downtime: 0,
  };
  for (let minute = arrives; minute < finished.settled; minute++) parts[ownerOf(minute)]++;
  return parts;

  function ownerOf(minute: number): keyof typeof parts {
    if (year.minutes.open[minute] === 0) return "closedHours";
    if (isWithin(thirdParty, minute)) return "thirdParty";
    if (isWithin(hold, minute)) return "waitingReporter";
    if (year.downtimes.some(({ from, to }) => from <= minute && minute < to)) return "downtime";
    return minute < identified.settled ? "unassigned" : "ours";
  }
}

function isWithin(wait: TicketPlan["hold"], minute: number): boolean {
  return wait !== null && wait.from.seen <= minute && minute < wait.to.seen;
}
