/** The same trouble is written again after this long, with the number of times it was left out. */
const QUIET = 30 * 60 * 1000;
const REMEMBERED = 500;

/**
 * Keeps a dead server from filling the disk: the first warning is written, the same one again only
 * after half an hour. Gives how many were left out since, or `again` for one to leave out.
 */
export function repeatGate() {
  const seen = new Map<string, { at: number; left: number }>();

  return (
    level: string,
    message: string,
    fields: Record<string, unknown>,
    now: number,
  ): number | "again" => {
    if (level === "debug" || level === "info") return 0;
    const key = `${level} ${message} ${JSON.stringify(fields, withoutVarying)}`;
    const before = seen.get(key);
    if (before && now - before.at < QUIET) {
      before.left += 1;
      return "again";
    }
    seen.delete(key);
    seen.set(key, { at: now, left: 0 });
    const [oldest] = seen.keys();
    if (seen.size > REMEMBERED && oldest !== undefined) seen.delete(oldest);
    return before?.left ?? 0;
  };
}

/** Times, counts and stacks differ each time that the same thing happens. */
function withoutVarying(name: string, value: unknown): unknown {
  if (name === "stack") return undefined;
  return typeof value === "number" && name !== "status" && name !== "code" ? undefined : value;
}
