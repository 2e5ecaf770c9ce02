import { describe, expect, test } from "vitest";

import { lateSentence } from "../../src/desk/lateness.ts";
import { HOUR, MINUTE } from "../../src/desk/time.ts";
import { show, wib } from "./clock-builders.ts";
import { DeskLife } from "./support/desk-life.ts";
import { aMail } from "./support/messages.ts";
import { anOffice, aPolicy, BUDI, clockOf } from "./support/office.ts";

const STOPS = anOffice({ policy: aPolicy({ thirdPartyStopsClock: true }) });
const RUNS_ON = anOffice();

/** Step 4 in Budi's hands from 09.01, due 10.01; the provider is waited for from 09.31. */
function waiting(office = STOPS, visit: "Perlu" | "Tidak perlu" = "Tidak perlu") {
  const life = new DeskLife("2026-11-24 09.00", office);
  const number = life.mail(aMail) ?? "";
  life.type(number, { priority: "Sedang", visit, officers: "Budi Santoso" });
  life.until("2026-11-24 09.30").type(number, { status: "Menunggu Pihak Ketiga" });
  return { life: life.until("2026-11-24 09.35"), number };
}

function rungs(life: DeskLife, number: string): string[] {
  return life
    .sent(number)
    .filter((line) => / (?:warning|overdue|escalation) /.test(line))
    .map((line) => line.replace(/@.*/, ""));
}

/** Why deadlines changed, as *Riwayat* says it. */
function reasons(life: DeskLife): string[] {
  return life.events.flatMap((event) => (event.type === "due-changed" ? [event.reason] : []));
}

describe("Menunggu Pihak Ketiga, where the office lets it stop the clock", () => {
  test("takes the repair's deadline and sends nothing; the rest runs when it ends", () => {
    const { life, number } = waiting();
    expect(life.run(number, 4)?.dueAt).toBeNull();
    life.until("2026-11-24 11.29").type(number, { status: "Dikerjakan" });
    life.until("2026-11-24 11.40");
    expect(life.run(number, 4)).toMatchObject({
      dueAt: wib("2026-11-24 12.00"),
      holds: [{ from: wib("2026-11-24 09.31"), to: wib("2026-11-24 11.30") }],
    });
    expect(rungs(life, number)).toEqual([]);
    expect(reasons(life)).toEqual(["menunggu pihak ketiga", "penantian berakhir"]);
    life.until("2026-11-24 13.05");
    expect(rungs(life, number)).toEqual([
      "2026-11-24 11.45 warning → budi",
      "2026-11-24 13.01 overdue → budi",
    ]);
  });

  test("is a hold also across a change of officers, and for a field repair", () => {
    const { life, number } = waiting(STOPS, "Perlu");
    life.type(number, { officers: "Tono Wibowo" }).until("2026-11-24 13.29");
    life.type(number, { status: "Dikerjakan" }).until("2026-11-24 13.40");
    expect(life.run(number, 5)?.holds).toEqual([
      { from: wib("2026-11-24 09.31"), to: wib("2026-11-24 13.30") },
    ]);
    expect(show(life.run(number, 5)?.dueAt ?? null)).toBe("2026-11-25 13.00");
  });

  test("ends for the clock also when work had begun before it, and again after a second one", () => {
    const life = new DeskLife("2026-11-24 09.00", STOPS);
    const number = life.mail(aMail) ?? "";
    life.type(number, { priority: "Sedang", visit: "Tidak perlu", officers: "Budi Santoso" });
    life.until("2026-11-24 09.10").type(number, { status: "Dikerjakan" });
    life.until("2026-11-24 09.20").type(number, { status: "Menunggu Pihak Ketiga" });
    life.until("2026-11-24 09.30").type(number, { status: "Dikerjakan" });
    life.until("2026-11-24 09.34");
    expect(show(life.run(number, 4)?.dueAt ?? null)).toBe("2026-11-24 10.11");
    life.until("2026-11-24 09.40").type(number, { status: "Menunggu Pihak Ketiga" });
    life.until("2026-11-24 09.50").type(number, { status: "Dikerjakan" });
    life.until("2026-11-24 10.00");
    expect(show(life.run(number, 4)?.dueAt ?? null)).toBe("2026-11-24 10.21");
  });

  test("stands already when the repair begins: it is held from its start", () => {
    const life = new DeskLife("2026-11-24 09.00", STOPS);
    const number = life.mail(aMail) ?? "";
    life.type(number, { status: "Menunggu Pihak Ketiga" }).until("2026-11-24 09.20");
    expect(show(life.run(number, 3)?.dueAt ?? null)).toBe("2026-11-24 09.30");
    life.type(number, { priority: "Sedang", visit: "Tidak perlu", officers: "Budi Santoso" });
    life.until("2026-11-24 09.25");
    expect(life.run(number, 4)).toMatchObject({
      dueAt: null,
      holds: [{ from: wib("2026-11-24 09.21"), to: null }],
    });
  });

  test.each([
    ["was over before the repair began", "2026-11-24 09.14", "2026-11-24 09.16"],
    ["ended as the repair began", "2026-11-24 09.14", "2026-11-24 09.14"],
  ])("that %s holds nothing of it", (_, ended, began) => {
    const life = new DeskLife("2026-11-24 09.00", STOPS);
    const number = life.mail(aMail) ?? "";
    life.type(number, { status: "Menunggu Pihak Ketiga" }).until(ended);
    life.type(number, { status: "Dikerjakan" }).until(began);
    life.type(number, { priority: "Sedang", visit: "Tidak perlu", officers: "Budi Santoso" });
    life.until("2026-11-24 09.25");
    const startedAt = wib(began) + MINUTE;
    expect(life.run(number, 4)).toMatchObject({ startedAt, dueAt: startedAt + HOUR, holds: [] });
  });

  test("ends with Selesai, whose time is judged by what was left", () => {
    const { life, number } = waiting();
    life.until("2026-11-24 13.59").type(number, { status: "Selesai", result: "ISP pulih" });
    life.until("2026-11-24 14.10");
    expect(life.run(number, 4)).toMatchObject({
      endedAt: wib("2026-11-24 14.00"),
      dueAt: wib("2026-11-24 14.30"),
      outcome: "on-time",
    });
  });

  test("leaves a remote repair that becomes a field visit with its hold closed", () => {
    const { life, number } = waiting();
    life.type(number, { visit: "Perlu" }).until("2026-11-24 10.30");
    const remote = life.run(number, 4);
    expect(remote?.holds.at(-1)?.to).toBe(wib("2026-11-24 09.36"));
    expect(life.run(number, 5)).toMatchObject({ dueAt: null, endedAt: null });
    life.type(number, { status: "Dikerjakan" }).until("2026-11-24 10.40");
    expect(life.run(number, 5)?.dueAt).toBe(wib("2026-11-25 10.31"));
    expect(life.run(number, 4)).toEqual(remote);
  });

  test("is not the repair's lateness: the waiting is in no cause of it", () => {
    const { life, number } = waiting();
    life.until("2026-11-24 11.29").type(number, { status: "Dikerjakan" });
    life.until("2026-11-24 14.30");
    const { calendar } = clockOf(STOPS.policy);
    expect(lateSentence(life.ticket(number), calendar, [], life.now)).toBe(
      "Terlambat 1 jam 30 menit: seluruhnya penanganan petugas",
    );
  });
});

