/*
 * Google's timestamps are kept as text: they have microseconds, which a Date would cut off, and a
 * cursor without them brings the same response for ever.
 */

/** Nanoseconds since 1970 of an RFC 3339 time in UTC; null when it is none. */
export function nanosOf(text: string): bigint | null {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?Z$/.exec(text);
  if (!match) return null;
  const millis = Temporal.Instant.from(`${match[1] ?? ""}Z`).epochMilliseconds;
  return BigInt(millis) * 1_000_000n + BigInt((match[2] ?? "").padEnd(9, "0"));
}

export function momentText(nanos: bigint): string {
  return new Temporal.Instant(nanos).toString({ fractionalSecondDigits: 9 });
}

/** Whole milliseconds, cut off below. */
export function millisOf(text: string): number {
  return Number((nanosOf(text) ?? 0n) / 1_000_000n);
}
