/** Which numbers have been given; part of what decisions remember. */
export interface Numbering {
  /** Last serial given per year. */
  serials: Record<string, number>;
  /** Serials per year that somebody typed into the log by hand: skipped, each by itself. */
  foreign?: Record<string, number[]>;
}

/** Serials that a reading shows, per year: those the worker wrote, and those it does not know. */
export interface SeenSerials {
  own: Record<string, number>;
  foreign: Record<string, number[]>;
}

/**
 * A number that stands in the Sheet is never given again (DESIGN 5.3). The worker's own raise the
 * series; one that a person typed is only left out, so that `JKD-2026-9999` costs one number and
 * not nine thousand.
 */
export function withSeen<T extends Numbering>(memory: T, { own, foreign }: SeenSerials): T {
  const serials = { ...memory.serials };
  for (const [year, serial] of Object.entries(own)) {
    serials[year] = Math.max(serials[year] ?? 0, serial);
  }
  return { ...memory, serials, foreign };
}

/** The next serial of a year, given away: what is remembered from now on. */
export function withNext<T extends Numbering>(
  memory: T,
  year: string,
): { memory: T; serial: number } {
  const foreign = new Set(memory.foreign?.[year]);
  let serial = (memory.serials[year] ?? 0) + 1;
  while (foreign.has(serial)) serial += 1;
  return { memory: { ...memory, serials: { ...memory.serials, [year]: serial } }, serial };
}
