import { expect, test } from "vitest";

import { columnsOf } from "../../src/sheet/columns.ts";
import { isInPlace, isRemnant, printsOf, remnantOf } from "../../src/sheet/remnant.ts";
import type { RowCells } from "../../src/sheet/row.ts";
import { isShifted } from "../../src/sheet/shifted.ts";

const KEYS = columnsOf("log").map(({ key }) => key);
const WORKERS = new Set(
  columnsOf("log")
    .filter(({ owner }) => owner === "worker")
    .map(({ key }) => key),
);

/** What an append means of a mail's complaint. */
const WRITTEN: RowCells = {
  number: "JKD-2026-0042",
  reportedAt: 46_351.353_136_574,
  channel: "Email",
  kind: "Aduan",
  unit: "Dinas Kesehatan",
  reporter: "Rina",
  email: "rina@dinkes.example",
  phone: "",
  place: "",
  subject: "Internet mati",
  text: "Internet di ruang pelayanan mati sejak pagi",
  category: "",
  suggestion: 'WiFi; prioritas Sedang ("wifi")',
  officers: "",
  status: "Baru",
  cause: "",
  code: "JKD-2026-0042",
  timeState: "Tepat waktu",
  due: 46_351.374_652_778,
  note: "Isi Prioritas, Tinjauan Lapangan, dan Petugas",
  stage: "Langkah 3 – Identifikasi",
  received: 46_351.353_136_574,
};

type Places = readonly string[];

/** The columns after people moved one of them. */
function moved(places: Places, key: string, to: number): Places {
  const others = places.filter((each) => each !== key);
  return others.toSpliced(to, 0, key);
}

/** An append of values in the places of one reading, read where the columns are now. */
function landed(before: Places, now: Places): Record<string, string | number | null> {
  return Object.fromEntries(now.map((key, at) => [key, WRITTEN[before[at] ?? ""] || null]));
}

test.each(KEYS)("wherever %s is moved meanwhile, its harm to people's cells is seen", (key) => {
  for (let to = 0; to < KEYS.length; to++) {
    const now = moved(KEYS, key, to);
    const harmed = now.some((here, at) => {
      const from = KEYS[at] ?? "";
      const isHarm = here !== from && !(WORKERS.has(here) && WORKERS.has(from));
      return isHarm && (WRITTEN[from] ?? "") !== "";
    });
    expect([to, isShifted(WRITTEN, landed(KEYS, now), true)]).toEqual([to, harmed]);
  }
});

test.each<[string, Places]>([
  ["two columns were moved", moved(moved(KEYS, "text", 19), "unit", 2)],
  ["a column was inserted", KEYS.toSpliced(7, 0, "theirs")],
  ["a column was deleted", KEYS.filter((key) => key !== "kind")],
])("it is seen that %s", (_, now) => {
  expect(isShifted(WRITTEN, landed(KEYS, now), true)).toBe(true);
});

test("a text that landed in a grey column is seen though columns stand as before", () => {
  const back = landed(KEYS, moved(KEYS, "text", 14));
  expect(isShifted(WRITTEN, back, false)).toBe(true);
});

test("three values beside their columns are seen though columns stand as before", () => {
  const shown = { ...WRITTEN, channel: "Dinas Kesehatan", unit: "Rina", reporter: "Email" };
  expect(isShifted(WRITTEN, shown, false)).toBe(true);
});

const AT_WORK: Readonly<Record<string, RowCells>> = {
  "as it was appended": {},
  "a minute later": { timeState: "Mendekati batas", due: 46_351.5, note: "", stage: "" },
  "with an officer": { officers: "Bagus Prasetyo", status: "Dikerjakan", priority: "Tinggi" },
  "with the suggested Kategori": { category: "WiFi" },
  "with its text reworded": { text: "Internet mati total", subject: "Internet mati total" },
  "with its number in Aduan Induk as well": { parent: "JKD-2026-0042" },
  "with the reporter's name in Keterangan as well": { remark: "Rina" },
  "with the time corrected, which is that of Diterima too": { reportedAt: 46_351.25 },
  "with its Kode and number cleared": { number: "", code: "" },
  "overtyped by another complaint": {
    reportedAt: 46_351.4,
    unit: "Dinas PUPR",
    reporter: "Agus",
    email: "",
    subject: "Perizinan",
    text: "Halaman perizinan kosong",
  },
};

test.each(Object.entries(AT_WORK))("a row %s stands in its columns", (_, typed) => {
  const shown = { ...WRITTEN, ...typed };
  expect(isShifted(WRITTEN, shown, true)).toBe(false);
});

test("unit and reporter exchanged are people's, unless columns have moved", () => {
  const shown = { ...WRITTEN, unit: "Rina", reporter: "Dinas Kesehatan" };
  expect(isShifted(WRITTEN, shown, false)).toBe(false);
  expect(isShifted(WRITTEN, shown, true)).toBe(true);
});

test("a row that only quotes the number is another one", () => {
  const shown = { channel: "Telepon", unit: "Dinas PUPR", parent: "JKD-2026-0042" };
  expect(isShifted(WRITTEN, shown, true)).toBe(false);
});

const REMNANT = remnantOf("JKD-2026-0042", WRITTEN);

test.each<[string, RowCells, boolean]>([
  ["as it was left", {}, true],
  ["with cells that people filled", { officers: "Bagus Prasetyo", phone: "0812" }, true],
  ["of the reporter's next complaint", { reportedAt: 46_360.5, attachments: "" }, false],
  ["overtyped", { channel: "", unit: "", reporter: "", subject: "", kind: "", email: "" }, false],
])("what is left of it is known in a row %s", (_, typed, is) => {
  const left = { ...landed(KEYS, moved(KEYS, "text", 19)), number: null, code: null };
  expect(isRemnant(REMNANT, printsOf({ ...left, ...typed }))).toBe(is);
});

test("what is left of it is known where text and time landed in columns of the worker's", () => {
  const before = moved(KEYS, "reportedAt", 34);
  const now = moved(before, "reporter", 35);
  const left = landed(before, now);
  expect(left["attachments"]).toBe(WRITTEN["text"]);
  expect(left["lastLetter"]).toBe(WRITTEN["reportedAt"]);
  expect(isRemnant(REMNANT, printsOf({ ...left, number: null, code: null, note: null }))).toBe(
    true,
  );
});

test.each<[string, RowCells, boolean]>([
  ["stands as it was meant", {}, true],
  ["was typed over", { text: "Internet mati total", unit: "", reporter: "Agus" }, true],
  ["says a value twice", { remark: "Rina" }, true],
  ["has a value beside its column", { status: "", cause: "Baru" }, false],
])("a row in which what was meant %s is in place or not", (_, typed, is) => {
  expect(isInPlace(REMNANT, printsOf({ ...WRITTEN, ...typed }))).toBe(is);
});

test("an empty row is what is left of nothing", () => {
  expect(isRemnant(REMNANT, printsOf({}))).toBe(false);
});
