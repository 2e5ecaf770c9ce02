import { RemoteError } from "../errors.ts";
import type { Handed } from "./hand-over.ts";
import type { Keeper } from "./keeper.ts";

/** Why the mail server lets nobody in; null: it does. */
export async function shutOut(keeper: Keeper): Promise<RemoteError | null> {
  try {
    await keeper.ports.mailer.greet();
    return null;
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    return error;
  }
}

/**
 * Letters that were put off because the server lets nobody in: like a refused login that is no
 * attempt of theirs, and they go as soon as it is back (B077).
 */
export function notTheirFault(
  results: readonly Handed[],
  error: RemoteError,
  now: number,
): Handed[] {
  return results.map((each) => {
    if (!each.putOff) return each;
    const { letter } = each;
    const detail = "server surat tidak dapat dihubungi";
    const again = { ...letter, attempts: letter.attempts - 1, nextAt: now, detail };
    return { ...each, letter: again, halted: error };
  });
}
