import { HOUR, MINUTE, type Duration } from "./time.ts";

/** The steps of SOP 555/966/18.03/2021 that the worker times. Step 1 is the reporter's own time. */
export type TimedStep = 2 | 3 | 4 | 5 | 6;
export type Step = 1 | TimedStep | 7;

export interface SopStep {
  step: Step;
  /** As printed in *Tahap SOP* after "Langkah n – ". */
  name: string;
  /** The SOP's limit; undefined where it sets none or it is not ours. */
  limit: Duration | undefined;
}

/** The SOP "Penanganan Aduan Jaringan Komunikasi Data", as data. */
export const SOP_STEPS: readonly SopStep[] = [
  { step: 1, name: "Pelaporan", limit: undefined },
  { step: 2, name: "Penerimaan", limit: 10 * MINUTE },
  { step: 3, name: "Identifikasi", limit: 30 * MINUTE },
  { step: 4, name: "Perbaikan daring/telepon", limit: HOUR },
  { step: 5, name: "Perbaikan lapangan", limit: 24 * HOUR },
  { step: 6, name: "Laporan penanganan", limit: HOUR },
  { step: 7, name: "Pencatatan dalam log", limit: undefined },
];

export const SOP_NUMBER = "555/966/18.03/2021";

/** `Langkah 3 – Identifikasi`, as people read it. */
export function stepTitle(step: Step): string {
  const found = SOP_STEPS.find((each) => each.step === step);
  return `Langkah ${step} – ${found?.name ?? ""}`;
}
