import { execFileSync } from "node:child_process";

import { beforeAll, expect, test } from "vitest";

/** Figures, words and a digest, printed by a process that lives in another zone. */
const SCRIPT = `
  import { makeCalendar } from "./src/desk/calendar.ts";
  import { defaultPolicy } from "./src/desk/default-policy.ts";
  import { dueAt, policyDigest } from "./src/desk/deadline.ts";
  import { dayWords, longInstant, shortInstant } from "./src/desk/words.ts";
  const policy = defaultPolicy("Asia/Jakarta");
  const calendar = makeCalendar(policy.calendar);
  const lines = [policyDigest(policy)];
  for (let t = 1_790_000_000_000; t < 1_822_000_000_000; t += 97_777_777) {
    const dues = [2, 3, 4, 5, 6].map((step) => dueAt(calendar, step, t, policy));
    lines.push([longInstant(t, "Asia/Jakarta"), shortInstant(t, "Asia/Jakarta"),
      dayWords(calendar.localDate(t)), calendar.minuteOfDay(t), ...dues].join(" "));
  }
  console.log(lines.join("\\n"));
`;

/** With summer time north and south, without, and one ahead of the office (B031). */
const ZONES = [
  "America/St_Johns",
  "America/New_York",
  "Europe/London",
  "Australia/Sydney",
  "Asia/Jayapura",
  "Asia/Jakarta",
];

function figuresIn(zone: string): string {
  return execFileSync(process.execPath, ["--input-type=module-typescript", "-e", SCRIPT], {
    env: { ...process.env, TZ: zone },
    encoding: "utf8",
  });
}

let expected: string;
beforeAll(() => {
  expected = figuresIn("UTC");
});

test.each(ZONES)("a machine in %s changes no figure and no word", (zone) => {
  expect(expected.split("\n").length).toBeGreaterThan(300);
  expect(figuresIn(zone)).toBe(expected);
});
