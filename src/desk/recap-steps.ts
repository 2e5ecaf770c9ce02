import type { TimedStep } from "./sop.ts";
import type { Run, Ticket } from "./ticket.ts";

/** The runs of one SOP step: total = on time + late + unmeasured + not counted + running. */
export interface StepFigures {
  step: TimedStep;
  total: number;
  onTime: number;
  late: number;
  unmeasured: number;
  /** Not owed, cancelled, or without a clock. */
  notCounted: number;
  running: number;
}

const STEPS: readonly TimedStep[] = [2, 3, 4, 5, 6];

export function stepFigures(tickets: readonly Ticket[]): StepFigures[] {
  const runs = tickets.flatMap((ticket) => ticket.runs);
  return STEPS.map((step) =>
    figuresOf(
      step,
      runs.filter((run) => run.step === step),
    ),
  );
}

function figuresOf(step: TimedStep, runs: readonly Run[]): StepFigures {
  const ended = (outcome: Run["outcome"]) => runs.filter((run) => run.outcome === outcome).length;
  const running = runs.filter((run) => run.endedAt === null).length;
  const onTime = ended("on-time");
  const late = ended("late");
  const unmeasured = ended("unmeasured");
  return {
    step,
    total: runs.length,
    onTime,
    late,
    unmeasured,
    notCounted: runs.length - onTime - late - unmeasured - running,
    running,
  };
}
