import { expect, test } from "vitest";

import { show, wib } from "./clock-builders.ts";
import { DeskLife } from "./support/desk-life.ts";
import { aComplaint, aMail, aSubmission, REPORTER } from "./support/messages.ts";
import { ADMIN, BUDI, DIVISION_HEAD, SECTION_HEAD } from "./support/office.ts";

function outcomes(life: DeskLife, number: string): string[] {
  return life
    .ticket(number)
    .runs.map(
      (run) =>
        `r${run.round} step ${run.step}: ${show(run.startedAt)} – ${show(run.endedAt)} ${run.outcome}`,
    );
}

test("a mailed complaint goes its whole way: received, identified, repaired, reported, closed", () => {
  const life = new DeskLife("2026-11-24 09.00");
  const number = life.mail(aMail) ?? "";
  expect(number).toBe("JKD-2026-0001");
  expect(life.run(number, 3)?.dueAt).toBe(wib("2026-11-24 09.30"));

  life.until("2026-11-24 09.10");
  life.type(number, { priority: "Sedang", visit: "Tidak perlu" }).until("2026-11-24 09.12");
  expect(life.run(number, 4)).toBeUndefined();
  life.type(number, { officers: "Budi Santoso" }).until("2026-11-24 09.20");
  expect(life.run(number, 4)?.dueAt).toBe(wib("2026-11-24 10.13"));

  life.type(number, { status: "Dikerjakan" }).until("2026-11-24 09.40");
  life.type(number, { status: "Selesai", cause: "Kabel longgar" }).until("2026-11-24 09.50");
  expect(life.ticket(number).phase).toBe("open");
  life.type(number, { result: "Kabel dipasang kembali" }).until("2026-11-24 10.00");

  expect(life.ticket(number).phase).toBe("closed");
  expect(outcomes(life, number)).toEqual([
    "r1 step 2: 2026-11-24 09.00 – 2026-11-24 09.00 on-time",
    "r1 step 3: 2026-11-24 09.00 – 2026-11-24 09.13 on-time",
    "r1 step 4: 2026-11-24 09.13 – 2026-11-24 09.41 on-time",
    "r1 step 6: 2026-11-24 09.41 – 2026-11-24 09.53 on-time",
  ]);
  expect(life.sent(number)).toEqual([
    `2026-11-24 09.00 acknowledgement → ${REPORTER}`,
    `2026-11-24 09.15 assignment → ${BUDI}`,
    `2026-11-24 09.15 assignment → ${SECTION_HEAD}`,
    `2026-11-24 09.53 resolution → ${REPORTER}`,
    `2026-11-24 09.53 report → ${SECTION_HEAD}`,
    `2026-11-24 09.53 report → ${DIVISION_HEAD}`,
  ]);
});

test("a form answer opens a ticket with the reporter's own unit and an acknowledgement", () => {
  const life = new DeskLife("2026-11-24 09.00");
  const number = life.form(aSubmission("R1", life.now)) ?? "";
  expect(life.ticket(number)).toMatchObject({ origin: "form", fields: { place: "Aula" } });
  expect(life.sent(number)).toEqual(["2026-11-24 09.00 acknowledgement → nur@surel.example"]);
});

test("a typed row was received when it was reported, and its clock runs from there", () => {
  const life = new DeskLife("2026-11-24 09.20");
  const complaint = aComplaint(wib("2026-11-24 09.00"), { channel: "Telepon", email: "" });
  life.typed("JKD-2026-0001", complaint);
  expect(life.run("JKD-2026-0001", 2)).toMatchObject({
    endedAt: wib("2026-11-24 09.00"),
    outcome: "on-time",
  });
  expect(life.run("JKD-2026-0001", 3)?.dueAt).toBe(wib("2026-11-24 09.30"));
  life.until("2026-11-24 09.25");
  expect(life.sent("JKD-2026-0001")).toEqual([`2026-11-24 09.21 warning → ${ADMIN}`]);
});
