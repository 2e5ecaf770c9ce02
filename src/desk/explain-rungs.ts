import type { Calendar } from "./calendar.ts";
import type { Downtime } from "./custody.ts";
import { rungAt } from "./deadline.ts";
import type { TicketEvent } from "./event.ts";
import { rungName } from "./ladder.ts";
import type { Policy } from "./policy.ts";
import type { Run, Ticket } from "./ticket.ts";
import type { Instant } from "./time.ts";

/** By what a ticket is explained: the office's rules, and when the worker itself was away. */
export interface Ground {
  calendar: Calendar;
  downtimes: readonly Downtime[];
  policy: Pick<Policy, "stepFiveCount" | "ladder">;
  now: Instant;
}

export type RunGround = Ground & { events: readonly TicketEvent[] };

export interface ExplainedRung {
  /** `overdue/officer` */
  rung: string;
  /** When it was passed, or would be; null: without a deadline there is no time for it. */
  at: Instant | null;
  how: "sent" | "not-sent" | "to-come";
  /** In Indonesian: why it was not sent; else `""`. */
  why: string;
}

/** Every rung of a run's step: what was sent when, what was not and why, and what is to come. */
export function explainRungs(ticket: Ticket, run: Run, ground: RunGround): ExplainedRung[] {
  return ground.policy.ladder
    .filter(({ step }) => step === run.step)
    .map((each): ExplainedRung => {
      const rung = rungName(each);
      const mark = run.rungs.find((one) => one.rung === rung);
      if (mark?.how === "sent") return { rung, at: mark.at, how: "sent", why: "" };
      if (run.dueAt === null) {
        return { rung, at: null, how: "not-sent", why: "langkah ini sedang tanpa batas waktu" };
      }
      const isHigh = ticket.fields.priority === "Tinggi";
      const at = rungAt(ground.calendar, each, run.dueAt, isHigh);
      if (mark) return { rung, at, how: "not-sent", why: skipReason(ground.events, run, rung) };
      if (run.endedAt !== null) {
        return { rung, at, how: "not-sent", why: whyNot(run.endedAt, at) };
      }
      const isOver = each.kind === "warning" && ground.now > run.dueAt;
      return isOver
        ? { rung, at, how: "not-sent", why: "batas waktunya sudah lewat" }
        : { rung, at, how: "to-come", why: "" };
    });
}

function skipReason(events: readonly TicketEvent[], run: Run, rung: string): string {
  const event = events.findLast(
    (each) =>
      each.type === "rung" &&
      each.round === run.round &&
      each.step === run.step &&
      each.rung === rung,
  );
  return event?.type === "rung" && event.reason !== "" ? event.reason : "sudah terlewati";
}

function whyNot(endedAt: Instant, at: Instant): string {
  return endedAt <= at ? "langkah berakhir sebelumnya" : "perubahan di log saat itu belum tetap";
}
