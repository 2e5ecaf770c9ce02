import { expect, test } from "vitest";

import { makeCalendar } from "../../src/desk/calendar.ts";
import { digestFor } from "../../src/desk/digest.ts";
import { recapOf } from "../../src/desk/recap.ts";
import { SECOND } from "../../src/desk/time.ts";
import { tableOf } from "../../src/sandbox/office/table.ts";
import { at } from "../journal/builders.ts";
import { OFFICE } from "../sheet/support/office-model.ts";
import { columnOf } from "../sheet/support/sheet-office.ts";
import { HELPDESK } from "./support/inbox.ts";
import { LOG, mailsFrom, withAssigned } from "./support/log-acts.ts";
import { kindsOf, openOfficeAtWork, type OfficeAtWork } from "./support/office-at-work.ts";

const FIRST = "JKD-2026-0001";

/** The helpdesk writes a call down while it is told; seconds after nine. */
const CALL = [
  { after: 10, column: "Kanal", text: "Telepon" },
  { after: 50, column: "OPD/Desa", text: "Disdukcapil" },
  { after: 100, column: "Uraian Aduan", text: "Inter" },
  { after: 140, column: "Uraian Aduan", text: "Internet loket mati" },
  { after: 210, column: "Pelapor", text: "Wahyu" },
] as const;
const NINE = at("2026-11-25T09:00+07:00");

/** The clock goes on in steps of so many seconds until then; what is typed stands at each beat. */
async function writtenDown(
  world: OfficeAtWork,
  { step, until }: { step: number; until: number },
  meanwhile: () => Promise<void> = () => Promise.resolve(),
) {
  const waiting: { after: number; column: string; text: string }[] = [...CALL];
  while (world.clock.now < NINE + until * SECOND) {
    const next = world.clock.now + step * SECOND;
    while (waiting[0] && NINE + waiting[0].after * SECOND <= next) {
      const { column, text } = waiting.shift() ?? CALL[0];
      world.google.people.setCell({ tab: LOG, row: 1, column }, text, "Sri");
    }
    await meanwhile();
    await world.beats(1, step * SECOND);
  }
}

const numberInRow = ({ google }: OfficeAtWork) =>
  google.people.shown({ tab: LOG, row: 1, column: "No. Aduan" });

test("a call written down piece by piece is one complaint, whole, from when it was first seen (B032)", async () => {
  const world = await openOfficeAtWork(at("2026-11-25T08:59+07:00"));
  world.sent.length = 0;
  await writtenDown(world, { step: 60, until: 300 });
  expect(numberInRow(world)).toBe(FIRST);
  await world.beats(1);
  const ticket = world.ticket(FIRST);
  const seen = at("2026-11-25T09:01+07:00");
  expect(ticket.complaint).toMatchObject({ text: "Internet loket mati", reportedAt: seen });
  expect(ticket.fields.reporter).toBe("Wahyu");
  expect(ticket.runs.find(({ step }) => step === 3)).toMatchObject({
    startedAt: seen,
    dueAt: at("2026-11-25T09:31+07:00"),
  });
  expect(world.row(FIRST)).toMatchObject({ "Waktu Lapor": "", Diterima: "25/11/2026 09.01" });

  // Who goes on typing makes no second one.
  const more = { Lokasi: "Loket 3", "Uraian Aduan": "Internet loket mati, antrean panjang" };
  world.type(FIRST, more);
  await world.beats(5);
  expect(columnOf(world, "No. Aduan")).toEqual([FIRST]);
  expect([world.row(FIRST)["Lokasi"], ticket.number]).toEqual(["Loket 3", FIRST]);
});

