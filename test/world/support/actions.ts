import * as fc from "fast-check";

/** Columns that people sort, clear, fill or drag, by key. */
export const WORK_KEYS = ["priority", "visit", "officers", "status", "result", "remark"] as const;
export const CONTENT_KEYS = ["unit", "reporter", "channel", "reportedAt", "text"] as const;

export type Action =
  | { do: "mail" | "form"; who: number; what: number }
  | { do: "reply" | "form edit"; nth: number }
  | { do: "type"; who: number; what: number; bursts: number; timed: boolean; at: number | null }
  | { do: "work"; row: number; key: (typeof WORK_KEYS)[number]; value: number }
  | { do: "handle"; row: number; value: number }
  | { do: "reword" | "lengthen"; row: number; nth: number }
  | { do: "correct"; row: number; key: "unit" | "reporter" | "channel" | "email"; nth: number }
  | { do: "overtype"; row: number; who: number; what: number; fields: number }
  | {
      do: "clear";
      row: number;
      count: number;
      key: "number" | "code" | (typeof CONTENT_KEYS)[number];
    }
  | { do: "clear row"; row: number }
  | { do: "sort"; key: (typeof SORT_KEYS)[number]; descending: boolean }
  | { do: "part sort"; from: (typeof PART_KEYS)[number]; key: "reporter" | "text" | "status" }
  | {
      do: "filter" | "unfilter" | "insert row" | "locale" | "rename tab" | "duplicate tab";
      row: number;
    }
  | { do: "delete rows"; row: number; count: number }
  | { do: "move row"; row: number; to: number }
  | { do: "copy row"; row: number; edits: number; who: number; what: number; inserted: boolean }
  | { do: "drag"; row: number; count: number; key: "number" | "status" | "officers" }
  | { do: "paste numbers"; row: number; from: number; count: number }
  | { do: "paste rows"; who: number; what: number; count: number }
  | { do: "merge"; row: number; key: "unit" | "status" }
  | {
      do: "insert column" | "move column" | "rename header" | "double header";
      key: string;
      to: number;
    }
  | { do: "delete column"; key: "result" | "number" | "note" }
  | { do: "delete tab" }
  | { do: "undo"; who: number }
  | { do: "restore"; back: number }
  | { do: "wait"; minutes: number }
  | { do: "kill"; calls: number; afterwards: boolean }
  | { do: "google fails"; how: number; times: number }
  | { do: "mail server fails"; how: number };

const SORT_KEYS = ["number", "status", "unit", "reportedAt", "text", "officers", "due"] as const;
const PART_KEYS = ["reporter to text", "unit to email", "status", "officers"] as const;

/** One thing people do: before the worker reads, or between its read and its write. */
export interface Step {
  /** Two people at once do two things. */
  actions: Action[];
  between: boolean;
  /** Minutes until the next step. */
  beats: number;
}

const row = fc.nat(60);
const who = fc.nat(18);
const what = fc.nat(400);
const count = fc.integer({ min: 1, max: 4 });

function doing<Name extends string, Rest extends object>(
  name: Name,
  rest: { [Key in keyof Rest]: fc.Arbitrary<Rest[Key]> },
): fc.Arbitrary<{ do: Name } & Rest> {
  return fc.record<Rest>(rest).map((given) => ({ do: name, ...given }));
}

const type = doing("type", {
  who,
  what,
  bursts: fc.integer({ min: 1, max: 3 }),
  timed: fc.boolean(),
  at: fc.option(row, { freq: 4 }),
});
const work = doing("work", { row, key: fc.constantFrom(...WORK_KEYS), value: fc.nat(5) });
const handle = doing("handle", { row, value: fc.nat(5) });
const reword = fc.record({ do: fc.constantFrom("reword", "lengthen"), row, nth: fc.nat(99) });
const correct = doing("correct", {
  row,
  key: fc.constantFrom("unit", "reporter", "channel", "email"),
  nth: fc.nat(40),
});
const sort = doing("sort", { key: fc.constantFrom(...SORT_KEYS), descending: fc.boolean() });
const mail = fc.record({ do: fc.constantFrom("mail", "mail", "form"), who, what });
const reply = fc.record({ do: fc.constantFrom("reply", "form edit"), nth: row });
const quiet = fc.record({
  do: fc.constantFrom("filter", "unfilter", "insert row", "locale", "rename tab", "duplicate tab"),
  row,
});
const move = doing("move row", { row, to: row });
const undo = doing("undo", { who: fc.nat(1) });
const wait = doing("wait", { minutes: fc.constantFrom(3, 10, 60, 480) });

