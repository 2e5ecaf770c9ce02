import { expect, test } from "vitest";

import { makeCalendar } from "../../src/desk/calendar.ts";
import { dueAt, policyDigest, rungAt } from "../../src/desk/deadline.ts";
import type { Policy, Rung, StepFiveCount } from "../../src/desk/policy.ts";
import type { TimedStep } from "../../src/desk/sop.ts";
import { HOUR, type Instant } from "../../src/desk/time.ts";
import { officeCalendar, policy, rulesWith, show, wib } from "./clock-builders.ts";

const office = officeCalendar();

function due(step: TimedStep, from: Instant | null, count: StepFiveCount = "hari kerja") {
  return from === null
    ? null
    : dueAt(office, step, from, { limits: policy.limits, stepFiveCount: count });
}

const table: {
  reported: string;
  starts: string;
  steps: [string, string, string];
  five: [wall: string, days: string, hours: string];
}[] = [
  {
    reported: "2026-11-24 08.12",
    starts: "2026-11-24 08.12",
    steps: ["2026-11-24 08.22", "2026-11-24 08.52", "2026-11-24 09.52"],
    five: ["2026-11-25 08.52", "2026-11-25 08.52", "2026-11-27 10.22"],
  },
  {
    reported: "2026-11-26 15.40",
    starts: "2026-11-26 15.40",
    steps: ["2026-11-26 15.50", "2026-11-27 07.50", "2026-11-27 08.50"],
    five: ["2026-11-28 07.50", "2026-11-30 07.50", "2026-12-02 09.20"],
  },
  {
    reported: "2026-11-27 11.20",
    starts: "2026-11-27 11.20",
    steps: ["2026-11-27 11.30", "2026-11-27 13.30", "2026-11-27 14.30"],
    five: ["2026-11-28 13.30", "2026-11-30 13.30", "2026-12-02 14.30"],
  },
  {
    reported: "2026-11-28 21.40",
    starts: "2026-11-30 07.30",
    steps: ["2026-11-30 07.40", "2026-11-30 08.10", "2026-11-30 09.10"],
    five: ["2026-12-01 08.10", "2026-12-01 08.10", "2026-12-03 09.40"],
  },
  {
    reported: "2026-12-23 15.30",
    starts: "2026-12-23 15.30",
    steps: ["2026-12-23 15.40", "2026-12-28 07.40", "2026-12-28 08.40"],
    five: ["2026-12-29 07.40", "2026-12-29 07.40", "2026-12-31 09.10"],
  },
  {
    reported: "2027-03-05 10.00",
    starts: "2027-03-05 10.00",
    steps: ["2027-03-05 10.10", "2027-03-05 10.40", "2027-03-05 12.40"],
    five: ["2027-03-06 10.40", "2027-03-16 10.40", "2027-03-18 13.40"],
  },
];

for (const { reported, starts, steps, five } of table) {
  test(`worst case of a complaint reported ${reported}`, () => {
    const two = due(2, wib(reported));
    const three = due(3, two);
    expect(show(office.nextOpening(wib(reported)))).toBe(starts);
    expect([two, three, due(4, three)].map(show)).toEqual(steps);
    const fives = (["jam dinding", "hari kerja", "jam kerja"] as const).map((count) =>
      show(due(5, three, count)),
    );
    expect(fives).toEqual(five);
  });
}

const fieldVisits: [from: string, due: string][] = [
  ["2026-11-26 15.50", "2026-11-27 15.50"],
  ["2026-11-27 13.30", "2026-11-30 13.30"],
  ["2026-12-23 15.50", "2026-12-28 15.50"],
  ["2026-11-28 09.00", "2026-12-01 07.30"],
  ["2027-03-05 10.40", "2027-03-16 10.40"],
];

for (const [from, expected] of fieldVisits) {
  test(`24 hours of working days from ${from} end ${expected} (B070)`, () => {
    expect(show(due(5, wib(from)))).toBe(expected);
  });
}

