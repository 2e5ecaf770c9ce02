import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Mails that were being read when the program broke down; one reference a line. */
const FILE = "surat-penyebab-henti.txt";

/** Runs the reading of a mail; throws instead when the program broke down over that mail before. */
export type PoisonGuard = <T>(mailRef: string, read: () => Promise<T>) => Promise<T>;

/**
 * A parser may throw where nobody can catch it, out of a timer of its own, and the same mail would
 * end each new start. What was in hand at a breakdown is noted on the way down, and from then on is
 * taken by its envelope alone.
 */
export function poisonGuard(folder: string, onCrash: (listener: () => void) => void): PoisonGuard {
  const file = join(folder, FILE);
  const poisonous = refsIn(file);
  let inHand = "";
  onCrash(() => {
    if (inHand !== "") appendFileSync(file, `${inHand}\n`);
  });
  return async (mailRef, read) => {
    if (poisonous.has(mailRef)) throw new Error("This mail broke the program down before");
    inHand = mailRef;
    try {
      return await read();
    } finally {
      inHand = "";
    }
  };
}

function refsIn(file: string): ReadonlySet<string> {
  try {
    return new Set(readFileSync(file, "utf8").split("\n").filter(Boolean));
  } catch {
    return new Set();
  }
}
