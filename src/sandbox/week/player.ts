import { STAFF } from "../example-office.ts";
import type { ReceivedMail } from "../mail/received.ts";
import type { SentMail } from "../office/correspondence.ts";
import { firstFreeRow, tableOf, typeInto, type TableRow } from "../office/table.ts";
import type { OfficeParts } from "../office.ts";
import {
  isMessage,
  type Act,
  type DeleteRowAct,
  type FormAct,
  type MailAct,
  type MessageAct,
  type TypedAct,
} from "./act.ts";
import { numberOf, rowOf } from "./judge.ts";
import { lettersIn } from "./letters.ts";

const LOG = "Log Aduan";
const STAFF_MEMBER = STAFF.sri.name;

type Office = Pick<OfficeParts, "google" | "mail" | "form" | "correspondence">;

/** Does what the script says, as the people of the office would: by mail, form and sheet. */
export class Player {
  readonly #office: Office;
  readonly #acts: ReadonlyMap<string, MessageAct>;
  readonly #mails = new Map<string, SentMail>();
  readonly #responses = new Map<string, string>();

  constructor(office: Office, acts: readonly Act[]) {
    this.#office = office;
    this.#acts = new Map(acts.filter(isMessage).map((act) => [act.id, act]));
  }

  async play(act: Act): Promise<void> {
    switch (act.do) {
      case "mail":
        return this.#mail(act);
      case "form":
        return this.#form(act);
      case "type-row":
        return this.#typeRow(act);
      case "cells":
        return this.#type(this.#rowOf(act.of).index, act.cells);
      case "delete-row":
        return this.#deleteRow(act);
      case "sort": {
        const key = { column: act.header, descending: !act.ascending };
        return this.#office.google.people.sort({ tab: LOG }, key, STAFF_MEMBER);
      }
      case "move-column": {
        const to = Object.keys(tableOf(this.#office.google, LOG)[0]?.cells ?? {});
        const place = to.indexOf(act.before);
        return this.#office.google.people.moveColumn(LOG, act.header, place, STAFF_MEMBER);
      }
    }
  }

  /** What the row of a message's ticket says now; undefined while it has none. */
  row(id: string): Readonly<Record<string, string>> | undefined {
    const act = this.#acts.get(id);
    return (
      act &&
      rowOf(
        act,
        this.#log().map(({ cells }) => cells),
      )
    );
  }

  async #mail(act: MailAct): Promise<void> {
    const { correspondence } = this.#office;
    const answered = act.answers && this.#letter(act, act.answers);
    if (act.copyOf !== undefined) {
      const original = this.#mails.get(act.copyOf);
      if (original) await correspondence.again(original);
      return;
    }
    if (act.bounce) {
      if (answered) await correspondence.bounce(answered, act.from);
      return;
    }
    const { from, text, html, pictures, headers } = act;
    const sent = await correspondence.write({
      from,
      subject: this.#withNumbers(act.subject),
      text,
      ...(html === undefined ? {} : { html }),
      ...(pictures === undefined ? {} : { pictures }),
      ...(headers === undefined ? {} : { headers }),
      ...(answered === undefined ? {} : { answers: answered }),
    });
    this.#mails.set(act.id, sent);
  }

  #form({ id, answers, edits }: FormAct): void {
    const { form } = this.#office;
    if (edits === undefined) this.#responses.set(id, form.submit(answers));
    else form.edit(this.#responses.get(edits) ?? "", answers);
  }

  #typeRow({ above, cells }: TypedAct): void {
    const { people } = this.#office.google;
    const row = above === undefined ? firstFreeRow(this.#log()) : this.#rowOf(above).index;
    if (above !== undefined) people.insertRows(LOG, row, 1, STAFF_MEMBER);
    this.#type(row, cells);
  }

  #deleteRow({ of }: DeleteRowAct): void {
    this.#office.google.people.deleteRows(LOG, this.#rowOf(of).index, 1, STAFF_MEMBER);
  }

  #type(row: number, cells: Readonly<Record<string, string>>): void {
    const texts = Object.entries(cells).map(([name, text]) => [name, this.#withNumbers(text)]);
    typeInto(this.#office.google, { tab: LOG, row }, Object.fromEntries(texts), STAFF_MEMBER);
  }

  #log(): TableRow[] {
    return tableOf(this.#office.google, LOG);
  }

  #rowOf(id: string): TableRow {
    const cells = this.row(id);
    const row = cells && this.#log().find((each) => numberOf(each.cells) === numberOf(cells));
    if (!row) throw new WeekError(`${id} has no row in the log`);
    return row;
  }

  /** The last letter of that kind about that ticket which the writer got. */
  #letter(act: MailAct, { kind, of }: NonNullable<MailAct["answers"]>): ReceivedMail {
    const number = numberOf(this.row(of) ?? {});
    const reader = act.bounce ? this.#writerOf(of) : act.from.address;
    const letter = lettersIn(this.#office.mail.mailboxes).findLast(
      (each) => each.kind === kind && each.number === number && each.to === reader,
    );
    if (!letter) throw new WeekError(`${act.id}: ${reader} got no letter ${kind} about ${of}`);
    return letter.mail;
  }

  #writerOf(id: string): string {
    const act = this.#acts.get(id);
    return act?.do === "mail" ? act.from.address : "";
  }

  #withNumbers(text: string): string {
    return text.replaceAll(/\{nomor:([a-z0-9-]+)\}/g, (_, id: string) =>
      numberOf(this.row(id) ?? {}),
    );
  }
}

/** Something that people wanted to do and could not, because the worker had not done its part. */
export class WeekError extends Error {
  override name = "WeekError" as const;
}
