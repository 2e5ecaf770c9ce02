import type { Book, Cell, Row } from "../../../src/sandbox/google/book.ts";
import { cellIn, type LogTab, logTab, plain, STAFF_KEYS } from "./log-tab.ts";

/**
 * What really is: every complaint carries a mark in its text (`[K12]`), every cell belongs to the
 * complaint in whose row it was first seen, and a cell that moves stays the same object. So the
 * model knows whose a row is and what was ever said of each complaint, whatever people do.
 */
export class Truth {
  readonly #owners = new WeakMap<Cell, string>();
  readonly #scanned = new WeakSet<Row>();
  readonly #said = new Map<string, Set<string>>();
  #lastComplaint = 0;
  /** Some columns were sorted without the others: what stands in a row is not said of its owner. */
  isMixedUp = false;
  /** An old version of the file was brought back. */
  wasRestored = false;
  /** Complaints of which one had its text overtyped with the other's, and nothing else. */
  readonly overtypedAlike = new Set<string>();

  newMark(): string {
    this.#lastComplaint += 1;
    return `K${this.#lastComplaint}`;
  }

  get complaints(): number {
    return this.#lastComplaint;
  }

  /** Looks at the log after somebody did something; `hint`: what a row without text is about. */
  scan(book: Book, hint: (log: LogTab, row: number) => string | undefined = () => undefined): void {
    const log = logTab(book);
    if (!log) return;
    for (const index of log.rows) {
      const row = log.tab.rows[index];
      if (!row || this.#scanned.has(row)) continue;
      const owner = this.rowOwner(log, index) ?? hint(log, index);
      if (owner === undefined) continue;
      this.#scanned.add(row);
      for (const key of STAFF_KEYS) {
        const cell = cellIn(log, index, key);
        if (cell?.value === undefined) continue;
        if (!this.#owners.has(cell)) this.#owners.set(cell, owner);
        this.#say(this.#owners.get(cell) ?? owner, key, plain(cell.value));
        if (!this.isMixedUp) this.#say(owner, key, plain(cell.value));
      }
      this.#noteOvertyped(log, index, owner);
    }
  }

  /** Somebody takes this row for another complaint from now on, before changing a word. */
  adopt(book: Book, row: number, mark: string): void {
    const log = logTab(book);
    for (const key of STAFF_KEYS) {
      const cell = log && cellIn(log, row, key);
      if (cell?.value !== undefined) this.#owners.set(cell, mark);
    }
  }

  #noteOvertyped(log: LogTab, row: number, owner: string): void {
    const others = REST.flatMap((key) => this.#ownerOf(cellIn(log, row, key)) ?? []);
    if (others.length < 2 || others.includes(owner)) return;
    for (const mark of [owner, ...others]) this.overtypedAlike.add(mark);
  }

  /** Everybody whose content stands in a row. */
  ownersIn(log: LogTab, row: number): string[] {
    return ["text", ...REST].flatMap((key) => this.#ownerOf(cellIn(log, row, key)) ?? []);
  }

  #ownerOf(cell: Cell | undefined): string | undefined {
    return cell?.value === undefined ? undefined : this.#owners.get(cell);
  }

  #say(owner: string, key: string, value: string): void {
    const known = this.#said.get(`${owner}/${key}`) ?? new Set();
    known.add(squeezed(value));
    this.#said.set(`${owner}/${key}`, known);
  }

  /** Whether a cell of that complaint ever said this. */
  wasSaid(owner: string, key: string, value: string): boolean {
    return this.#said.get(`${owner}/${key}`)?.has(squeezed(value)) === true;
  }

  everSaid(owner: string, key: string): string[] {
    return [...(this.#said.get(`${owner}/${key}`) ?? [])];
  }

  /** Whose row it is: whose its text is, else whose the rest of its content is. */
  rowOwner(log: LogTab, row: number): string | undefined {
    const text = cellIn(log, row, "text");
    const owner = this.#ownerOf(text) ?? markOf(plain(text?.value));
    if (owner !== undefined) return owner;
    return REST.map((key) => this.#ownerOf(cellIn(log, row, key))).find(
      (each) => each !== undefined,
    );
  }
}

/** Content beside the text, in the order in which it speaks for a row. */
export const REST = ["reporter", "reportedAt", "unit", "channel"];

export function markOf(text: string): string | undefined {
  return /\[(K\d+)\]/.exec(text)?.[1];
}

function squeezed(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim().toLowerCase();
}
