/** Readings for which a row that was sent may still show up before it is sent again. */
const READINGS = 2;

/**
 * Births whose answer was lost. Kept by the process, as the memory of that pass was lost with the
 * answer (DESIGN 5.3: a birth not seen after an unsure append waits two readings).
 */
export class UnsureBirths {
  readonly #left = new Map<string, number>();

  sent(numbers: Iterable<string>): void {
    for (const number of numbers) this.#left.set(number, READINGS);
  }

  settled(numbers: Iterable<string>): void {
    for (const number of numbers) this.#left.delete(number);
  }

  /** For one reading: number → readings left after it. */
  take(): Map<string, number> {
    const now = new Map(this.#left);
    for (const [number, left] of now) {
      if (left <= 1) this.#left.delete(number);
      else this.#left.set(number, left - 1);
    }
    return now;
  }
}
