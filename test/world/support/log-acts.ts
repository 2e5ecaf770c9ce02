import { STAFF } from "../../../src/sandbox/example-office.ts";
import { compare, judge } from "../../../src/sheet/nearness.ts";
import { type Witness, witnessOf } from "../../../src/sheet/witness.ts";
import type { Action } from "./actions.ts";
import { cellIn, type LogTab, logTab, textIn } from "./log-tab.ts";
import { ZONE } from "./office-book.ts";
import type { Matter } from "./reporters.ts";
import { Regrets } from "./regrets.ts";
import { TabActs } from "./tab-acts.ts";
import type { World } from "./world.ts";

const PEOPLE = [STAFF.sri.name, STAFF.bagus.name];
const VALUES = {
  priority: ["Tinggi", "Sedang", "Rendah"],
  visit: ["Perlu", "Tidak perlu"],
  officers: [STAFF.bagus.name, STAFF.dewi.name, STAFF.tono.name],
  status: ["Dikerjakan", "Menunggu Info", "Menunggu Pihak Ketiga", "Selesai", "Dibatalkan"],
  result: ["Kabel diganti", "Modem dinyalakan ulang", "Konfigurasi diperbaiki"],
  remark: ["Sudah ditelepon", "Menunggu suku cadang"],
} as const;

/** What people do to the rows and cells of the log. */
export class LogActs {
  readonly #world: World;
  readonly #tabs: TabActs;
  readonly regrets: Regrets;
  /** Rows being typed: what is still to come. */
  #unfinished: { mark: string; rest: Record<string, string>[] }[] = [];
  #steps = 0;

  constructor(world: World) {
    this.#world = world;
    this.regrets = new Regrets(world);
    this.#tabs = new TabActs(world, this.regrets);
  }

