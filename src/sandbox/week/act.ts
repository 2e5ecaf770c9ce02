import type { LetterKind } from "../../desk/letter.ts";
import type { Instant } from "../../desk/time.ts";
import type { Person } from "../example-office.ts";

/** What must have become of a message some minutes after it came. */
export type Expectation =
  /** A ticket of its own; `acknowledgedTo`: who gets the number by letter, null: nobody. */
  | { becomes: "ticket"; acknowledgedTo: string | null }
  /** Part of another message's ticket; its words stand in *Pesan Terakhir* when `shown`. */
  | { becomes: "part"; of: string; shown: boolean }
  /** Neither ticket nor answer; `listed`: a line in *Surat Lain*. */
  | { becomes: "nothing"; listed: boolean };

interface Common {
  at: Instant;
}

interface Written extends Common {
  /** A name within the week, for `of` and `answers`; `{nomor:id}` in texts stands for its number. */
  id: string;
  /** A piece of its text that occurs in no other message; left out: how the text begins. */
  mark?: string;
  expect: Expectation;
}

export interface MailAct extends Written {
  do: "mail";
  from: Person;
  subject: string;
  text: string;
  html?: string;
  pictures?: readonly string[];
  headers?: Readonly<Record<string, string>>;
  /** Answers the last letter of this kind about that message's ticket in the writer's mailbox. */
  answers?: { kind: LetterKind; of: string };
  /** A delivery report about the last letter to the writer. */
  bounce?: true;
  /** The very same mail as that one once more, as a second route would bring it. */
  copyOf?: string;
}

export interface FormAct extends Written {
  do: "form";
  /** Answers by the question's title. */
  answers: Readonly<Record<string, string>>;
  /** Changes that earlier response instead of sending a new one. */
  edits?: string;
}

/** A row that staff type; cells by header. */
export interface TypedAct extends Written {
  do: "type-row";
  /** At the end of the log, or in a row inserted above that ticket's. */
  above?: string;
  cells: Readonly<Record<string, string>>;
}

/** Cells of a ticket's row that staff change. */
export interface CellsAct extends Common {
  do: "cells";
  of: string;
  cells: Readonly<Record<string, string>>;
}

export interface SortAct extends Common {
  do: "sort";
  header: string;
  ascending: boolean;
}

export interface DeleteRowAct extends Common {
  do: "delete-row";
  of: string;
}

/** A whole column dragged elsewhere. */
export interface MoveColumnAct extends Common {
  do: "move-column";
  header: string;
  before: string;
}

export type MessageAct = MailAct | FormAct | TypedAct;
export type Act = MessageAct | CellsAct | SortAct | DeleteRowAct | MoveColumnAct;

/** A letter that somebody must have got about a message's ticket, that many times. */
export interface ExpectedLetter {
  kind: LetterKind;
  of: string;
  to: string;
  times: number;
}

const MARK_LENGTH = 36;

/** How a message is found again in cells and letters. */
export function markOf(act: MessageAct): string {
  return flat(act.mark ?? textOf(act)).slice(0, MARK_LENGTH);
}

/** White space collapsed, so that wrapped lines compare. */
export function flat(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

/** The reporter's own words. */
export function textOf(act: MessageAct): string {
  if (act.do === "mail") return act.text;
  if (act.do === "form") return act.answers["Uraian"] ?? "";
  return act.cells["Uraian Aduan"] ?? "";
}

export function isMessage(act: Act): act is MessageAct {
  return act.do === "mail" || act.do === "form" || act.do === "type-row";
}