test("a limit that fills exactly at midnight ends there, not on the next working day", () => {
  const limits = { ...policy.limits, 5: 10 * HOUR };
  const at = dueAt(office, 5, wib("2026-11-27 14.00"), { limits, stepFiveCount: "hari kerja" });
  expect(show(at)).toBe("2026-11-28 00.00");
});

function held(step: TimedStep, start: string, holds: [string, string | null][]): string {
  const spans = holds.map(([from, to]) => ({ from: wib(from), to: to === null ? null : wib(to) }));
  return show(dueAt(office, step, wib(start), policy, spans));
}

test("a hold's time is given back to the minute, wherever it lies", () => {
  expect(held(3, "2026-11-24 09.00", [["2026-11-24 09.10", "2026-11-25 10.00"]])).toBe(
    "2026-11-25 10.20",
  );
  // 12 minutes were left on Friday at 16.20; the reply came on Saturday evening.
  expect(held(3, "2026-11-27 16.02", [["2026-11-27 16.20", "2026-11-28 20.00"]])).toBe(
    "2026-11-30 07.42",
  );
  expect(held(5, "2026-11-27 13.30", [["2026-11-30 03.00", "2026-11-30 03.00"]])).toBe(
    "2026-11-30 13.30",
  );
});

test.each([
  // 3 hours 30 of the 24 are left on Friday at 10.00.
  ["hari kerja", "2026-11-30 13.30"],
  ["jam dinding", "2026-11-30 13.30"],
  // Five of 19 and a half working hours were used by then.
  ["jam kerja", "2026-12-02 09.30"],
] as const)("a field repair's hold over a weekend, counted by %s, ends %s", (count, want) => {
  const holds = [{ from: wib("2026-11-27 10.00"), to: wib("2026-11-30 10.00") }];
  const limits = { ...policy.limits, 5: count === "jam kerja" ? 19.5 * HOUR : 24 * HOUR };
  const at = dueAt(office, 5, wib("2026-11-26 13.30"), { limits, stepFiveCount: count }, holds);
  expect(show(at)).toBe(want);
});

test("a hold that still lasts leaves no deadline, unless it began after it", () => {
  expect(held(3, "2026-11-24 09.00", [["2026-11-24 09.10", null]])).toBe("null");
  expect(held(3, "2026-11-24 09.00", [["2026-11-24 09.30", null]])).toBe("2026-11-24 09.30");
});

test("several holds, overlapping or out of order, are counted once", () => {
  const holds: [string, string][] = [
    ["2026-11-24 09.15", "2026-11-24 09.25"],
    ["2026-11-24 09.10", "2026-11-24 09.20"],
    ["2026-11-24 09.40", "2026-11-24 09.50"],
  ];
  expect(held(3, "2026-11-24 09.00", holds)).toBe("2026-11-24 09.55");
});

test("a hold inside another gives nothing back of its own, nor lets the next one", () => {
  const holds: [string, string][] = [
    ["2026-11-24 09.10", "2026-11-24 09.40"],
    ["2026-11-24 09.15", "2026-11-24 09.20"],
    ["2026-11-24 09.25", "2026-11-24 09.50"],
  ];
  expect(held(3, "2026-11-24 09.00", holds)).toBe("2026-11-24 10.10");
});

test("a hold from before the opening gives back only what would have counted", () => {
  expect(held(3, "2026-11-23 20.00", [["2026-11-23 20.00", "2026-11-24 08.00"]])).toBe(
    "2026-11-24 08.30",
  );
});

test("an office without hours sets no deadline", () => {
  const shut = makeCalendar(rulesWith({ week: [], periods: [] }));
  expect(dueAt(shut, 4, wib("2026-11-24 09.00"), policy)).toBe(null);
});

