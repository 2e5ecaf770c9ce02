import type { Cell } from "../../../src/sandbox/google/book.ts";
import type { Action } from "./actions.ts";
import { cellIn, isTagged, type LogTab, logTab, textIn } from "./log-tab.ts";
import type { Regrets } from "./regrets.ts";
import { REST } from "./truth.ts";
import type { World } from "./world.ts";

/** The cells by which complaints are told apart. */
function contentCells(log: LogTab, row: number): Cell[] {
  return ["text", "unit", "reporter"].flatMap((key) => cellIn(log, row, key) ?? []);
}

const TWO = ["Sri Lestari", "Bagus Prasetyo"];

/** What people do with whole rows, columns, tabs and versions. */
export class TabActs {
  readonly #world: World;
  readonly #regrets: Regrets;

  constructor(world: World, regrets: Regrets) {
    this.#world = world;
    this.#regrets = regrets;
  }

  do(log: LogTab, action: Action, by: string): void {
    this.#world.person(() => this.#whole(log, action, by));
  }

  onRow(log: LogTab, action: Action & { row: number }, by: string): void {
    this.#world.person(() => this.#row(log, action, by));
  }

  #row(log: LogTab, action: Action & { row: number }, by: string): void {
    const { people } = this.#world.google;
    const { row } = action;
    const { id } = log.tab;
    switch (action.do) {
      case "clear":
        return this.#clear(log, action, by);
      case "clear row":
        this.#regrets.note("deleted", [this.#world.truth.rowOwner(log, row)]);
        return people.paste({ tab: id, row, column: 0 }, [log.tab.columns.map(() => "")], by);
      case "insert row":
        return people.insertRows(id, row, 1, by);
      case "delete rows": {
        const gone = log.rows.filter((each) => each >= row && each < row + action.count);
        this.#regrets.note(
          "deleted",
          gone.map((each) => this.#world.truth.rowOwner(log, each)),
        );
        return people.deleteRows(id, row, Math.min(action.count, log.tab.rows.length - row), by);
      }
      case "move row": {
        const to = log.rows[action.to % log.rows.length] ?? row;
        if (to !== row) people.moveRows(id, row, 1, to, by);
        return;
      }
      case "drag": {
        const at = log.places.get(action.key);
        const last = Math.min(row + 1 + action.count, (log.rows.at(-1) ?? row) + 1);
        if (at !== undefined && last > row + 1) {
          people.fillDown({ tab: id, from: row, to: last, left: at, right: at }, by);
        }
        return;
      }
      case "paste numbers": {
        const at = log.places.get("number");
        const start = log.rows[action.from % log.rows.length] ?? row;
        const values = Array.from({ length: action.count }, (_, nth) => [
          textIn(log, start + nth, "number"),
        ]);
        const fits = row + action.count <= log.tab.rows.length;
        if (at !== undefined && fits) {
          people.paste({ tab: id, row, column: at }, values, by, { valuesOnly: true });
        }
        return;
      }
      case "merge": {
        const at = log.places.get(action.key);
        if (at === undefined || row + 2 > log.tab.rows.length) return;
        return people.merge({ tab: id, from: row, to: row + 2, left: at, right: at }, by);
      }
      case "filter":
        return people.filter(id, log.places.get("status") ?? 0, ["Baru"], by);
      case "unfilter":
        return people.clearFilter(id, by);
      case "locale":
        return people.setLocale(row % 2 === 0 ? "en_US" : "in_ID", by);
      case "rename tab":
        return people.renameTab(id, `Log ${row}`, by);
      case "duplicate tab":
        if (this.#world.book.tabs.length < 15) people.duplicateTab(id, by);
        return;
      default:
        throw new TypeError(`Nobody knows how to ${action.do}`);
    }
  }

