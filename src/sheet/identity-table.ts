import type { Binding, Frozen, Known, QuestionKind, SeenRow } from "./identity.ts";
import { nearness } from "./nearness.ts";
import { printOf, type Witness } from "./witness.ts";

/** Fields that differ from complaint to complaint and are compared as they are. */
const SHARED_FIELDS = ["time", "reporter", "unit"] as const;

/** Rows and tickets of one reading, and which of them have found each other. */
export class IdentityTable {
  readonly bound = new Map<string, Binding>();
  readonly frozen = new Map<string, Frozen>();
  readonly known: ReadonlyMap<string, Known>;
  readonly rows: readonly SeenRow[];
  private readonly taken = new Set<string>();
  private readonly numbered = new Map<string, SeenRow[]>();
  private readonly coded = new Map<string, SeenRow[]>();
  private readonly byPrint = new Map<string, string[]>();
  private readonly byField = SHARED_FIELDS.map(
    (field) => [field, new Map<string, SeenRow[]>()] as const,
  );
  private readonly said = new Map<string, SeenRow[]>();

  constructor(known: readonly Known[], rows: readonly SeenRow[]) {
    this.known = new Map(known.map((ticket) => [ticket.number, ticket]));
    this.rows = rows;
    for (const row of rows) {
      push(this.numbered, row.number, row);
      push(this.coded, row.code, row);
      for (const [field, some] of this.byField) push(some, row.witness[field], row);
      if (row.word === "ok") push(this.said, row.number, row);
    }
    for (const { number, witness } of known) push(this.byPrint, printOf(witness), number);
  }

  isSettled(number: string): boolean {
    return this.bound.has(number) || this.frozen.has(number);
  }

  isFree(row: SeenRow): boolean {
    return !this.taken.has(row.id);
  }

  /** Free rows with this number in *No. Aduan*; a word of a person beside it counts as none. */
  withNumber(number: string): SeenRow[] {
    return (this.numbered.get(number) ?? []).filter((row) => row.word === "" && this.isFree(row));
  }

  /** Free rows on which a person said "this is it". */
  withWord(number: string): SeenRow[] {
    return (this.said.get(number) ?? []).filter((row) => this.isFree(row));
  }

  /**
   * Rows that could say the same, top down: of a field that both have filled they must share the
   * value, and the field that leaves the fewest is asked.
   */
  mayEqual(witness: Witness): readonly SeenRow[] {
    let best: readonly SeenRow[][] = [];
    let fewest = this.rows.length;
    for (const [field, rows] of this.byField) {
      if (witness[field] === "") continue;
      const lists = [rows.get(witness[field]) ?? [], rows.get("") ?? []];
      const count = lists.reduce((sum, { length }) => sum + length, 0);
      if (count < fewest) [best, fewest] = [lists, count];
    }
    if (fewest === this.rows.length) return this.rows;
    const filled = best.filter(({ length }) => length > 0);
    const [only] = filled;
    if (filled.length <= 1) return only ?? [];
    return filled.flat().toSorted((a, b) => a.index - b.index);
  }

  withCode(number: string): SeenRow[] {
    return (this.coded.get(number) ?? []).filter((row) => row.word !== "new" && this.isFree(row));
  }

  /** Free rows without the number of a known ticket, and not said to be another complaint. */
  unnumbered(ticket: Known): SeenRow[] {
    return this.rows.filter(
      (row) => this.isFree(row) && !this.isLive(row) && mayBe(ticket, row) && row.word === "",
    );
  }

  isLive(row: SeenRow): boolean {
    return row.number !== "" && this.known.has(row.number);
  }

  /** The row says word for word what another ticket says. */
  isAnothers(row: SeenRow, ticket: Known): boolean {
    const owners = this.byPrint.get(printOf(row.witness)) ?? [];
    return owners.some((number) => number !== ticket.number) && !owners.includes(ticket.number);
  }

  bind(ticket: Known, row: SeenRow, by: Binding["by"]): void {
    this.taken.add(row.id);
    const edited = nearness(ticket.witness, row.witness) !== "equal";
    this.bound.set(ticket.number, { row, by, edited });
  }

  freeze(ticket: Known, question: QuestionKind, rows: SeenRow[]): void {
    for (const row of rows) this.taken.add(row.id);
    this.frozen.set(ticket.number, { question, rows });
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** An unnumbered row whose content people said is not this ticket's stays apart from it. */
export function mayBe(ticket: Pick<Known, "number" | "disowned">, row: SeenRow): boolean {
  if (row.word === "new") return false;
  if (row.number === ticket.number || ticket.disowned.length === 0) return true;
  return !ticket.disowned.some((content) => sameContent(content, row.witness));
}

function sameContent(a: Witness, b: Witness): boolean {
  return printOf(a) === printOf(b) || nearness(a, b) === "equal";
}
