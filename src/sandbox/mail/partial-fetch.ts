import type { FetchQuery, HoodiecrowServer } from "hoodiecrow-imap";
import handlers from "hoodiecrow-imap/lib/commands/handlers/fetch.js";

/**
 * `BODY[]<0.n>` for several messages in one FETCH: the library forgets the length after the first
 * message that is shorter, and answers the others with nothing.
 */
export function partialFetch(server: HoodiecrowServer): void {
  const asked = new WeakMap<FetchQuery, readonly number[]>();
  for (const name of ["BODY", "BODY.PEEK"] as const) {
    server.fetchHandlers[name] = (connection, message, query) => {
      const partial = asked.get(query) ?? query.partial;
      if (!partial) return handlers[name](connection, message, query);
      asked.set(query, partial);
      // The answer names the start alone (RFC 3501, 7.4.2).
      query.partial = partial.slice(0, 1);
      return handlers[name](connection, message, { ...query, partial: [...partial] });
    };
  }
}
