import { expect, test } from "vitest";

import { defaultPolicy } from "../../src/desk/default-policy.ts";
import { HOUR, MINUTE } from "../../src/desk/time.ts";

test("an office that has set nothing keeps the SOP's limits, and reads its digest at 07.45", () => {
  const policy = defaultPolicy("Asia/Jakarta");
  expect(policy.limits).toEqual({
    2: 10 * MINUTE,
    3: 30 * MINUTE,
    4: HOUR,
    5: 24 * HOUR,
    6: HOUR,
  });
  expect(policy).toMatchObject({
    sendMode: "uji",
    stepFiveCount: "hari kerja",
    thirdPartyStopsClock: false,
    digestAt: 7 * 60 + 45,
    recapAt: 8 * 60,
    reopenWorkingDays: 3,
  });
});

test("its weeks have 37.5 hours, and 32.5 in Ramadan", () => {
  const { calendar } = defaultPolicy("Asia/Jakarta");
  const weeks = [calendar.week, ...calendar.periods.map(({ hours }) => hours)];
  const hours = weeks.map((week) =>
    week.flat().reduce((sum, { from, to }) => sum + (to - from) / 60, 0),
  );
  expect(hours).toEqual([37.5, 32.5, 32.5]);
});
