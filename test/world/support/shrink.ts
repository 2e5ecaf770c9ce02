import type { Step } from "./actions.ts";

/**
 * A shorter history that still fails: steps and second actions are left out as long as it does,
 * then gaps and quiet moments are made plain. Slower shrinking would find little more.
 */
export async function shrunk(
  steps: readonly Step[],
  fails: (steps: readonly Step[]) => Promise<boolean>,
): Promise<readonly Step[]> {
  let best = steps;
  let isSmaller = true;
  while (isSmaller) {
    isSmaller = false;
    for (const candidate of smaller(best)) {
      if (!(await fails(candidate))) continue;
      best = candidate;
      isSmaller = true;
      break;
    }
  }
  return best;
}

function* smaller(steps: readonly Step[]): Generator<readonly Step[]> {
  for (
    let size = Math.ceil(steps.length / 2);
    size > 0;
    size = size > 1 ? Math.ceil(size / 2) : 0
  ) {
    for (let at = 0; at < steps.length; at += size) {
      const left = steps.toSpliced(at, size);
      if (left.length > 0) yield left;
    }
  }
  for (const [at, step] of steps.entries()) {
    const { actions, between, beats } = step;
    if (actions.length > 1) {
      for (const only of actions) yield steps.with(at, { ...step, actions: [only] });
    }
    if (between) yield steps.with(at, { ...step, between: false });
    if (beats > 1) yield steps.with(at, { ...step, beats: beats - 1 });
  }
}
