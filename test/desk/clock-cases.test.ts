import { expect, test } from "vitest";

import { show, wib } from "./clock-builders.ts";
import { DeskLife } from "./support/desk-life.ts";
import { aMail, REPORTER } from "./support/messages.ts";
import { ADMIN, ASSIGNED, BUDI, DIVISION_HEAD, SECTION_HEAD } from "./support/office.ts";

function rungs(life: DeskLife, number: string, since?: string): string[] {
  return life.sent(number, since).filter((line) => / (?:warning|overdue|escalation) /.test(line));
}

test("Tinggi on a Friday at 16.00: due Monday 08.00, warned 07.45, and nothing over the weekend (B011)", () => {
  const life = new DeskLife("2026-11-27 15.59");
  const number = life.mail(aMail) ?? "";
  life.type(number, { ...ASSIGNED, priority: "Tinggi" }).until("2026-11-30 09.00");
  expect(life.run(number, 4)).toMatchObject({
    startedAt: wib("2026-11-27 16.00"),
    dueAt: wib("2026-11-30 08.00"),
  });
  expect(rungs(life, number)).toEqual([
    `2026-11-30 07.45 warning → ${BUDI}`,
    `2026-11-30 08.01 overdue → ${BUDI}`,
    `2026-11-30 08.01 escalation → ${SECTION_HEAD}`,
  ]);
});

test("a ticket that ran over and is reopened starts afresh, and every rung goes out again once (B115)", () => {
  const life = new DeskLife("2026-11-23 09.00");
  const number = life.mail(aMail) ?? "";
  life.type(number, ASSIGNED).until("2026-11-23 14.59");
  life.type(number, { status: "Selesai", result: "Kabel diganti" }).until("2026-11-24 09.59");
  expect(rungs(life, number)).toEqual([
    `2026-11-23 09.46 warning → ${BUDI}`,
    `2026-11-23 10.02 overdue → ${BUDI}`,
    `2026-11-23 11.02 escalation → ${SECTION_HEAD}`,
  ]);
  const first = life.ticket(number).runs;

  life.now = wib("2026-11-24 10.00");
  life.mail((uid, now) => aMail(uid, now, { text: "Putus lagi." }), number);
  expect(life.ticket(number)).toMatchObject({
    phase: "open",
    round: 2,
    fields: { status: "Selesai" },
  });
  expect(show(life.run(number, 3)?.dueAt ?? null)).toBe("2026-11-24 10.30");
  expect(life.sent(number, "2026-11-24 10.00")).toEqual([
    `2026-11-24 10.00 reopened → ${REPORTER}`,
    `2026-11-24 10.00 reopened → ${BUDI}`,
    `2026-11-24 10.00 reopened → ${ADMIN}`,
    `2026-11-24 10.00 reopened → ${SECTION_HEAD}`,
  ]);

  life.until("2026-11-24 13.00");
  expect(rungs(life, number, "2026-11-24 10.00")).toEqual([
    `2026-11-24 10.20 warning → ${ADMIN}`,
    `2026-11-24 10.31 overdue → ${ADMIN}`,
    `2026-11-24 11.01 escalation → ${SECTION_HEAD}`,
  ]);
  life.type(number, { status: "Dikerjakan" }).until("2026-11-25 08.00");
  expect(life.run(number, 4)).toMatchObject({ round: 2, startedAt: wib("2026-11-24 13.01") });
  expect(life.letters.map(({ key }) => key)).toEqual(
    expect.arrayContaining([
      `${number}/r2/step-4/warning/officer`,
      `${number}/r2/step-4/overdue/officer`,
      `${number}/r2/step-4/escalation/section-head`,
    ]),
  );
  expect(life.repeated).toEqual([]);
  expect(life.ticket(number).runs.slice(0, first.length)).toEqual(first);
  expect(life.ticket(number).phase).toBe("open");
  life.type(number, { status: "Selesai" }).until("2026-11-25 08.10");
  expect(life.ticket(number).phase).toBe("closed");
  expect(life.letters.some(({ to }) => to.address === DIVISION_HEAD)).toBe(true);
});