test("the same call while mail brings a reading every few seconds (B032)", async () => {
  const world = await openOfficeAtWork(at("2026-11-25T08:59+07:00"));
  let mails = 0;
  await writtenDown(world, { step: 5, until: 300 }, async () => {
    // The helpdesk begins on an empty row; what arrives goes below it.
    if (world.clock.now < NINE + 10 * SECOND) return;
    mails += 1;
    await mailsFrom(world, `opd${mails}`);
  });
  const number = numberInRow(world);
  expect(number).toMatch(/^JKD-2026-\d{4}$/);
  await world.beats(2, 30 * SECOND);
  const called = world.ticket(number);
  expect(called.complaint).toMatchObject({
    text: "Internet loket mati",
    reportedAt: NINE + 10 * SECOND,
  });
  expect(world.row(number)).toMatchObject({ "Waktu Lapor": "", "OPD/Desa": "Disdukcapil" });
  expect(called.fields.reporter).toBe("Wahyu");
  const numbers = columnOf(world, "No. Aduan");
  expect(numbers).toHaveLength(mails + 1);
  expect(new Set(numbers).size).toBe(mails + 1);
  // The name came after the number; what was left blank is no change of anybody's.
  const changes = tableOf(world.google, "Riwayat")
    .filter(({ cells }) => cells["Kejadian"] === "Isian diubah")
    .map(({ cells }) => cells["Rincian"]);
  expect(changes).toEqual(['Pelapor: "" → "Wahyu"']);
});

test("a call of which the unit is missing waits without a number, and counts from first sight (B032)", async () => {
  const world = await openOfficeAtWork(at("2026-11-25T08:59+07:00"));
  const { people } = world.google;
  people.setCell({ tab: LOG, row: 1, column: "Kanal" }, "Telepon", "Sri");
  people.setCell({ tab: LOG, row: 1, column: "Uraian Aduan" }, "Internet mati", "Sri");
  await world.beats(60);
  expect(columnOf(world, "No. Aduan")).toEqual([]);
  expect(columnOf(world, "Catatan Sistem")).toEqual([
    "Lengkapi OPD/Desa atau Pelapor agar aduan mendapat nomor.",
  ]);
  people.setCell({ tab: LOG, row: 1, column: "OPD/Desa" }, "Disdukcapil", "Sri");
  await world.beats(4);
  expect(columnOf(world, "No. Aduan")).toEqual([FIRST]);
  expect(world.ticket(FIRST).complaint.reportedAt).toBe(at("2026-11-25T09:01+07:00"));
  expect(world.row(FIRST)["Diterima"]).toBe("25/11/2026 09.01");
});

