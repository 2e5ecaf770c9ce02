import { makeCalendar } from "../desk/calendar.ts";
import { CATEGORIES, CHANNELS, PRIORITIES } from "../desk/complaint.ts";
import type { Office } from "../desk/office.ts";
import { recapOf } from "../desk/recap.ts";
import type { Run, Ticket } from "../desk/ticket.ts";
import { HOUR, MINUTE } from "../desk/time.ts";
import type { ExampleDraft } from "./examples-draft.ts";
import { DIVISION_HEAD, SECTION_HEAD } from "./examples-draft.ts";
import { at, exampleRun, exampleTicket } from "./examples-office.ts";

/** The recap of a busy month with five before it, and of a month with hardly anything in it. */
export function exampleRecap(office: Office): ExampleDraft[] {
  const now = at(1, 8, 0, 12);
  const calendar = makeCalendar(office.policy.calendar);
  const tickets = Array.from({ length: 180 }, (_, nth) => monthTicket(nth));
  const full = recapOf("2026-11", tickets, { calendar, now });
  const small = recapOf("2026-11", tickets.slice(-3), { calendar, now, monthsBefore: 1 });
  return [
    {
      name: "rekapitulasi-bulanan",
      to: SECTION_HEAD,
      facts: { kind: "recap", month: full.month, recap: full },
      now,
    },
    {
      name: "rekapitulasi-bulan-sepi",
      to: DIVISION_HEAD,
      facts: { kind: "recap", month: small.month, recap: small },
      now,
    },
  ];
}

const UNITS = [
  "Kecamatan Dawe",
  "Desa Colo",
  "Dinas Kesehatan",
  "Desa Rahtawu",
  "Dinas Perhubungan",
  "Kecamatan Jekulo",
  "Puskesmas Mejobo",
  "Desa Undaan Kidul",
  "Dinas Pertanian",
  "Kelurahan Mlati Kidul",
  "RSUD Contoh",
  "Badan Keuangan Daerah",
];
const CAUSES = ["Adaptor/PoE rusak", "Kabel putus", "Gangguan penyedia", "Konfigurasi", ""];
const OFFICERS = ["Budi Hartono", "Tono Prakoso", "Sari Melati"];

/** Thirty a month from June to November; the pattern is fixed, so that the preview is too. */
function monthTicket(nth: number): Ticket {
  const month = 6 + Math.floor(nth / 30);
  const reportedAt = at(1 + ((nth * 7) % 27), 8 + (nth % 7), (nth * 13) % 60, month);
  const step = nth % 3 === 0 ? 5 : 4;
  const took = step === 5 ? (4 + (nth % 30)) * HOUR : (15 + ((nth * 11) % 70)) * MINUTE;
  const open = month === 11 && nth % 9 === 0;
  const cancelled = !open && nth % 29 === 5;
  const startedAt = reportedAt + 30 * MINUTE;
  const endedAt = open ? null : startedAt + took;
  const officer = pick(OFFICERS, nth);
  return exampleTicket(
    {
      reportedAt,
      unit: pick(UNITS, nth * nth + nth),
      category: pick(CATEGORIES, nth * 5 + (nth % 4)),
      channel: pick(CHANNELS, nth % 5),
      priority: pick(PRIORITIES, nth),
      cause: open ? "" : pick(CAUSES, nth),
      officers: officer,
      subject: "Gangguan jaringan",
    },
    {
      number: `JKD-2026-${String(nth + 1).padStart(4, "0")}`,
      phase: open ? "open" : cancelled ? "cancelled" : "closed",
      phaseSince: endedAt ?? reportedAt,
      round: nth % 17 === 0 ? 2 : 1,
      assigned: [officer],
      runs: runsOf(step, startedAt, {
        endedAt,
        cancelled,
        late: nth % 6 === 1,
        lost: nth % 23 === 2,
      }),
      stretches: [
        { from: reportedAt, status: "Dikerjakan", officers: [officer] },
        ...(nth % 12 === 1
          ? [{ from: startedAt, status: "Menunggu Pihak Ketiga" as const, officers: [officer] }]
          : []),
      ],
    },
  );
}

function runsOf(
  step: 4 | 5,
  startedAt: number,
  how: { endedAt: number | null; cancelled: boolean; late: boolean; lost: boolean },
): Run[] {
  const { endedAt, cancelled, late, lost } = how;
  const outcome = cancelled ? "cancelled" : lost ? "unmeasured" : late ? "late" : "on-time";
  const before = startedAt - 30 * MINUTE;
  const limit = step === 4 ? HOUR : 24 * HOUR;
  return [
    exampleRun({ step: 2, startedAt: before, endedAt: before + MINUTE, outcome: "on-time" }),
    exampleRun({
      step: 3,
      startedAt: before,
      endedAt: startedAt,
      outcome: late ? "late" : "on-time",
    }),
    exampleRun({
      step,
      startedAt,
      limit,
      dueAt: startedAt + limit,
      endedAt,
      outcome: endedAt === null ? null : outcome,
    }),
  ];
}

function pick<T>(list: readonly T[], nth: number): T {
  const found = list[nth % list.length];
  if (found === undefined) throw new RangeError("Cannot pick from an empty list");
  return found;
}
