import { describe, expect, test } from "vitest";

import { show, wib } from "./clock-builders.ts";
import { DeskLife } from "./support/desk-life.ts";
import { aComplaint, aMail } from "./support/messages.ts";
import {
  ADMIN,
  anOffice,
  aPolicy,
  ASSIGNED,
  BUDI,
  DIVISION_HEAD,
  SECTION_HEAD,
} from "./support/office.ts";
import type { Priority } from "../../src/desk/complaint.ts";

const LADDER = new Set(["warning", "overdue", "escalation"]);

function rungs(life: DeskLife, number: string): string[] {
  return life.letters
    .filter(({ kind, ticket }) => LADDER.has(kind) && ticket === number)
    .map(({ kind, to, plannedAt }) => `${show(plannedAt)} ${kind} → ${to.address}`);
}

/** In repair since `startedAt`, which is one minute after the cells were typed. */
function inRepair(typedAt: string, priority: Priority, visit: "Perlu" | "Tidak perlu") {
  const life = new DeskLife(typedAt);
  const number = life.mail(aMail) ?? "";
  life.type(number, { priority, visit, officers: "Budi Santoso" });
  return { life, number };
}

/** The rungs of a repair due at 15.00 while the worker was down from 14.10 to 19.00. */
function afterAnEveningDown(priority: Priority): string[] {
  const { life, number } = inRepair("2026-11-24 13.59", priority, "Tidak perlu");
  life.until("2026-11-24 14.10").down("2026-11-24 19.00").until("2026-11-25 07.32");
  return rungs(life, number);
}

describe("each rung once", () => {
  test("of step 3, to the helpdesk and then the section head", () => {
    const life = new DeskLife("2026-11-24 09.00");
    const number = life.mail(aMail) ?? "";
    life.until("2026-11-24 12.00");
    expect(rungs(life, number)).toEqual([
      `2026-11-24 09.20 warning → ${ADMIN}`,
      `2026-11-24 09.31 overdue → ${ADMIN}`,
      `2026-11-24 10.01 escalation → ${SECTION_HEAD}`,
    ]);
  });

  test("of step 4, from 45 minutes to the division head after four working hours", () => {
    const { life, number } = inRepair("2026-11-24 08.59", "Sedang", "Tidak perlu");
    life.until("2026-11-24 16.00");
    expect(rungs(life, number)).toEqual([
      `2026-11-24 09.45 warning → ${BUDI}`,
      `2026-11-24 10.01 overdue → ${BUDI}`,
      `2026-11-24 11.01 escalation → ${SECTION_HEAD}`,
      `2026-11-24 15.01 escalation → ${DIVISION_HEAD}`,
    ]);
  });

  test("of step 5, whose offsets are working time from its deadline on the next day", () => {
    const { life, number } = inRepair("2026-11-24 09.59", "Rendah", "Perlu");
    life.until("2026-11-26 16.00");
    expect(rungs(life, number)).toEqual([
      `2026-11-24 14.30 warning → ${BUDI}`,
      `2026-11-25 10.01 overdue → ${BUDI}`,
      `2026-11-25 15.01 escalation → ${SECTION_HEAD}`,
      `2026-11-26 10.01 escalation → ${DIVISION_HEAD}`,
    ]);
  });

  test("Tinggi calls the section head at once and the division head sooner", () => {
    const { life, number } = inRepair("2026-11-24 08.59", "Tinggi", "Tidak perlu");
    life.until("2026-11-24 16.00");
    expect(rungs(life, number)).toEqual([
      `2026-11-24 09.45 warning → ${BUDI}`,
      `2026-11-24 10.01 overdue → ${BUDI}`,
      `2026-11-24 10.01 escalation → ${SECTION_HEAD}`,
      `2026-11-24 12.01 escalation → ${DIVISION_HEAD}`,
    ]);
  });

  test("priority moves no deadline", () => {
    const dues = (["Tinggi", "Sedang", "Rendah"] as const).map((priority) => {
      const { life, number } = inRepair("2026-11-24 08.59", priority, "Perlu");
      return life.until("2026-11-24 09.10").run(number, 5)?.dueAt;
    });
    expect(new Set(dues).size).toBe(1);
  });
});

describe("outside hours", () => {
  test("nothing is dated between closing and opening, over the night", () => {
    const { life, number } = inRepair("2026-11-26 15.39", "Sedang", "Tidak perlu");
    life.until("2026-11-27 10.00");
    expect(rungs(life, number)).toEqual([
      `2026-11-27 07.55 warning → ${BUDI}`,
      `2026-11-27 08.11 overdue → ${BUDI}`,
      `2026-11-27 09.11 escalation → ${SECTION_HEAD}`,
    ]);
  });

  test("a step 5 that runs by the wall clock is called late at the next opening", () => {
    const office = anOffice({ policy: aPolicy({ stepFiveCount: "jam dinding" }) });
    const life = new DeskLife("2026-11-27 09.59", office);
    const number = life.mail(aMail) ?? "";
    life.type(number, { priority: "Sedang", visit: "Perlu", officers: "Budi Santoso" });
    life.until("2026-11-30 08.00");
    expect(show(life.run(number, 5)?.dueAt ?? null)).toBe("2026-11-28 10.00");
    expect(rungs(life, number).at(-1)).toBe(`2026-11-30 07.31 overdue → ${BUDI}`);
  });

  test("what came due while the worker was down in hours waits for the opening, not Tinggi", () => {
    expect(afterAnEveningDown("Sedang")).toEqual([
      `2026-11-25 07.30 overdue → ${BUDI}`,
      `2026-11-25 07.31 escalation → ${SECTION_HEAD}`,
    ]);
    expect(afterAnEveningDown("Tinggi")[0]).toBe(`2026-11-24 19.01 overdue → ${BUDI}`);
  });
});

