import * as fc from "fast-check";
import { expect, test } from "vitest";
import { columnsOf } from "../../src/sheet/columns.ts";
import { type Row, typed } from "./support/memory-sheet.ts";
import { type Desk, openDesk } from "./support/office-model.ts";

/** What people do to the log; `row` picks one of the rows there are. */
type Action =
  | { do: "mail" | "shuffle" | "undo" | "wait" }
  | { do: "type"; part: boolean }
  | RowAction
  | Drag;

interface RowAction {
  do: "retype" | "clear" | "delete" | "copy" | "insert" | "tidy";
  row: number;
}

interface Drag {
  do: "drag";
  row: number;
  count: number;
}

const row = fc.nat(40);
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.constantFrom<Action>({ do: "mail" }, { do: "shuffle" }, { do: "undo" }, { do: "wait" }),
  fc.record({ do: fc.constant("type" as const), part: fc.boolean() }),
  fc.record({
    do: fc.constantFrom<RowAction["do"]>("retype", "clear", "delete", "copy", "insert", "tidy"),
    row,
  }),
  fc.record({ do: fc.constant("drag" as const), row, count: fc.integer({ min: 1, max: 4 }) }),
);

const step = fc.record({
  action,
  /** Done between the worker's read and its write, instead of before the read. */
  between: fc.boolean(),
});

const STAFF = columnsOf("log")
  .filter(({ owner }) => owner !== "worker")
  .map(({ key }) => key);

/** Words differ enough that no two complaints are near by chance. */
const PLACES = ["Colo", "Dawe", "Rahtawu", "Mejobo", "Jekulo", "Undaan", "Gebog", "Kaliwungu"];

class Office {
  readonly desk: Desk = openDesk();
  private serial = 0;
  private before: Row[] | null = null;

  private complaint() {
    const nth = ++this.serial;
    const place = `${PLACES[nth % PLACES.length]} ${nth}`;
    return {
      unit: `Desa ${place}`,
      reporter: `Kepala ${nth}`,
      text: `Keluhan ${nth * 7919} dari ${place}`,
    };
  }

  /** What people do, as one step of undo. */
  act(it: Action): void {
    const { log } = this.desk.sheet;
    if (it.do === "wait") return;
    if (it.do === "undo") {
      if (this.before) log.splice(0, log.length, ...this.before);
      this.before = null;
      return;
    }
    this.before = log.map((each) => ({ ...each }));
    if (it.do === "mail") this.desk.mail(this.complaint());
    else if (it.do === "shuffle") log.sort((a, b) => rank(a) - rank(b));
    else if (it.do === "type") {
      const { text, ...rest } = this.complaint();
      log.push(typed({ channel: "Telepon", ...rest, text: it.part ? null : text }));
    } else if ("row" in it) this.onRow(it);
  }

  private onRow(it: RowAction | Drag): void {
    const { log } = this.desk.sheet;
    const at = log.length === 0 ? -1 : it.row % log.length;
    const found = log[at];
    if (!found) return;
    if (it.do === "retype") found["text"] = `${String(found["text"] ?? "")} dan masih begitu`;
    if (it.do === "tidy") found["result"] = "sudah dicek";
    if (it.do === "clear") found["number"] = null;
    if (it.do === "delete") log.splice(at, 1);
    if (it.do === "copy") log.splice(at + 1, 0, { ...found });
    if (it.do === "insert") log.splice(at, 0, typed(this.complaint()));
    if (it.do === "drag") {
      for (const below of log.slice(at + 1, at + 1 + it.count)) {
        below["number"] = found["number"] ?? null;
      }
    }
  }
}

function rank(each: Row): number {
  return (String(each["text"] ?? "").length * 31 + String(each["unit"] ?? "").length * 17) % 13;
}

/** A row in which nobody typed anything holds nobody's cells: a birth may take its place. */
function staffCells(rows: readonly Row[]): string[] {
  return rows
    .map((each) => STAFF.map((key) => each[key] ?? null))
    .filter((cells) => cells.some((cell) => cell !== null))
    .map((cells) => JSON.stringify(cells))
    .toSorted();
}

/** What stands in the log after the world was left alone is what the journal knows. */
function checkPeace({ desk }: Office): void {
  const { view, sheet, tickets } = desk;
  if (view.brake !== null) return;
  const asked = new Set(desk.notes().flatMap((note) => note.match(/JKD-2026-\d+/g) ?? []));
  for (const [number, ticket] of tickets) {
    const rows = sheet.log.filter((each) => each["number"] === number);
    const told = desk.told.includes(number) || desk.restored.includes(number);
    if (asked.has(number) || (rows.length === 0 && told)) continue;
    expect(rows.map((each) => each["unit"])).toEqual([ticket.fields.unit]);
  }
  const silent = sheet.log.filter(
    (each) => each["channel"] && each["unit"] && each["text"] && !each["number"] && !each["note"],
  );
  expect(silent).toEqual([]);
  const units = [...tickets.values()].map(({ fields }) => fields.unit);
  expect(new Set(units).size + copies(desk)).toBeGreaterThanOrEqual(units.length);
}

/** Tickets that a copied row may honestly have become. */
function copies(desk: Desk): number {
  return [...desk.tickets.values()].filter(({ complaint }) =>
    complaint.notes.some((note) => note.includes("ganda")),
  ).length;
}

test("whatever people do to the log, every complaint keeps its row and every cell its author", async () => {
  const runs = Number(process.env["HISTORIES"] ?? 40);
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 20 }), async (steps) => {
      const office = new Office();
      const { desk } = office;
      for (const fields of [1, 2, 3]) if (fields) office.act({ do: "mail" });
      await desk.passes(2);
      for (const { action: it, between } of steps) {
        if (between) {
          desk.sheet.between = () => office.act(it);
        } else office.act(it);
        const typedBefore = between ? [] : staffCells(desk.sheet.log);
        await desk.pass();
        desk.sheet.between = null;
        const after = new Set(staffCells(desk.sheet.log));
        expect(typedBefore.filter((cells) => !after.has(cells))).toEqual([]);
      }
      await desk.passes(8);
      checkPeace(office);
    }),
    { numRuns: runs, endOnFailure: false },
  );
}, 60_000);
