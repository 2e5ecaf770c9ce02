import { dayNumber, weekdayOf } from "./calendar-zone.ts";
import type { DecreedDay } from "./decreed-days-off.ts";
import type { CalendarRules, DayRule, Window } from "./policy.ts";

/** What the rules say of one day. */
export interface DayPlan {
  /** Sorted, not overlapping, none empty. */
  windows: readonly Window[];
  /** Why the day is off, without windows; `""` when only the week makes it so. */
  name: string;
}

/**
 * Which windows each day has: the office's lines of *Hari Libur*, then the decreed days off, then
 * the period the day lies in, then the week. Of several lines for one day special hours win,
 * else the last; of overlapping periods the first.
 */
export function dayPlans(
  rules: CalendarRules,
  decreed: readonly DecreedDay[],
): (day: number) => DayPlan {
  const week = rules.week.map(tidy);
  const periods = rules.periods.map((period) => ({
    from: dayNumber(period.from),
    to: dayNumber(period.to),
    hours: period.hours.map(tidy),
  }));
  const named = new Map<number, DayPlan>();
  for (const { date, name } of decreed) named.set(dayNumber(date), { windows: [], name });
  for (const rule of byStrength(rules.days)) {
    const day = dayNumber(rule.date);
    if (rule.what === "dicoret") named.delete(day);
    else named.set(day, planOfRule(rule));
  }

  return (day) => {
    const special = named.get(day);
    if (special !== undefined) return special;
    const period = periods.find((each) => each.from <= day && day <= each.to);
    const windows = (period?.hours ?? week)[weekdayOf(day)] ?? [];
    return { windows, name: "" };
  };
}

function byStrength(days: readonly DayRule[]): DayRule[] {
  return days.toSorted((a, b) => Number(isSpecial(a)) - Number(isSpecial(b)));
}

function isSpecial(rule: DayRule): boolean {
  return rule.what === "jam khusus";
}

function planOfRule(rule: DayRule): DayPlan {
  return { windows: isSpecial(rule) ? tidy(rule.windows) : [], name: rule.name };
}

/** Windows as a calendar needs them, whatever order they were typed in. */
function tidy(windows: readonly Window[]): Window[] {
  const sorted = windows
    .map(({ from, to }) => ({ from: Math.max(0, from), to: Math.min(1440, to) }))
    .filter((window) => window.from < window.to)
    .toSorted((a, b) => a.from - b.from);
  const merged: Window[] = [];
  for (const window of sorted) {
    const last = merged.at(-1);
    if (last === undefined || last.to < window.from) merged.push(window);
    else last.to = Math.max(last.to, window.to);
  }
  return merged;
}
