import type { Witness } from "./witness.ts";

/** What staff are asked about a ticket whose row cannot be told (DESIGN 5.3). */
export type QuestionKind = "ganda" | "pilih" | "isi lain" | "hilang";

export interface Question {
  kind: QuestionKind;
  /** Contents that bore the number when it was asked: clearing it there says "not this one". */
  numbered: Witness[];
}

/** A ticket or a claim, as far as rows can speak for it. */
export interface Known {
  number: string;
  witness: Witness;
  /** A reading showed number and content on one row after our last write of the number. */
  confirmed: boolean;
  /** Its row was appended whole and no reading has shown it since: number and Kode prove it. */
  born: boolean;
  /** A typed row was given the number, and nobody has heard of it yet. */
  isClaim: boolean;
  question: Question | null;
  /** Contents that people said are not this ticket's. */
  disowned: readonly Witness[];
}

/** A row of the log that holds anything people or the worker would recognise. */
export interface SeenRow {
  /** Good for this reading only. */
  id: string;
  index: number;
  /** As the office writes it, or `""`. */
  number: string;
  /** *No. Aduan* as typed. */
  typed: string;
  /** `ok`: "JKD-… OK"; `new`: BARU. */
  word: "" | "ok" | "new";
  code: string;
  witness: Witness;
}

export interface Binding {
  row: SeenRow;
  by: "word" | "number and content" | "content" | "number" | "code" | "nearness";
  /** The content is not the witness: a person edited the row. */
  edited: boolean;
}

export interface Frozen {
  question: QuestionKind;
  rows: SeenRow[];
}

/** A row that bears the number of a ticket which it is not. */
export interface Stray {
  row: SeenRow;
  number: string;
  /** A copy by its content: it keeps the number until staff say what it is. */
  near: boolean;
  /** The worker's own write landed there: taken back at once. */
  ours: boolean;
}

export interface Identity {
  bound: Map<string, Binding>;
  frozen: Map<string, Frozen>;
  missing: string[];
  strays: Stray[];
}