test("old paper complaints pasted in get numbers, and nobody hears of their months gone by (B065)", async () => {
  const world = await openOfficeAtWork(at("2026-11-25T08:58+07:00"));
  const { people } = world.google;
  world.sent.length = 0;
  for (let nth = 0; nth < 30; nth++) {
    const cells = {
      "Waktu Lapor": `${1 + (nth % 28)}/${1 + (nth % 10)}/2026 09.00`,
      Kanal: "Surat",
      "OPD/Desa": `Kecamatan ${nth}`,
      "Uraian Aduan": `Surat lama ke-${nth} tentang jaringan`,
      ...(nth < 25 ? { Status: "Selesai", "Hasil Perbaikan": "sudah normal" } : {}),
    };
    for (const [column, value] of Object.entries(cells)) {
      people.setCell({ tab: LOG, row: nth + 1, column }, value, "Sri");
    }
  }
  await world.beats(8);
  const numbers = columnOf(world, "No. Aduan");
  expect(numbers.toSorted()).toEqual(
    Array.from({ length: 30 }, (_, nth) => `JKD-2026-${String(nth + 1).padStart(4, "0")}`),
  );
  expect(world.ticket(FIRST).fields.reportedAt).toBe(at("2026-01-01T09:00+07:00"));
  expect(await world.journal.state("brake")).toBe(null);
  for (const number of numbers.slice(0, 25)) expect(world.ticket(number).phase).toBe("closed");
  for (const number of numbers.slice(25)) expect(world.ticket(number).phase).toBe("open");
  await world.beats(60);
  // Five are open: at most a list to each of the people who are told of step 3.
  const told = world.sent.map(({ to, rendered }) => [to.address, rendered.subject]);
  for (const [, subject] of told) {
    expect(subject).not.toMatch(
      /^(?:acknowledgement|assignment|warning|overdue|escalation|resolution|report)/,
    );
  }
  expect(new Set(told.map(([address]) => address)).size).toBe(told.length);

  // They are late by their own times, which stands apart in what leaders read.
  const { now } = world.clock;
  const calendar = makeCalendar(OFFICE.policy.calendar);
  const open = await world.journal.load();
  const input = { closedSince: [], recent: [], since: null, failedLetters: [], warnings: [] };
  const { late } = digestFor(
    { kind: "section-head" },
    { ...input, open, office: OFFICE, calendar, now },
  );
  expect(late.map(({ enteredLater }) => enteredLater)).toEqual(Array(5).fill(true));
  const all = numbers.map((number) => world.ticket(number));
  const { before, head } = recapOf("2026-10", all, { calendar, now, monthsBefore: 9 });
  const figures = [...before, head];
  const sum = (of: (month: typeof head) => number) =>
    figures.reduce((total, month) => total + of(month), 0);
  expect(sum(({ cameIn }) => cameIn)).toBe(30);
  expect(sum(({ late: count }) => count)).toBe(0);
  expect(sum(({ openLate }) => openLate)).toBe(5);
  expect(sum(({ lateEntered }) => lateEntered)).toBe(5);
});

test("numbers wiped, dragged or moved by mistake come back to their rows, and no letter leaves (B067)", async () => {
  const world = await openOfficeAtWork();
  const units = Array.from({ length: 60 }, (_, nth) => `Desa ${nth + 1}`);
  const numbers = await world.complaints(...units);
  await world.beats(4);
  world.sent.length = 0;
  // No rung comes due meanwhile.
  world.clock.now = at("2026-11-25T16:30+07:00");
  await world.beats(2);
  world.sent.length = 0;
  const { people } = world.google;
  const left = columnOf(world, "Uraian Aduan");
  const whole = async () => {
    await world.beats(3);
    expect(columnOf(world, "No. Aduan")).toEqual(numbers);
    expect(columnOf(world, "Kode")).toEqual(numbers);
    expect(columnOf(world, "OPD/Desa")).toEqual(units);
    expect(await world.journal.load()).toHaveLength(60);
  };

  for (let row = 42; row <= 46; row++) {
    for (const column of [
      "No. Aduan",
      "Status Waktu",
      "Batas Waktu",
      "Catatan Sistem",
      "Waktu Lapor",
    ]) {
      people.clearCell({ tab: LOG, row, column }, "Sri");
    }
  }
  await whole();

  for (let row = 43; row <= 46; row++) {
    people.setCell({ tab: LOG, row, column: "No. Aduan" }, "JKD-2026-0042", "Sri");
  }
  await whole();

  people.clearCell({ tab: LOG, row: 1, column: "No. Aduan" }, "Sri");
  for (const [nth, number] of numbers.slice(0, -1).entries()) {
    people.setCell({ tab: LOG, row: nth + 2, column: "No. Aduan" }, number, "Sri");
  }
  await whole();

  people.clearCell({ tab: LOG, row: 20, column: "No. Aduan" }, "Sri");
  people.setCell(
    { tab: LOG, row: 20, column: "Uraian Aduan" },
    "Sakelar di lantai dua rusak; jaringan seluruh kantor mati",
    "Sri",
  );
  await whole();
  expect(columnOf(world, "Uraian Aduan")).toEqual(
    left.with(19, "Sakelar di lantai dua rusak; jaringan seluruh kantor mati"),
  );
  expect(world.sent).toEqual([]);
  const healed = tableOf(world.google, "Riwayat")
    .map(({ cells }) => cells)
    .filter((cells) => cells["Kejadian"] === "Nomor dikembalikan");
  const told = (text: string) =>
    healed.filter((cells) => cells["Rincian"]?.includes(text)).map((cells) => cells["No. Aduan"]);
  expect(told("terhapus")).toEqual([...numbers.slice(41, 46), numbers[0], numbers[19]]);
  expect(told('berisi "JKD-2026-0042"')).toEqual([...numbers.slice(42, 46), numbers[42]]);
  expect(healed).toHaveLength(7 + 4 + 59);
});