const weights: { weight: number; arbitrary: fc.Arbitrary<Action> }[] = [
  { weight: 8, arbitrary: mail },
  { weight: 2, arbitrary: reply },
  { weight: 9, arbitrary: type },
  { weight: 10, arbitrary: work },
  { weight: 4, arbitrary: handle },
  { weight: 5, arbitrary: reword },
  { weight: 4, arbitrary: correct },
  {
    weight: 1,
    arbitrary: doing("overtype", { row, who, what, fields: fc.integer({ min: 3, max: 5 }) }),
  },
  {
    weight: 4,
    arbitrary: doing("clear", {
      row,
      count: fc.integer({ min: 1, max: 3 }),
      key: fc.constantFrom("number", "number", "code", ...CONTENT_KEYS),
    }),
  },
  { weight: 1, arbitrary: doing("clear row", { row }) },
  { weight: 5, arbitrary: sort },
  {
    weight: 1,
    arbitrary: doing("part sort", {
      from: fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom("reporter to text", "unit to email") },
        { weight: 1, arbitrary: fc.constantFrom("status", "officers") },
      ),
      key: fc.constantFrom("reporter", "text"),
    }),
  },
  { weight: 4, arbitrary: quiet },
  { weight: 3, arbitrary: doing("delete rows", { row, count: fc.constantFrom(1, 1, 1, 2, 6) }) },
  { weight: 3, arbitrary: move },
  {
    weight: 3,
    arbitrary: doing("copy row", {
      row,
      edits: fc.constantFrom(0, 2, 3, 4, 5),
      who,
      what,
      inserted: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: doing("drag", { row, count, key: fc.constantFrom("number", "status", "officers") }),
  },
  { weight: 1, arbitrary: doing("paste numbers", { row, from: row, count }) },
  { weight: 1, arbitrary: doing("paste rows", { who, what, count }) },
  { weight: 1, arbitrary: doing("merge", { row, key: fc.constantFrom("unit", "status") }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom("insert column", "move column", "rename header", "double header"),
      key: fc.constantFrom("reportedAt", "unit", "text", "status", "result", "note"),
      to: fc.nat(20),
    }),
  },
  {
    weight: 1,
    arbitrary: doing("delete column", { key: fc.constantFrom("result", "number", "note") }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("delete tab") }) },
  { weight: 3, arbitrary: undo },
  { weight: 1, arbitrary: doing("restore", { back: fc.integer({ min: 1, max: 12 }) }) },
  { weight: 3, arbitrary: wait },
  {
    weight: 5,
    arbitrary: doing("kill", { calls: fc.integer({ min: 1, max: 45 }), afterwards: fc.boolean() }),
  },
  {
    weight: 4,
    arbitrary: doing("google fails", { how: fc.nat(6), times: fc.integer({ min: 1, max: 2 }) }),
  },
  { weight: 2, arbitrary: doing("mail server fails", { how: fc.nat(2) }) },
];

const hostileStep: fc.Arbitrary<Step> = fc.record({
  actions: fc.array(fc.oneof(...weights), { minLength: 1, maxLength: 2 }),
  between: fc.boolean(),
  beats: fc.constantFrom(0, 1, 1, 1, 2),
});

/** A few complaints that have their rows, then whatever people do. */
export const hostileHistory: fc.Arbitrary<Step[]> = fc
  .tuple(
    fc.array(fc.oneof(mail, type), { minLength: 2, maxLength: 4 }),
    fc.array(hostileStep, { minLength: 3, maxLength: 11 }),
  )
  .map(([actions, steps]) => [{ actions, between: false, beats: 2 }, ...steps]);

/** A day of an office that means no harm: no part sorts, nothing overtyped, few slips. */
const ordinaryStep: fc.Arbitrary<Step> = fc.record({
  actions: fc.array(
    fc.oneof(
      { weight: 8, arbitrary: mail },
      { weight: 2, arbitrary: reply },
      { weight: 8, arbitrary: type },
      { weight: 24, arbitrary: work },
      { weight: 10, arbitrary: handle },
      { weight: 4, arbitrary: reword },
      { weight: 4, arbitrary: correct },
      { weight: 4, arbitrary: sort },
      { weight: 3, arbitrary: quiet },
      { weight: 2, arbitrary: move },
      { weight: 2, arbitrary: undo },
      { weight: 1, arbitrary: doing("delete rows", { row, count: fc.constant(1) }) },
      {
        weight: 1,
        arbitrary: doing("clear", { row, count: fc.constant(1), key: fc.constant("number") }),
      },
      {
        weight: 1,
        arbitrary: doing("drag", {
          row,
          count: fc.constant(2),
          key: fc.constantFrom("status", "officers"),
        }),
      },
    ),
    { minLength: 1, maxLength: 1 },
  ),
  between: fc.boolean(),
  beats: fc.constantFrom(0, 1, 1, 2),
});

export const ordinaryDay: fc.Arbitrary<Step[]> = fc.array(ordinaryStep, {
  minLength: 20,
  maxLength: 60,
});
