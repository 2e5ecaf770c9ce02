import { z } from "zod";

import type { DecreedDay } from "../desk/decreed-days-off.ts";
import type { CalendarRules, StepFiveCount, WeekHours, Window } from "../desk/policy.ts";
import { SECOND, type Duration, type Instant } from "../desk/time.ts";
import { readJson } from "./json-file.ts";

export interface VectorFile {
  calendars: Map<string, { rules: CalendarRules; off: DecreedDay[] }>;
  cases: Vector[];
}

export type Vector =
  | {
      calendar: string;
      ask: "due";
      from: Instant;
      count: StepFiveCount;
      limit: Duration;
      opens: Instant;
      due: Instant;
    }
  | { calendar: string; ask: "between"; from: Instant; to: Instant; seconds: number };

export type ParsedVectors = { ok: true; file: VectorFile } | { ok: false; problems: string[] };

/** Reads the text of a file of expected values; every mistake with its place, in Indonesian. */
export function parseVectors(text: string): ParsedVectors {
  const read = readJson(text, File);
  if (!read.ok) return read;
  const calendars = new Map(Object.entries(read.data.calendars));
  return { ok: true, file: { calendars, cases: read.data.cases } };
}

const Moment = z.iso
  .datetime({ offset: true, error: "bukan waktu seperti 2027-01-04T08:00:00+07:00" })
  .transform((text) => Temporal.Instant.from(text).epochMilliseconds);

const Day = z.iso.date({ error: "bukan tanggal seperti 2027-01-04" });

const Minutes = z
  .string({ error: "bukan jam seperti 07:30" })
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, { error: "bukan jam seperti 07:30" })
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));

const Windows = z
  .array(z.tuple([Minutes, Minutes]))
  .transform((spans): Window[] => spans.map(([from, to]) => ({ from, to })));

/** `{"1-4": […], "5": […]}`, 1 = Monday. */
const Week = z
  .record(z.string().regex(/^[1-7](?:-[1-7])?$/, { error: "bukan hari 1–7" }), Windows)
  .transform((named): WeekHours => {
    const week: Window[][] = [[], [], [], [], [], [], [], []];
    for (const [key, windows] of Object.entries(named)) {
      for (let day = Number(key[0]); day <= Number(key.at(-1)); day++) week[day] = windows;
    }
    return week;
  });

const Zone = z.string().refine(isZone, { error: "zona waktu tidak dikenal" });

function isZone(zone: string): boolean {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId !== "";
  } catch {
    return false;
  }
}

const CalendarShape = z
  .object({
    zone: Zone,
    weekly: Week,
    periods: z.array(z.object({ from: Day, to: Day, weekly: Week })).default([]),
    off: z.array(Day).default([]),
    on: z.array(z.object({ date: Day, windows: Windows })).default([]),
  })
  .transform(({ zone, weekly, periods, off, on }) => ({
    rules: {
      zone,
      week: weekly,
      periods: periods.map(({ from, to, weekly: hours }) => ({ name: "", from, to, hours })),
      days: on.map(({ date, windows }) => ({
        date,
        name: "",
        what: "jam khusus" as const,
        windows,
      })),
    },
    off: off.map((date) => ({ date, name: "hari libur" })),
  }));

const Count = z
  .enum(["working", "working-days", "clock"], { error: "bukan working, working-days atau clock" })
  .transform((count) => COUNTS[count]);

const COUNTS = {
  working: "jam kerja",
  "working-days": "hari kerja",
  clock: "jam dinding",
} as const satisfies Record<string, StepFiveCount>;

const Case = z.discriminatedUnion("ask", [
  z
    .object({
      calendar: z.string(),
      ask: z.literal("due"),
      from: Moment,
      count: Count,
      limitSeconds: z.number().nonnegative(),
      opens: Moment,
      due: Moment,
    })
    .transform(({ limitSeconds, ...rest }) => ({ ...rest, limit: limitSeconds * SECOND })),
  z.object({
    calendar: z.string(),
    ask: z.literal("between"),
    from: Moment,
    to: Moment,
    seconds: z.number(),
  }),
]);

const File = z.object(
  {
    calendars: z.record(z.string(), CalendarShape, { error: "harus berisi kalender dengan nama" }),
    cases: z.array(Case, { error: "harus berupa daftar kasus" }),
  },
  { error: "harus berupa objek dengan calendars dan cases" },
);
