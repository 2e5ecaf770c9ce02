import { describe, expect, test } from "vitest";

import { judge } from "../../src/desk/judge.ts";
import type { RunOutcome } from "../../src/desk/ticket.ts";
import { show, wib } from "./clock-builders.ts";
import { DeskLife } from "./support/desk-life.ts";
import { aComplaint, aMail } from "./support/messages.ts";
import { ASSIGNED } from "./support/office.ts";

describe("how an end is judged", () => {
  const due = "2026-11-24 10.00";
  const cases: { name: string; at: string; seenFrom?: string; want: RunOutcome }[] = [
    { name: "exactly at the deadline", at: due, want: "on-time" },
    { name: "a second after it", at: "2026-11-24 10.00.01", want: "late" },
    {
      name: "seen in a gap that began after the deadline",
      at: "2026-11-24 10.06",
      seenFrom: "2026-11-24 10.00.01",
      want: "late",
    },
    {
      name: "seen in a gap that began at the deadline",
      at: "2026-11-24 10.04",
      seenFrom: due,
      want: "on-time",
    },
    {
      name: "seen in a gap of five minutes around it",
      at: "2026-11-24 10.04",
      seenFrom: "2026-11-24 09.59",
      want: "on-time",
    },
    {
      name: "seen in a longer gap around it",
      at: "2026-11-24 10.04.01",
      seenFrom: "2026-11-24 09.59",
      want: "unmeasured",
    },
    {
      name: "seen in a long gap that ended before it",
      at: "2026-11-24 09.59",
      seenFrom: "2026-11-24 08.00",
      want: "on-time",
    },
  ];
  test.each(cases)("$name: $want", ({ at, seenFrom, want }) => {
    const seen = seenFrom === undefined ? {} : { seenFrom: wib(seenFrom) };
    expect(judge({ dueAt: wib(due) }, { at: wib(at), ...seen })).toBe(want);
  });

  test("nothing without a deadline is late", () => {
    expect(judge({ dueAt: null }, { at: wib(due), seenFrom: null })).toBe("on-time");
  });
});

/** A row of 09.00 for a call of 08.45, as staff typed it. */
function typedRow() {
  const life = new DeskLife("2026-11-24 09.00");
  const number = "JKD-2026-0001";
  life.typed(number, aComplaint(wib("2026-11-24 08.45"), { channel: "Telepon" }));
  return { life: life.until("2026-11-24 09.05"), number };
}

function step3(life: DeskLife, number: string): [start: string, due: string] {
  const run = life.run(number, 3);
  return [show(run?.startedAt ?? null), show(run?.dueAt ?? null)];
}

function changes(life: DeskLife): string[] {
  return life.events.flatMap((event) => (event.type === "due-changed" ? [event.reason] : []));
}

describe("Waktu Lapor of a typed row", () => {
  test("corrected while step 3 runs moves its start, once", () => {
    const { life, number } = typedRow();
    expect(step3(life, number)).toEqual(["2026-11-24 08.45", "2026-11-24 09.15"]);
    life.type(number, { reportedAt: wib("2026-11-24 08.55") }).until("2026-11-24 09.10");
    expect(step3(life, number)).toEqual(["2026-11-24 08.55", "2026-11-24 09.25"]);
    expect(life.ticket(number).complaint.reportedAt).toBe(wib("2026-11-24 08.55"));
    expect(changes(life)).toEqual(["Waktu Lapor diubah"]);
  });

  test("corrected before the opening is on record, though the deadline stays", () => {
    const life = new DeskLife("2026-11-24 07.35");
    const number = "JKD-2026-0001";
    life.typed(number, aComplaint(wib("2026-11-24 07.00"), { channel: "Telepon" }));
    life.type(number, { reportedAt: wib("2026-11-24 06.30") }).until("2026-11-24 07.40");
    expect(step3(life, number)).toEqual(["2026-11-24 06.30", "2026-11-24 08.00"]);
  });

  test("in the future is not believed", () => {
    const { life, number } = typedRow();
    life.type(number, { reportedAt: wib("2026-11-24 12.00") }).until("2026-11-24 09.10");
    expect(step3(life, number)).toEqual(["2026-11-24 08.45", "2026-11-24 09.15"]);
  });

  test("does not count any more once step 3 has ended", () => {
    const { life, number } = typedRow();
    life.type(number, ASSIGNED);
    life.until("2026-11-24 09.10");
    life.type(number, { reportedAt: wib("2026-11-24 08.30") }).until("2026-11-24 09.15");
    expect(step3(life, number)[0]).toBe("2026-11-24 08.45");
    expect(life.ticket(number).complaint.reportedAt).toBe(wib("2026-11-24 08.45"));
  });

  test("does not count in a later round", () => {
    const { life, number } = typedRow();
    life.type(number, { status: "Selesai", result: "Beres" }).until("2026-11-24 09.10");
    const from = "nur@surel.example";
    life.mail((uid, now) => aMail(uid, now, { from, text: "Mati lagi." }), number);
    life.type(number, { reportedAt: wib("2026-11-24 08.00") }).until("2026-11-24 09.20");
    expect(life.ticket(number).round).toBe(2);
    expect(step3(life, number)[0]).toBe("2026-11-24 09.10");
    expect(changes(life)).toEqual([]);
  });

  test("does not count for a mail", () => {
    const life = new DeskLife("2026-11-24 09.00");
    const number = life.mail(aMail) ?? "";
    life.type(number, { reportedAt: wib("2026-11-24 08.00") }).until("2026-11-24 09.10");
    expect(step3(life, number)[0]).toBe("2026-11-24 09.00");
    expect(changes(life)).toEqual([]);
  });
});

