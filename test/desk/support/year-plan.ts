import type { Priority } from "../../../src/desk/complaint.ts";
import type { StaffFields } from "../../../src/desk/ticket.ts";
import type { Minutes } from "./year-minutes.ts";

/** What staff do to a row: typed after one beat, seen at the next, settled two minutes later. */
export interface Act {
  typed: number;
  seen: number;
  settled: number;
  /** The reading before the one that saw it. */
  before: number;
  cells: Partial<StaffFields>;
}

export interface TicketPlan {
  arrives: number;
  /** The first beat at or after its arrival; the acknowledgement is handed over at once. */
  noticed: number;
  hold: { from: Act; to: Act } | null;
  identified: Act;
  priority: Priority;
  visit: boolean;
  handedOver: Act | null;
  thirdParty: { from: Act; to: Act } | null;
  finished: Act;
  /** Waktu Selesai, where staff typed one. */
  finishedAt: number | null;
}

export interface YearPlan {
  minutes: Minutes;
  /** 1 at the minutes in which the worker reads and decides. */
  beats: Uint8Array;
  downtimes: { from: number; to: number }[];
  tickets: TicketPlan[];
}

/** A year of an office: arrivals at all hours, staff quick and slow, the worker down now and then. */
export function planYear(minutes: Minutes, count: number, seed: number): YearPlan {
  const random = randomFrom(seed);
  const int = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const arrivals = Array.from({ length: count }, () => {
    const any = int(0, 350 * 1440);
    return random() < 0.8 ? later(minutes.open, any, 1) - 1 : any;
  }).toSorted((a, b) => a - b);
  const downtimes = downtimesOf(int);
  const beats = beatsOf(minutes.open, arrivals, downtimes);
  const tickets = arrivals.map((arrives) => planTicket(arrives));
  return { minutes, beats, downtimes, tickets };

  function planTicket(arrives: number): TicketPlan {
    const noticed = beatFrom(beats, arrives);
    let last = noticed;
    const act = (delay: number, cells: Partial<StaffFields>): Act => {
      const typed = later(minutes.open, last, delay);
      const seen = beatFrom(beats, typed + 1);
      const settled = beatFrom(beats, seen + 2);
      last = settled;
      let before = seen - 1;
      while (beats[before] === 0) before--;
      return { typed, seen, settled, before, cells };
    };
    const pair = (chance: number, longest: number, [on, off]: StaffFields["status"][]) =>
      random() < chance
        ? {
            from: act(int(1, 40), { status: on ?? "Baru" }),
            to: act(int(1, longest), { status: off ?? "Baru" }),
          }
        : null;
    const hold = pair(0.25, 900, ["Menunggu Info", "Baru"]);
    const visit = random() < 0.4;
    const priority = (["Tinggi", "Sedang", "Rendah"] as const)[int(0, 2)] ?? "Sedang";
    const identified = act(int(1, 70), {
      priority,
      visit: visit ? "Perlu" : "Tidak perlu",
      officers: "Budi Santoso",
    });
    const handedOver = random() < 0.15 ? act(int(1, 60), { officers: "Tono Wibowo" }) : null;
    const thirdParty = pair(0.2, 600, ["Menunggu Pihak Ketiga", "Dikerjakan"]);
    const finished = act(visit ? int(30, 2_400) : int(5, 500), {
      status: "Selesai",
      result: "Beres",
    });
    const isTyped = random() < 0.3;
    const finishedAt = isTyped ? int(identified.seen, finished.typed) : null;
    if (finishedAt !== null) finished.cells.finishedAt = finishedAt;
    return {
      arrives,
      noticed,
      hold,
      identified,
      priority,
      visit,
      handedOver,
      thirdParty,
      finished,
      finishedAt,
    };
  }
}

export function actsOf(plan: TicketPlan): Act[] {
  const { hold, identified, handedOver, thirdParty, finished } = plan;
  return [
    hold?.from,
    hold?.to,
    identified,
    handedOver,
    thirdParty?.from,
    thirdParty?.to,
    finished,
  ].filter((act) => act !== undefined && act !== null);
}

/** The minute before which so many open minutes have passed since `from`. */
function later(open: Uint8Array, from: number, count: number): number {
  let minute = from;
  for (let left = count; left > 0; minute++) left -= open[minute] ?? 1;
  return minute;
}

export function beatFrom(beats: Uint8Array, from: number): number {
  const found = beats.indexOf(1, from);
  return found === -1 ? Number.POSITIVE_INFINITY : found;
}

function downtimesOf(int: (from: number, to: number) => number): { from: number; to: number }[] {
  return Array.from({ length: 100 }, (_, nth) => {
    const from = nth * 5_000 + int(0, 1440);
    return { from, to: from + (nth % 10 === 0 ? int(600, 3_000) : int(6, 500)) };
  });
}

/** Every minute in hours and a little after them, and whenever a mail wakes the worker. */
function beatsOf(
  open: Uint8Array,
  arrivals: readonly number[],
  downtimes: readonly { from: number; to: number }[],
): Uint8Array {
  const beats = open.slice();
  for (const [minute, isOpen] of open.entries()) {
    if (isOpen === 1 && open[minute + 1] === 0) beats.fill(1, minute, minute + 8);
  }
  for (const arrival of arrivals) beats[arrival] = 1;
  for (const { from, to } of downtimes) beats.fill(0, from, to);
  return beats;
}

/** mulberry32: small, and the same year for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