  do(action: Action): void {
    // Columns out of step are put back before anybody types on: undone later, what was typed
    // meanwhile would stand in the wrong rows, and by people's own hand.
    if (this.#world.truth.isMixedUp) this.regrets.takeBack();
    const log = logTab(this.#world.book);
    if (!log || log.headerRow < 0) return;
    this.#steps += 1;
    const by = PEOPLE[this.#steps % PEOPLE.length] ?? "";
    if ("row" in action) {
      const row = log.rows[action.row % Math.max(1, log.rows.length)];
      if (row === undefined) return;
      this.#onRow(log, { ...action, row }, by);
    } else if (action.do === "type") this.#begin(log, action, by);
    else if (action.do === "paste rows") this.#pasteRows(log, action, by);
    else this.#tabs.do(log, action, by);
  }

  /** The next burst of each row that is being typed. */
  typeOn(): void {
    for (const typing of this.#unfinished) {
      const log = logTab(this.#world.book);
      const next = typing.rest.shift();
      if (!log || !next) continue;
      const row = log.rows.find((each) => this.#world.truth.rowOwner(log, each) === typing.mark);
      if (row !== undefined) this.#fill(log, row, next, PEOPLE[0] ?? "", typing.mark);
    }
    this.#unfinished = this.#unfinished.filter(({ rest }) => rest.length > 0);
  }

  #fill(log: LogTab, row: number, cells: Record<string, string>, by: string, mark?: string): void {
    this.#world.person(
      () => {
        for (const [key, value] of Object.entries(cells)) {
          const column = log.places.get(key);
          if (column === undefined) continue;
          const place = { tab: log.tab.id, row, column };
          if (value === "") this.#world.google.people.clearCell(place, by);
          else this.#world.google.people.setCell(place, value, by);
        }
      },
      { row, mark },
    );
  }

  #begin(log: LogTab, { who, what, bursts, timed, at }: Action & { do: "type" }, by: string): void {
    const { reporters } = this.#world;
    const matter = reporters.matter(who, what);
    const cells = { ...typedCells(matter), ...(timed ? { reportedAt: "25/11/2026 08.15" } : {}) };
    const row = this.#freeRow(log, at, by);
    const pieces = inBursts(cells, bursts);
    this.#fill(log, row, pieces[0] ?? {}, by, matter.mark);
    if (pieces.length > 1) this.#unfinished.push({ mark: matter.mark, rest: pieces.slice(1) });
  }

  /** Below the log, or in a row inserted somewhere. */
  #freeRow(log: LogTab, at: number | null, by: string): number {
    const last = log.rows.at(-1) ?? log.headerRow;
    const { people } = this.#world.google;
    if (at === null || log.rows.length === 0) {
      if (last + 1 >= log.tab.rows.length) people.insertRows(log.tab.id, last + 1, 5, by);
      return last + 1;
    }
    const row = log.rows[at % log.rows.length] ?? last + 1;
    people.insertRows(log.tab.id, row, 1, by);
    return row;
  }

  #pasteRows(log: LogTab, { who, what, count }: Action & { do: "paste rows" }, by: string): void {
    for (let nth = 0; nth < count; nth++) {
      const now = logTab(this.#world.book) ?? log;
      const matter = this.#world.reporters.matter(who + nth, what + nth);
      this.#fill(now, this.#freeRow(now, null, by), typedCells(matter), by, matter.mark);
    }
  }

  #onRow(log: LogTab, action: Action & { row: number }, by: string): void {
    const { row } = action;
    const { truth, reporters } = this.#world;
    const mark = truth.rowOwner(log, row);
    switch (action.do) {
      case "work": {
        const values = VALUES[action.key];
        return this.#fill(
          log,
          row,
          { [action.key]: values[action.value % values.length] ?? "" },
          by,
        );
      }
      case "handle":
        return this.#fill(log, row, handled(action.value), by);
      case "reword":
        if (mark) this.#fill(log, row, { text: reporters.reworded(mark, action.nth) }, by);
        return;
      case "lengthen": {
        const text = textIn(log, row, "text");
        if (mark && text) this.#fill(log, row, { text: `${text}, ruang ${action.nth} juga` }, by);
        return;
      }
      case "correct":
        return this.#fill(log, row, corrected(action.key, action.nth), by);
      case "overtype":
        return this.#overtype(log, action, mark, by);
      case "copy row":
        return this.#copy(log, action, mark, by);
      default:
        this.#tabs.onRow(log, action, by);
    }
  }

  #overtype(
    log: LogTab,
    { row, who, what, fields }: Action & { do: "overtype" },
    mark: string | undefined,
    by: string,
  ): void {
    const { reporters } = this.#world;
    // Seldom does anybody overtype a complaint with another of the same person's.
    const isSame = mark !== undefined && reporters.isFrom(mark, who) && fields !== 4;
    const matter = reporters.matter(isSame ? who + 1 : who, what);
    const cells = { ...typedCells(matter), reportedAt: "25/11/2026 08.40" };
    const order = ["text", "reporter", "unit", "channel", "reportedAt"].slice(0, fields);
    const chosen = Object.entries(cells).filter(([key]) => order.includes(key));
    // What was corrected since the last reading tells nobody anything: the worker never saw it.
    const before = [contentOf(log, row), ...this.#asRead(log, row)];
    this.#fill(log, row, Object.fromEntries(chosen), by, matter.mark);
    const now = logTab(this.#world.book);
    const isOther =
      now && before.every((each) => judge(compare(each, contentOf(now, row))) === "other");
    this.regrets.note(isOther ? "overtyped" : "overtyped alike", [mark, matter.mark]);
  }

  /** The row as the last reading showed it. */
  #asRead(log: LogTab, row: number): Witness[] {
    const read = logTab(this.#world.google.lastRead);
    const text = cellIn(log, row, "text");
    if (!read || text === undefined) return [];
    return read.rows
      .filter((each) => cellIn(read, each, "text") === text)
      .map((each) => contentOf(read, each));
  }

  #copy(
    log: LogTab,
    { row, edits, who, what, inserted }: Action & { do: "copy row" },
    mark: string | undefined,
    by: string,
  ): void {
    const { people } = this.#world.google;
    const to = this.#freeRow(log, inserted ? log.rows.indexOf(row) : null, by);
    const from = inserted ? row + 1 : row;
    const matter = edits === 0 ? undefined : this.#world.reporters.matter(who, what);
    this.#world.person(
      () => {
        people.copyRow(log.tab.id, from, to, by);
        if (matter) this.#world.truth.adopt(this.#world.book, to, matter.mark);
      },
      { row: to, mark },
    );
    this.regrets.note("copied", [mark, matter?.mark]);
    if (!matter) return;
    const cells = typedCells(matter);
    const order = ["text", "reporter", "unit", "channel", "reportedAt"].slice(0, edits);
    const chosen = { ...cells, reportedAt: "25/11/2026 08.50" };
    const edited = Object.entries(chosen).filter(([key]) => order.includes(key));
    const now = logTab(this.#world.book) ?? log;
    this.#fill(now, to, Object.fromEntries(edited), by, matter.mark);
  }
}

function typedCells({ unit, reporter, text }: Matter): Record<string, string> {
  return { channel: "Telepon", unit, reporter, text };
}

function inBursts(cells: Record<string, string>, bursts: number): Record<string, string>[] {
  const entries = Object.entries(cells);
  const each = Math.ceil(entries.length / bursts);
  const pieces = Array.from({ length: bursts }, (_, nth) =>
    entries.slice(nth * each, (nth + 1) * each),
  );
  return pieces.filter((piece) => piece.length > 0).map((piece) => Object.fromEntries(piece));
}

function handled(value: number): Record<string, string> {
  const { priority, visit, officers } = VALUES;
  return value < 3
    ? {
        priority: priority[value] ?? "Sedang",
        visit: visit[value % 2] ?? "Perlu",
        officers: officers[value] ?? "",
      }
    : { status: "Selesai", result: VALUES.result[value % 3] ?? "" };
}

function corrected(key: string, nth: number): Record<string, string> {
  const values: Record<string, string> = {
    unit: `Kelurahan ${nth}`,
    reporter: `Bapak ${nth}`,
    channel: nth % 2 === 0 ? "Surat" : "Langsung",
    email: `orang${nth}@surel.example`,
  };
  return { [key]: values[key] ?? "" };
}

function contentOf(log: LogTab, row: number) {
  const cell = (key: string) => textIn(log, row, key) || null;
  const keys = { channel: cell("channel"), unit: cell("unit"), reporter: cell("reporter") };
  return witnessOf({ ...keys, reportedAt: cell("reportedAt"), text: cell("text") }, ZONE);
}
