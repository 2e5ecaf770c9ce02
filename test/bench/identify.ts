import type { Known, SeenRow } from "../../src/sheet/identity.ts";
import { identify } from "../../src/sheet/identify.ts";
import type { Row } from "./table.ts";

const ROUNDS = 5;

/** Which row is which ticket, alone: rows as they stood, sorted anew, and after a day's accidents. */
export function benchIdentify({ short }: { short: boolean }): Row[] {
  const size = short ? 1_000 : 5_000;
  const { known, rows } = aLog(size);
  const random = mulberry(20_261_128);
  const moved = shuffled(rows, random);
  const hurt = moved.map((row) => (random() < 0.02 ? injured(row, random) : row));
  return [
    { what: `identify ${size} rows, unchanged`, value: timed(known, rows), unit: "ms" },
    { what: `identify ${size} rows, sorted anew`, value: timed(known, moved), unit: "ms" },
    { what: `identify ${size} rows, 2 % of them hurt`, value: timed(known, hurt), unit: "ms" },
    {
      what: `identify ${size} rows, numbers and times gone`,
      value: timed(
        known,
        moved.map((row) => ({
          ...row,
          number: "",
          typed: "",
          witness: { ...row.witness, time: "" },
        })),
      ),
      unit: "ms",
    },
    {
      what: `identify ${size} rows, all numbers gone`,
      value: timed(
        known,
        moved.map((row) => ({ ...row, number: "", typed: "", code: "" })),
      ),
      unit: "ms",
    },
  ];
}

function timed(known: readonly Known[], rows: readonly SeenRow[]): number {
  identify(known, rows);
  const began = performance.now();
  for (let round = 0; round < ROUNDS; round++) identify(known, rows);
  return (performance.now() - began) / ROUNDS;
}

function aLog(size: number): { known: Known[]; rows: SeenRow[] } {
  const known: Known[] = [];
  const rows: SeenRow[] = [];
  for (let nth = 0; nth < size; nth++) {
    const number = `JKD-2026-${String(nth + 1).padStart(4, "0")}`;
    const witness = {
      time: `2026-11-${String((nth % 28) + 1).padStart(2, "0")} 08:${String(nth % 60).padStart(2, "0")}:17`,
      channel: "email",
      unit: `kecamatan ${nth % 140}`,
      reporter: `pelapor ${nth}`,
      text: `jaringan di ruang ${nth} terputus sejak pagi, lampu modem merah dan tidak ada sinyal`,
    };
    known.push({
      number,
      witness,
      confirmed: true,
      born: false,
      isClaim: false,
      question: null,
      disowned: [],
    });
    rows.push({
      id: `r${nth}`,
      index: nth + 1,
      number,
      word: "",
      typed: number,
      code: number,
      witness,
    });
  }
  return { known, rows };
}

/** What people do to single rows: a number cleared or dragged, a text retyped. */
function injured(row: SeenRow, random: () => number): SeenRow {
  const kind = Math.floor(random() * 3);
  if (kind === 0) return { ...row, number: "", typed: "" };
  if (kind === 1) return { ...row, number: "JKD-2026-0001", typed: "JKD-2026-0001" };
  return { ...row, witness: { ...row.witness, text: `${row.witness.text}, mohon segera` } };
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const left = [...items];
  for (let at = left.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const [a, b] = [left[at], left[other]];
    if (a !== undefined && b !== undefined) [left[at], left[other]] = [b, a];
  }
  return left;
}

/** The same numbers at every run. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