test("an office that will not open long enough ever again sets no deadline, nor a rung after one", () => {
  const windows = [{ from: 480, to: 540 }];
  const days = [{ date: "2026-11-24", name: "", what: "jam khusus" as const, windows }];
  const once = makeCalendar(rulesWith({ week: [], periods: [], days }));
  const limits = { ...policy.limits, 4: 2 * HOUR };
  expect(dueAt(once, 4, wib("2026-11-24 08.00"), { ...policy, limits })).toBeNull();
  const [, , head] = policy.ladder.filter(({ step }) => step === 4);
  expect(head && rungAt(once, head, wib("2026-11-24 08.30"), false)).toBe(Number.POSITIVE_INFINITY);
});

function rungs(step: TimedStep, dueText: string, high: boolean, rule: Policy = policy): string[] {
  const of = (rung: Rung) =>
    `${rung.kind}/${rung.to} ${show(rungAt(office, rung, wib(dueText), high))}`;
  return rule.ladder.filter((rung) => rung.step === step).map(of);
}

test("the ladder of an ordinary step 4 keeps to working time", () => {
  expect(rungs(4, "2026-11-27 08.10", false)).toEqual([
    "warning/officer 2026-11-27 07.55",
    "overdue/officer 2026-11-27 08.10",
    "escalation/section-head 2026-11-27 09.10",
    "escalation/division-head 2026-11-27 13.40",
  ]);
});

test("Tinggi tells the heads sooner, and its warning is never dated in the night", () => {
  expect(rungs(4, "2026-11-30 08.00", true)).toEqual([
    "warning/officer 2026-11-30 07.45",
    "overdue/officer 2026-11-30 08.00",
    "escalation/section-head 2026-11-30 08.00",
    "escalation/division-head 2026-11-30 10.00",
  ]);
});

test("a step 5 that is due out of hours tells at the next opening, Tinggi at once", () => {
  expect(rungs(5, "2026-11-28 07.50", false).slice(0, 3)).toEqual([
    "warning/officer 2026-11-27 11.00",
    "overdue/officer 2026-11-30 07.30",
    "escalation/section-head 2026-11-30 11.30",
  ]);
  expect(rungs(5, "2026-11-28 07.50", true).slice(1, 3)).toEqual([
    "overdue/officer 2026-11-28 07.50",
    "escalation/section-head 2026-11-28 07.50",
  ]);
});

test("the digest changes exactly with what could move a deadline", () => {
  const digest = policyDigest(policy);
  expect(digest).toMatch(/^[0-9a-f]{16}$/);
  const { thirdPartyStopsClock, stepFiveCount, limits, calendar } = policy;
  const reordered = { thirdPartyStopsClock, stepFiveCount, limits, calendar };
  expect(policyDigest(reordered)).toBe(digest);
  const days = [{ date: "2026-11-26", name: "", what: "libur" as const, windows: [] }];
  const changed = [
    policyDigest({ ...policy, calendar: rulesWith({ days }) }),
    policyDigest({ ...policy, limits: { ...policy.limits, 4: 2 * HOUR } }),
    policyDigest({ ...policy, stepFiveCount: "jam kerja" }),
    policyDigest({ ...policy, thirdPartyStopsClock: true }),
  ];
  expect(new Set([digest, ...changed]).size).toBe(5);
});

test("the digest tells every nested value apart, and no order of names", () => {
  const { calendar } = policy;
  const { zone, week, periods, days } = calendar;
  expect(policyDigest({ ...policy, calendar: { days, periods, week, zone } })).toBe(
    policyDigest(policy),
  );
  const digests = [...Array(300).keys()].map((minutes) =>
    policyDigest({ ...policy, limits: { ...policy.limits, 3: minutes } }),
  );
  const windows = [
    [{ from: 1, to: 23 }],
    [{ from: 12, to: 3 }],
    [
      { from: 1, to: 2 },
      { from: 3, to: 4 },
    ],
    [{ from: 1, to: 2 }],
    [],
  ];
  digests.push(
    ...windows.map((hours) => policyDigest({ ...policy, calendar: rulesWith({ week: [hours] }) })),
  );
  expect(new Set(digests).size).toBe(digests.length);
  expect(digests.every((digest) => /^[0-9a-f]{16}$/.test(digest))).toBe(true);
});