describe("after downtime", () => {
  test("only the highest rung goes out, and the officer's own; the rest is recorded as skipped", () => {
    const { life, number } = inRepair("2026-11-24 07.59", "Sedang", "Tidak perlu");
    life.until("2026-11-24 08.10").down("2026-11-24 14.59").until("2026-11-24 15.05");
    expect(rungs(life, number)).toEqual([
      `2026-11-24 15.00 overdue → ${BUDI}`,
      `2026-11-24 15.00 escalation → ${DIVISION_HEAD}`,
    ]);
    expect(life.run(number, 4)?.rungs.map(({ rung, how }) => `${rung} ${how}`)).toEqual([
      "overdue/officer sent",
      "escalation/section-head skipped",
      "escalation/division-head sent",
    ]);
  });

  test("a warning is no longer sent once its deadline has passed", () => {
    const { life, number } = inRepair("2026-11-24 07.59", "Sedang", "Tidak perlu");
    life.until("2026-11-24 08.10").down("2026-11-24 09.04").until("2026-11-24 09.10");
    expect(rungs(life, number)).toEqual([`2026-11-24 09.05 overdue → ${BUDI}`]);
  });
});

describe("a change that would remove the cause makes the rung wait", () => {
  test("Selesai typed one minute before the deadline: nobody is called late", () => {
    const { life, number } = inRepair("2026-11-24 08.59", "Sedang", "Tidak perlu");
    life.until("2026-11-24 09.59");
    life.type(number, { status: "Selesai", result: "Beres" }).until("2026-11-24 10.10");
    expect(life.run(number, 4)?.outcome).toBe("on-time");
    expect(rungs(life, number)).toEqual([`2026-11-24 09.45 warning → ${BUDI}`]);
  });

  test("a new officer typed at the deadline: the old one is not called late", () => {
    const { life, number } = inRepair("2026-11-24 08.59", "Sedang", "Tidak perlu");
    life.until("2026-11-24 09.59");
    life.type(number, { officers: "Tono Wibowo" }).until("2026-11-24 10.10");
    expect(rungs(life, number).at(-1)).toBe("2026-11-24 10.02 overdue → tono@diskominfo.example");
  });
});

describe("who has no clock", () => {
  test("a request", () => {
    const life = new DeskLife("2026-11-24 09.00");
    const number = life.form({
      responseId: "R1",
      createTime: "",
      lastSubmittedTime: "",
      receivedAt: life.now,
      complaint: aComplaint(life.now, { kind: "Permintaan" }),
    });
    life.until("2026-11-25 12.00");
    expect(rungs(life, number ?? "")).toEqual([]);
    expect(life.ticket(number ?? "").runs.map(({ dueAt }) => dueAt)).toEqual([null, null]);
  });

  test("a complaint that staff turn into a request loses it, and gets it back", () => {
    const life = new DeskLife("2026-11-24 09.00");
    const number = life.mail(aMail) ?? "";
    life.type(number, { kind: "Permintaan" }).until("2026-11-24 09.45");
    expect(life.run(number, 3)?.dueAt).toBeNull();
    life.type(number, { kind: "Aduan" }).until("2026-11-24 09.50");
    expect(life.run(number, 3)?.dueAt).toBe(wib("2026-11-24 09.30"));
    expect(rungs(life, number)).toEqual([`2026-11-24 09.48 overdue → ${ADMIN}`]);
  });
});

describe("a row typed long after its report", () => {
  test("has no rungs for the time before it was seen; later ones go their way", () => {
    const life = new DeskLife("2026-11-24 09.00");
    life.typed("JKD-2026-0001", aComplaint(wib("2026-11-18 08.00")));
    life.until("2026-11-24 09.10");
    expect(rungs(life, "JKD-2026-0001")).toEqual([]);
    const cells = ASSIGNED;
    life.type("JKD-2026-0001", cells).until("2026-11-24 10.15");
    expect(rungs(life, "JKD-2026-0001")).toEqual([
      `2026-11-24 09.56 warning → ${BUDI}`,
      `2026-11-24 10.12 overdue → ${BUDI}`,
    ]);
  });

  test("and finished already is logged with its true times, and nobody is written to", () => {
    const life = new DeskLife("2026-11-24 09.00");
    const reportedAt = wib("2026-11-18 08.00");
    life.typed("JKD-2026-0001", aComplaint(reportedAt), {
      status: "Selesai",
      result: "Kabel diganti",
      finishedAt: wib("2026-11-18 08.20"),
    });
    life.until("2026-11-24 09.10");
    expect(life.ticket("JKD-2026-0001").phase).toBe("closed");
    expect(life.run("JKD-2026-0001", 4)?.endedAt).toBe(wib("2026-11-18 08.20"));
    expect(life.letters).toEqual([]);
  });
});