describe("Menunggu Info", () => {
  test("holds step 3 once, says so, and the reason stands beside the new deadline", () => {
    const life = new DeskLife("2026-11-24 09.00");
    const number = life.mail(aMail) ?? "";
    life.until("2026-11-24 09.04").type(number, { status: "Menunggu Info" });
    life.until("2026-11-24 09.14").type(number, { status: "Baru" }).until("2026-11-24 09.20");
    const said = life.events.flatMap((event) =>
      event.type === "held" || event.type === "released" ? [event.type] : [],
    );
    expect(said).toEqual(["held", "released"]);
    expect(changes(life)).toEqual(["masa menunggu berakhir"]);
    expect(step3(life, number)[1]).toBe("2026-11-24 09.40");
    life.type(number, { status: "Dikerjakan" }).until("2026-11-24 09.25");
    expect(life.events.filter(({ type }) => type === "released")).toHaveLength(1);
  });

  test("set only after the deadline excuses nothing", () => {
    const life = new DeskLife("2026-11-24 09.00");
    const number = life.mail(aMail) ?? "";
    life.until("2026-11-24 09.39").type(number, { status: "Menunggu Info" });
    life.until("2026-11-24 09.59");
    life.type(number, ASSIGNED);
    life.until("2026-11-24 10.05");
    expect(life.run(number, 3)).toMatchObject({
      dueAt: wib("2026-11-24 09.30"),
      endedAt: wib("2026-11-24 10.00"),
      outcome: "late",
    });
  });

  test("that is over is not told again each minute on a ticket whose parent is asked about", () => {
    const life = new DeskLife("2026-11-24 09.00");
    const number = life.mail(aMail) ?? "";
    life.type(number, { status: "Menunggu Info" }).until("2026-11-24 09.05");
    life.type(number, { status: "Baru" }).until("2026-11-24 09.10");
    life.type(number, { parent: "JKD-2026-0777" }).until("2026-11-24 09.20");
    expect(changes(life)).toEqual(["masa menunggu berakhir"]);
  });

  test("in a repair holds nothing", () => {
    const life = new DeskLife("2026-11-24 09.00");
    const number = life.mail(aMail) ?? "";
    life.type(number, ASSIGNED);
    life.until("2026-11-24 09.10").type(number, { status: "Menunggu Info" });
    life.until("2026-11-24 09.20");
    expect(life.run(number, 4)).toMatchObject({ holds: [], dueAt: wib("2026-11-24 10.01") });
    expect(life.run(number, 3)?.holds).toEqual([]);
  });

  test("that ends with the cells of step 3 is closed with it", () => {
    const life = new DeskLife("2026-11-24 09.00");
    const number = life.mail(aMail) ?? "";
    life.until("2026-11-24 09.04").type(number, { status: "Menunggu Info" });
    life.until("2026-11-24 09.30");
    life.type(number, ASSIGNED);
    life.until("2026-11-24 09.40");
    expect(life.run(number, 3)).toMatchObject({
      outcome: "on-time",
      holds: [{ from: wib("2026-11-24 09.05"), to: wib("2026-11-24 09.31") }],
      dueAt: wib("2026-11-24 09.56"),
    });
  });
});

describe("Petugas", () => {
  test.each([
    ["nobody we know", "Joko", null],
    ["two names", "Budi Santoso dan Tono Wibowo", ["Budi Santoso", "Tono Wibowo"]],
    ["one known and one not", "Budi Santoso, Joko", ["Budi Santoso"]],
  ])("%s", (_, officers, assigned) => {
    const life = new DeskLife("2026-11-24 09.00");
    const number = life.mail(aMail) ?? "";
    life.type(number, { priority: "Sedang", visit: "Tidak perlu", officers });
    life.until("2026-11-24 09.10");
    expect(life.run(number, 3)?.endedAt === null).toBe(assigned === null);
    expect(life.ticket(number).assigned).toEqual(assigned ?? []);
    const told = life.letters.filter(
      ({ kind, to }) => kind === "assignment" && to.role === "officer",
    );
    expect(told.map(({ to }) => to.name)).toEqual(assigned ?? []);
  });
});
