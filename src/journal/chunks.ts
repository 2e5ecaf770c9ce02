/** SQLite binds at most 32,766 values in one statement; our widest row has six. */
const ROWS_AT_ONCE = 500;

/** The list in pieces that one statement can bind; none for an empty list. */
export function* chunks<T>(list: readonly T[]): Generator<T[]> {
  for (let start = 0; start < list.length; start += ROWS_AT_ONCE) {
    yield list.slice(start, start + ROWS_AT_ONCE);
  }
}