  #clear(log: LogTab, { row, count, key }: Action & { do: "clear" }, by: string): void {
    const at = log.places.get(key);
    if (at === undefined) return;
    for (const each of log.rows.filter((index) => index >= row && index < row + count)) {
      const isAsked = textIn(log, each, "note").includes("JKD-");
      if (key === "number" && isAsked) {
        this.#regrets.note("answered", [this.#world.truth.rowOwner(log, each)]);
      }
      this.#world.google.people.clearCell({ tab: log.tab.id, row: each, column: at }, by);
    }
  }

  #whole(log: LogTab, action: Action, by: string): void {
    const { google, truth } = this.#world;
    const { people, store } = google;
    const { id } = log.tab;
    switch (action.do) {
      case "sort": {
        const column = log.places.get(action.key);
        if (column === undefined) return;
        const key = { column, descending: action.descending };
        return people.sort({ tab: id, from: log.headerRow + 1 }, key, by);
      }
      case "part sort":
        return this.#partSort(log, action);
      case "insert column":
        return people.insertColumn(id, log.places.get(action.key) ?? 3, "Catatan kami", by);
      case "double header": {
        const header = textIn(log, log.headerRow, action.key);
        return people.insertColumn(id, log.places.get(action.key) ?? 3, header, by);
      }
      case "move column": {
        const from = log.places.get(action.key);
        const to = Math.min(action.to, log.tab.columns.length - 1);
        if (from !== undefined && to !== from) people.moveColumn(id, from, to, by);
        return;
      }
      case "rename header": {
        const column = log.places.get(action.key);
        if (column === undefined) return;
        return people.setCell({ tab: id, row: log.headerRow, column }, `Kolom ${action.to}`, by);
      }
      case "delete column": {
        const column = log.places.get(action.key);
        if (column !== undefined) people.deleteColumn(id, column, this.#regrets.trainee());
        return;
      }
      case "delete tab":
        return people.deleteTab(id, this.#regrets.trainee());
      case "undo":
        people.undo(TWO[action.who] ?? by);
        this.#noteHalfUndone(log);
        return;
      case "restore": {
        const revision = store.revision() - action.back * 3;
        const version = store.version(revision);
        const isOurs = version?.tabs.some((tab) => isTagged(tab, "log"));
        if (!isOurs) return;
        people.restoreVersion(revision, this.#regrets.trainee());
        this.#regrets.note("deleted", this.#gone(log));
        this.#regrets.note("brought back", this.#standing());
        truth.wasRestored = true;
        return;
      }
      default:
        throw new TypeError(`Nobody knows how to ${action.do}`);
    }
  }

  /**
   * Overtyping taken back by half: a text that the last reading did not show comes back alone, and
   * all that stands beside it is another complaint's. It might as well be that one's new wording.
   */
  #noteHalfUndone(before: LogTab): void {
    const { google, truth, book } = this.#world;
    const read = logTab(google.lastRead);
    const texts = new Set(read?.rows.map((row) => cellIn(read, row, "text")));
    const now = logTab(book);
    for (const row of now?.rows ?? []) {
      if (!now || texts.has(cellIn(now, row, "text"))) continue;
      const [was, is] = [truth.rowOwner(before, row), truth.rowOwner(now, row)];
      const isTextAlone = REST.every((key) => cellIn(before, row, key) === cellIn(now, row, key));
      if (was !== undefined && was !== is && isTextAlone)
        this.#regrets.note("overtyped alike", [was, is]);
    }
  }

  #standing(): (string | undefined)[] {
    const { truth, book } = this.#world;
    const log = logTab(book);
    return log?.rows.map((row) => truth.rowOwner(log, row)) ?? [];
  }

  #gone(before: LogTab): string[] {
    const { truth } = this.#world;
    const left = new Set(this.#standing());
    return before.rows
      .flatMap((row) => truth.rowOwner(before, row) ?? [])
      .filter((mark) => !left.has(mark));
  }

  /** Rows that now hold cells which no reading has shown anywhere. */
  #noteUnread(): void {
    const { google, truth, book } = this.#world;
    const last = logTab(google.lastRead);
    const read = new Set(last?.rows.flatMap((row) => contentCells(last, row)));
    const log = logTab(book);
    for (const row of log?.rows ?? []) {
      if (!log || contentCells(log, row).every((cell) => read.has(cell))) continue;
      this.#regrets.note("part sorted unread", truth.ownersIn(log, row));
    }
  }

  #partSort(log: LogTab, { from, key }: Action & { do: "part sort" }): void {
    const { google, truth } = this.#world;
    const spans = {
      "reporter to text": ["reporter", "text"],
      "unit to email": ["unit", "email"],
      status: ["status", "status"],
      officers: ["officers", "officers"],
    } as const;
    const ends = spans[from].map((each) => log.places.get(each));
    const [one, other] = ends;
    const sorted = log.places.get(from.includes("to") ? key : from);
    if (one === undefined || other === undefined || sorted === undefined) return;
    truth.isMixedUp = true;
    const marks = log.rows.map((row) => truth.rowOwner(log, row));
    this.#regrets.note("part sorted", marks);
    if (from === "status" || from === "officers") this.#regrets.note("work cells sorted", marks);
    google.people.sort(
      { tab: log.tab.id, from: log.headerRow + 1, columns: [one, other] },
      { column: sorted },
      this.#regrets.trainee(),
    );
    this.#noteUnread();
  }
}
