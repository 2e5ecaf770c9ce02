import { copyBook } from "./book.ts";
import type { Book } from "./book.ts";
import { recalculate } from "./formulas.ts";
import { undone } from "./undo.ts";

/** The spreadsheet over time: who changed it, what it was before. */
export interface Store {
  book(): Book;
  /** Rises with every change. */
  revision(): number;
  /** Changes a copy and puts it in place at the end; when `work` throws nothing has happened. */
  change<T>(by: string, work: (draft: Book) => T): T;
  /** Takes the last change of a person back; false when there is none. */
  undo(by: string): boolean;
  /** What the book was at the end of a revision, for a restore. */
  version(revision: number): Book | undefined;
  replace(by: string, book: Book): void;
  onChange(callback: (change: Change) => void): () => void;
}

export interface Change {
  revision: number;
  by: string;
}

/** Older versions are forgotten: a long week must not fill the memory. */
const KEPT_VERSIONS = 500;

export function createStore(first: Book): Store {
  let current = first;
  let revision = 1;
  const versions = new Map<number, { book: Book; by: string }>([[1, { book: first, by: "" }]]);
  const listeners = new Set<(change: Change) => void>();

  function put(by: string, book: Book): void {
    current = recalculate(book);
    revision += 1;
    versions.set(revision, { book: current, by });
    versions.delete(revision - KEPT_VERSIONS);
    for (const listener of listeners) listener({ revision, by });
  }

  return {
    book: () => current,
    revision: () => revision,
    change(by, work) {
      const draft = copyBook(current);
      const result = work(draft);
      put(by, draft);
      return result;
    },
    undo(by) {
      const last = [...versions].findLast(([, version]) => version.by === by);
      const before = last && versions.get(last[0] - 1);
      if (!before) return false;
      const [, step] = last;
      // The next undo takes the step before this one.
      step.by = `${by} (diurungkan)`;
      put(`${by} (urungkan)`, copyBook(undone(before.book, step.book, current)));
      return true;
    },
    version: (wanted) => versions.get(wanted)?.book,
    replace: (by, book) => put(by, copyBook(book)),
    onChange(callback) {
      listeners.add(callback);
      return () => listeners.delete(callback);
    },
  };
}