test("a wrong Selesai, a relapse and a thank-you cause no letter that contradicts another (B103)", async () => {
  const { world, first } = await withAssigned("RSUD");
  world.clock.now = at("2026-11-26T07:58+07:00");
  await world.beats(2);
  world.sent.length = 0;
  // Without a result, and corrected within the minute that changes take to settle.
  world.type(first, { Status: "Selesai" });
  await world.beats(1);
  world.type(first, { Status: "Dikerjakan" });
  await world.beats(5);
  expect(kindsOf(world)["resolution"] ?? kindsOf(world)["report"]).toBe(undefined);
  expect(world.ticket(first)).toMatchObject({ phase: "open", round: 1 });

  world.clock.now = at("2026-11-26T08:59+07:00");
  await world.beats(1);
  world.sent.length = 0;
  world.type(first, { Status: "Selesai", "Hasil Perbaikan": "restart ONT" });
  await world.beats(4);
  expect(world.clock.now).toBe(at("2026-11-26T09:04+07:00"));
  expect(kindsOf(world)).toEqual({ resolution: 1, report: 2 });
  const firstEnd = world.ticket(first).runs.find(({ step }) => step === 4)?.endedAt;
  expect(firstEnd).toBe(at("2026-11-26T09:01+07:00"));

  await world.beats(5);
  world.type(first, { Status: "Dikerjakan" });
  await world.beats(4);
  expect(kindsOf(world)).toEqual({ resolution: 1, report: 2 });
  expect(world.ticket(first)).toMatchObject({ phase: "open", round: 2 });
  expect(world.row(first)["Tahap SOP"]).toContain("(dibuka kembali 1)");
  expect(world.row(first)["Catatan Sistem"]).toContain(
    "Dibuka kembali: perbaiki, perbarui Hasil Perbaikan, lalu ubah Status menjadi Selesai.",
  );
  expect(columnOf(world, "Kejadian", "Riwayat")).toContain("Dibuka kembali");

  await world.beats(6);
  world.type(first, { Status: "Selesai", "Hasil Perbaikan": "ganti adaptor" });
  await world.beats(4);
  expect(kindsOf(world)).toEqual({ resolution: 2, report: 4 });
  const ends = world.ticket(first).runs.filter(({ step }) => step === 4);
  expect(ends.map(({ endedAt }) => endedAt)).toEqual([firstEnd, at("2026-11-26T09:20+07:00")]);
  expect(world.ticket(first)).toMatchObject({
    phase: "closed",
    round: 2,
    fields: { result: "ganti adaptor" },
  });

  world.clock.now = at("2026-11-26T09:40+07:00");
  await world.arrive(
    `From: umum1@rsud.example\nTo: ${HELPDESK}\nSubject: Re: [${first}] Internet mati\n\nMatur nuwun, sampun lancar`,
  );
  await world.beats(4);
  expect(world.ticket(first)).toMatchObject({ phase: "closed", round: 2 });
  expect(world.row(first)["Pesan Terakhir"]).toContain("Matur nuwun, sampun lancar");
  // The officer reads the thanks; nobody hears of a reopening.
  expect(kindsOf(world)).toEqual({ resolution: 2, report: 4, "reply-received": 1 });
  expect(columnOf(world, "No. Aduan")).toEqual([first]);
});
