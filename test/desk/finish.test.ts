import { describe, expect, test } from "vitest";

import { show, wib } from "./clock-builders.ts";
import { DeskLife } from "./support/desk-life.ts";
import { aComplaint, aMail } from "./support/messages.ts";
import { ASSIGNED } from "./support/office.ts";

const DONE = { status: "Selesai", result: "Beres" } as const;

/** In Budi's hands by telephone since 09.11. */
function inRepair() {
  const life = new DeskLife("2026-11-24 09.00");
  const number = life.mail(aMail) ?? "";
  life.until("2026-11-24 09.10").type(number, ASSIGNED);
  return { life: life.until("2026-11-24 09.15"), number };
}

/** Solved at 09.16, reported again by its reporter at 09.30; the cell still says Selesai. */
function reopened() {
  const { life, number } = inRepair();
  life.type(number, DONE).until("2026-11-24 09.30");
  life.mail((uid, now) => aMail(uid, now, { text: "Mati lagi." }), number);
  return { life: life.until("2026-11-24 09.40"), number };
}

describe("Waktu Selesai", () => {
  test.each([
    ["at the very start of the step", "2026-11-24 09.11", "2026-11-24 09.11", undefined],
    ["of the reading that counts it", "2026-11-24 09.33", "2026-11-24 09.33", undefined],
    [
      "a second before the step began",
      "2026-11-24 09.10.59",
      "2026-11-24 09.31",
      "Waktu Selesai mendahului awal langkah ini; yang dipakai waktu perubahan Status terlihat.",
    ],
    [
      "a second ahead of that reading",
      "2026-11-24 09.33.01",
      "2026-11-24 09.31",
      "Waktu Selesai masih di masa depan; yang dipakai waktu perubahan Status terlihat.",
    ],
  ])("%s, %s: the repair ended %s", (_, typed, ended, note) => {
    const { life, number } = inRepair();
    life.until("2026-11-24 09.30").type(number, { ...DONE, finishedAt: wib(typed) });
    life.until("2026-11-24 09.40");
    expect(show(life.run(number, 4)?.endedAt ?? null)).toBe(ended);
    expect(life.ticket(number).notes["waktu-selesai"]).toBe(note);
  });

  test("that was wrong once is no longer complained of when the next round's is right", () => {
    const { life, number } = inRepair();
    life.type(number, { ...DONE, finishedAt: wib("2026-11-24 08.00") }).until("2026-11-24 09.25");
    expect(life.ticket(number).notes["waktu-selesai"]).toContain("mendahului");
    life.type(number, { status: "Dikerjakan" }).until("2026-11-24 09.35");
    life.type(number, { status: "Selesai", finishedAt: wib("2026-11-24 09.30") });
    life.until("2026-11-24 09.45");
    expect(life.run(number, 4)).toMatchObject({ round: 2, endedAt: wib("2026-11-24 09.30") });
    expect(life.ticket(number).notes["waktu-selesai"]).toBeUndefined();
  });
});

describe("a round that its reporter reopened", () => {
  test("begins as Baru for the clock, in the same hands, whatever the cell still says", () => {
    const { life, number } = reopened();
    expect(life.ticket(number).fields.status).toBe("Selesai");
    expect(life.ticket(number).stretches.at(-1)).toMatchObject({
      from: wib("2026-11-24 09.30"),
      status: "Baru",
      officers: ["Budi Santoso"],
    });
  });

  test("ends with a later Waktu Selesai, though the cell Status was never touched", () => {
    const { life, number } = reopened();
    const finishedAt = wib("2026-11-24 09.35");
    life.type(number, { finishedAt }).until("2026-11-24 09.50");
    expect(life.ticket(number).phase).toBe("closed");
    expect(life.run(number, 4)).toMatchObject({ round: 2, endedAt: finishedAt });
  });

  test("not with one from before, or of the minute it was reopened", () => {
    const { life, number } = reopened();
    life.type(number, { finishedAt: wib("2026-11-24 09.20") }).until("2026-11-24 09.45");
    life.type(number, { finishedAt: wib("2026-11-24 09.30") }).until("2026-11-24 09.50");
    expect(life.ticket(number).phase).toBe("open");
  });

  test("not with a remark, while no Waktu Selesai is there", () => {
    const { life, number } = reopened();
    life.type(number, { remark: "Sudah ditelepon" }).until("2026-11-24 09.50");
    expect(life.ticket(number).phase).toBe("open");
  });

  test("not with a Waktu Selesai while Status says that it is being worked on", () => {
    const { life, number } = reopened();
    life.type(number, { status: "Dikerjakan", finishedAt: wib("2026-11-24 09.42") });
    life.until("2026-11-24 09.55");
    expect(life.ticket(number).phase).toBe("open");
  });
});

