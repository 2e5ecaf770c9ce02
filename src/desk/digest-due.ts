import type { Calendar } from "./calendar.ts";
import { type DigestAudience, digestFor, type DigestInput } from "./digest.ts";
import { isHigh } from "./digest-lines.ts";
import type { Digest, LetterPlan, Recipient } from "./letter.ts";
import { divisionHead, isOwnAddress, sectionHead } from "./people.ts";
import { HOUR, type Instant, type LocalDate } from "./time.ts";

/** A digest that could not go out for so long is left to the next day, by the clock on the wall. */
const LATEST = 4 * HOUR;

/**
 * The day whose digest is due now, or undefined: a working day, after the set time and not four
 * hours later, once a day. `lastDay` is the day of the last digest, null when there was none.
 */
export function digestDue(
  now: Instant,
  {
    calendar,
    digestAt,
    lastDay,
  }: { calendar: Calendar; digestAt: number; lastDay: LocalDate | null },
): LocalDate | undefined {
  const day = calendar.localDate(now);
  if (lastDay !== null && lastDay >= day) return undefined;
  if (!calendar.isWorkingDay(day)) return undefined;
  const from = calendar.atMinute(day, digestAt);
  return from <= now && now <= from + LATEST ? day : undefined;
}

/**
 * The day's digests, all at once, so that a restart repeats none: to the section head always (else
 * to `helpdesk`, so that silence never means a dead worker), to the division head when something is
 * late or *Tinggi* is open and on the week's first working day, to each person with open complaints of
 * his own: whoever is named in *Petugas* is their officer, a second section head too.
 */
export function digestPlans(
  day: LocalDate,
  input: DigestInput & { helpdesk: readonly Recipient[] },
): LetterPlan[] {
  const { office } = input;
  const heads = sectionHead(office, day);
  const whole = digestFor({ kind: "section-head" }, input);
  const plan = planner(day, input);
  const plans = heads.map((to) => plan(to, whole));
  const instead = heads.length > 0 ? [] : input.helpdesk;
  const others = instead.map((to) => plan(to, digestFor({ kind: "helpdesk" }, input)));
  const above = concernsDivisionHead(day, whole, input) ? divisionHead(office, day) : [];
  const higher = above.map((to) => plan(to, { ...whole, audience: "division-head" }));
  return withoutDoubles([...plans, ...others, ...higher, ...officerPlans(plan, input)]);
}

function concernsDivisionHead(day: LocalDate, digest: Digest, input: DigestInput): boolean {
  if (digest.late.length > 0 || input.open.some(isHigh)) return true;
  return isFirstOfWeek(day, input.calendar);
}

/** Monday, or the first working day after it. */
function isFirstOfWeek(day: LocalDate, calendar: Calendar): boolean {
  const before = calendar.addWorkingDays(day, -1);
  const weekday = Temporal.PlainDate.from(day).dayOfWeek;
  return Temporal.PlainDate.from(before).until(day).days >= weekday;
}

type Planner = (to: Recipient, digest: Digest) => LetterPlan;

function officerPlans(plan: Planner, input: DigestInput): LetterPlan[] {
  return input.office.staff
    .filter(({ active, email }) => active && email !== "" && !isOwnAddress(input.office, email))
    .flatMap(({ name, email }) => {
      const audience: DigestAudience = { kind: "officer", name };
      const digest = digestFor(audience, input);
      if (digest.openCount === 0) return [];
      return [plan({ role: "officer", name, address: email }, digest)];
    });
}

function planner(day: LocalDate, { office, calendar }: DigestInput): Planner {
  const expiresAt = calendar.atMinute(day, office.policy.digestAt) + LATEST;
  return (to, digest) => {
    const key = `digest/${day}/${to.address}`;
    return {
      key,
      reasons: [key],
      kind: "digest",
      to,
      ticket: null,
      facts: { kind: "digest", day, digest },
      causedBySheet: false,
      plannedAt: digest.asOf,
      expiresAt,
    };
  };
}

/** One digest a person and day, whatever roles he has; the first, which says more, is kept. */
function withoutDoubles(plans: readonly LetterPlan[]): LetterPlan[] {
  const keys = new Set<string>();
  return plans.filter(({ key }) => {
    const isNew = !keys.has(key);
    keys.add(key);
    return isNew;
  });
}