describe("the setting itself, changed while a repair runs", () => {
  test("switched on, the waiting so far is given back; switched off, it counts again", () => {
    const { life, number } = waiting(RUNS_ON);
    life.until("2026-11-24 09.44").type(number, { status: "Dikerjakan" });
    life.until("2026-11-24 09.50");
    expect(show(life.run(number, 4)?.dueAt ?? null)).toBe("2026-11-24 10.01");
    life.office = STOPS;
    life.until("2026-11-24 09.51");
    expect(show(life.run(number, 4)?.dueAt ?? null)).toBe("2026-11-24 10.15");
    life.office = RUNS_ON;
    life.until("2026-11-24 09.52");
    expect(life.run(number, 4)).toMatchObject({ dueAt: wib("2026-11-24 10.01"), holds: [] });
    const told = life.letters.filter(({ kind }) => kind === "deadline-moved");
    expect(told.map(({ to }) => to.address)).toEqual([BUDI, BUDI]);
  });

  test("switched on in the reading in which the wait ends, the officer hears of the new deadline", () => {
    const { life, number } = waiting(RUNS_ON);
    life.until("2026-11-24 09.44").type(number, { status: "Dikerjakan" });
    life.until("2026-11-24 09.46").office = STOPS;
    life.until("2026-11-24 09.50");
    const told = life.letters.filter(({ kind }) => kind === "deadline-moved");
    expect(told.map(({ to, facts }) => [to.address, facts])).toEqual([
      [
        BUDI,
        {
          kind: "deadline-moved",
          step: 4,
          before: wib("2026-11-24 10.01"),
          dueAt: wib("2026-11-24 10.15"),
        },
      ],
    ]);
  });

  test.each([
    ["in the reading in which the wait ends", "Dikerjakan"],
    ["while the wait lasts", "Menunggu Pihak Ketiga"],
  ] as const)("switched off %s, the officer hears of the deadline that is back", (_, status) => {
    const { life, number } = waiting();
    life.until("2026-11-24 09.44").type(number, { status });
    life.until("2026-11-24 09.46").office = RUNS_ON;
    life.until("2026-11-24 09.50");
    expect(life.ticket(number).fields.status).toBe(status);
    const dueAt = wib("2026-11-24 10.01");
    expect(life.run(number, 4)).toMatchObject({ dueAt, holds: [] });
    const told = life.letters.filter(({ kind }) => kind === "deadline-moved");
    expect(told.map(({ to, facts }) => [to.address, facts])).toEqual([
      [BUDI, { kind: "deadline-moved", step: 4, before: null, dueAt }],
    ]);
  });

  test("a limit changed in the reading in which the wait ends: the officer hears of it", () => {
    const { life, number } = waiting();
    life.until("2026-11-24 09.44").type(number, { status: "Dikerjakan" });
    const { policy } = STOPS;
    const limits = { ...policy.limits, 4: 2 * HOUR };
    life.until("2026-11-24 09.46").office = { ...STOPS, policy: { ...policy, limits } };
    life.until("2026-11-24 09.50");
    const told = life.letters.filter(({ kind }) => kind === "deadline-moved");
    expect(told.map(({ facts }) => facts)).toEqual([
      { kind: "deadline-moved", step: 4, before: null, dueAt: wib("2026-11-24 11.15") },
    ]);
  });

  test("switched off in the reading in which the wait ends with the repair, it is told to nobody", () => {
    const { life, number } = waiting();
    life.until("2026-11-24 09.44").type(number, { status: "Selesai", result: "ISP pulih" });
    life.until("2026-11-24 09.46").office = RUNS_ON;
    life.until("2026-11-24 09.50");
    expect(life.run(number, 4)?.endedAt).toBe(wib("2026-11-24 09.45"));
    expect(life.letters.some(({ kind }) => kind === "deadline-moved")).toBe(false);
  });

  test("switched on in the reading in which the wait ends with the repair, it is told to nobody", () => {
    const { life, number } = waiting(RUNS_ON);
    life.until("2026-11-24 09.44").type(number, { status: "Selesai", result: "ISP pulih" });
    life.until("2026-11-24 09.46").office = STOPS;
    life.until("2026-11-24 09.50");
    expect(life.run(number, 4)).toMatchObject({
      dueAt: wib("2026-11-24 10.15"),
      outcome: "on-time",
    });
    expect(life.letters.some(({ kind }) => kind === "deadline-moved")).toBe(false);
  });

  test("switched on while the wait lasts, the deadline goes, and there is none to tell of", () => {
    const { life, number } = waiting(RUNS_ON);
    life.until("2026-11-24 09.40").office = STOPS;
    life.until("2026-11-24 09.50");
    expect(life.run(number, 4)?.dueAt).toBeNull();
    expect(life.letters.some(({ kind }) => kind === "deadline-moved")).toBe(false);
  });

  test.each([
    ["where it stops the clock, with work begun", STOPS, "Dikerjakan"],
    ["where it does not, with a wait begun", RUNS_ON, "Menunggu Pihak Ketiga"],
  ] as const)("a limit changed %s in the same reading: the rules moved it", (_, office, status) => {
    const life = new DeskLife("2026-11-24 09.00", office);
    const number = life.mail(aMail) ?? "";
    life.type(number, { priority: "Sedang", visit: "Tidak perlu", officers: "Budi Santoso" });
    life.until("2026-11-24 09.10").type(number, { status }).until("2026-11-24 09.12");
    const { policy } = office;
    life.office = { ...office, policy: { ...policy, limits: { ...policy.limits, 4: 2 * HOUR } } };
    life.until("2026-11-24 09.15");
    expect(life.ticket(number).fields.status).toBe(status);
    expect(life.run(number, 4)?.dueAt).toBe(wib("2026-11-24 11.01"));
    expect(reasons(life)).toEqual(["aturan atau hari libur berubah"]);
  });

  test("off, as the SOP has it, the clock runs on through the waiting", () => {
    const { life, number } = waiting(RUNS_ON);
    life.until("2026-11-24 10.05");
    expect(life.run(number, 4)).toMatchObject({ dueAt: wib("2026-11-24 10.01"), holds: [] });
    expect(rungs(life, number)).toEqual([
      "2026-11-24 09.46 warning → budi",
      "2026-11-24 10.02 overdue → budi",
    ]);
  });
});