test("a result that was blanked out is none: Selesai waits for a new one", () => {
  const { life, number } = inRepair();
  life.type(number, { result: "Kabel" }).until("2026-11-24 09.25");
  life.type(number, { result: "  " }).until("2026-11-24 09.35");
  life.type(number, { status: "Selesai" }).until("2026-11-24 09.45");
  expect(life.ticket(number).phase).toBe("open");
  life.type(number, { result: "Kabel diganti" }).until("2026-11-24 09.55");
  expect(life.ticket(number).phase).toBe("closed");
});

test.each([
  ["Perlu", 5],
  ["Tidak perlu", 4],
  ["", 4],
] as const)(
  "solved before anybody was sent, with Tinjauan Lapangan %j: step %d has the time",
  (...given) => {
    const [visit, step] = given;
    const life = new DeskLife("2026-11-24 09.00");
    const number = life.mail(aMail) ?? "";
    life
      .until("2026-11-24 09.05")
      .type(number, { visit, ...DONE })
      .until("2026-11-24 09.15");
    const repairs = life.ticket(number).runs.filter((run) => run.step === 4 || run.step === 5);
    expect(repairs.map((run) => [run.step, show(run.startedAt), show(run.endedAt)])).toEqual([
      [step, "2026-11-24 09.00", "2026-11-24 09.06"],
    ]);
    expect(life.run(number, 3)).toMatchObject({
      reason: "selesai sebelum ditugaskan",
      seenFrom: wib("2026-11-24 09.05"),
    });
  },
);

test("solved before its receipt was out: step 3 ran from the moment it was logged", () => {
  const life = new DeskLife("2026-11-24 09.00");
  life.mailer = () => false;
  const number = life.mail(aMail) ?? "";
  life.until("2026-11-24 09.05").type(number, DONE).until("2026-11-24 09.15");
  expect(life.run(number, 3)).toMatchObject({
    startedAt: wib("2026-11-24 09.00"),
    endedAt: wib("2026-11-24 09.06"),
  });
});

test.each([
  ["the reporter", "dinkes@kuduskab.example", "kata-pelapor"],
  ["the officer", "budi@diskominfo.example", "kata-petugas"],
])("what %s wrote of its end is no longer asked about once it has ended", (_, from, note) => {
  const { life, number } = inRepair();
  const text = "Sudah normal, terima kasih.";
  life.mail((uid, now) => aMail(uid, now, { from, text, verdict: { thanks: true } }), number);
  expect(life.ticket(number).notes[note]).toBeDefined();
  life.type(number, DONE).until("2026-11-24 09.30");
  expect(life.ticket(number).notes[note]).toBeUndefined();
});

test.each([
  [null, "unmeasured"],
  [wib("2026-11-19 10.30"), "on-time"],
  [wib("2026-11-19 15.00"), "late"],
] as const)(
  "a row written down days after its end, finished at %j, is judged %s and told to nobody",
  (...given) => {
    const [finishedAt, outcome] = given;
    const life = new DeskLife("2026-11-24 09.00");
    const number = "JKD-2026-0001";
    const complaint = aComplaint(wib("2026-11-19 10.00"), { channel: "Telepon" });
    life.typed(number, complaint, { ...DONE, finishedAt });
    life.until("2026-11-24 09.10");
    expect(life.run(number, 4)?.outcome).toBe(outcome);
    expect(life.ticket(number).phase).toBe("closed");
    expect(life.letters).toEqual([]);
  },
);

test("Perlu set after the repair has ended begins no visit", () => {
  const { life, number } = inRepair();
  life.mailer = ({ kind }) => (kind === "report" ? false : { state: "sent" });
  life.type(number, DONE).until("2026-11-24 09.25");
  life.type(number, { visit: "Perlu" }).until("2026-11-24 09.35");
  expect(life.run(number, 5)).toBeUndefined();
  expect(life.run(number, 4)?.outcome).toBe("on-time");
});

test("a child closed with its parent and set back by staff goes on at step 3", () => {
  const life = new DeskLife("2026-11-24 09.00");
  const parent = life.mail(aMail) ?? "";
  const from = "kec.mejobo@kuduskab.example";
  const child = life.mail((uid, now) => aMail(uid, now, { from })) ?? "";
  life
    .type(child, { parent })
    .type(parent, { ...ASSIGNED, ...DONE })
    .until("2026-11-24 09.10");
  expect(life.ticket(child).phase).toBe("closed");
  life.type(child, { status: "Dikerjakan", parent: "" }).until("2026-11-24 09.20");
  const again = life.ticket(child).runs.filter(({ round }) => round === 2);
  expect(again.map(({ step, startedAt }) => [step, show(startedAt)])).toEqual([
    [3, "2026-11-24 09.11"],
  ]);
});
