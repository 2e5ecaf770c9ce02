import { DAY } from "../desk/time.ts";
import type { Instant } from "../desk/time.ts";
import type { FolderCursor } from "../worker/ports.ts";

/** How many UIDs below the cursor each reading looks at again (DESIGN 8). */
const LOOK_BACK = 50;

/** How far before the newest mail a renumbered folder is read again (DESIGN 8). */
const OVERLAP = 2 * DAY;

/** Where a reading of a folder begins. */
export type Beginning =
  /** UIDs from here on, as far as they are not known. */
  | { kind: "uid"; from: number }
  /** Mail that came at this instant or later; null: all there is. */
  | { kind: "date"; from: Instant | null }
  /** Only what comes after this reading. */
  | { kind: "now" };

export interface Dates {
  /** INTAKE_SINCE */
  since: Instant | null;
  lastReceivedAt: Instant | null;
  notBefore: Instant | null;
}

/** Where to begin, given where the last reading stopped. */
export function beginning(
  cursor: FolderCursor | null,
  folder: { path: string; uidValidity: string },
  dates: Dates,
): Beginning {
  if (!cursor) return dates.since === null ? { kind: "now" } : { kind: "date", from: dates.since };
  if (cursor.folder !== folder.path || cursor.uidValidity !== folder.uidValidity) {
    return { kind: "date", from: afterRenumbering(dates) };
  }
  const from = Math.max(cursor.uid - LOOK_BACK + 1, cursor.floor ?? 1, 1);
  return { kind: "uid", from: Math.min(from, cursor.uid + 1) };
}

/** Old UIDs mean nothing any more; what was already there on the first run stays out. */
function afterRenumbering({ lastReceivedAt, notBefore }: Dates): Instant | null {
  if (lastReceivedAt === null) return notBefore;
  return Math.max(lastReceivedAt - OVERLAP, notBefore ?? -Infinity);
}

/** `folder/uidvalidity/uid` */
export function mailRef(folder: string, uidValidity: string, uid: number): string {
  return `${folder}/${uidValidity}/${uid}`;
}

/** A reference taken apart; undefined when it is none. The folder's name may hold slashes. */
export function parseMailRef(
  ref: string,
): { folder: string; uidValidity: string; uid: number } | undefined {
  const match = /^(.+)\/(\d+)\/(\d+)$/s.exec(ref);
  const [, folder, uidValidity, uid] = match ?? [];
  if (folder === undefined || uidValidity === undefined) return undefined;
  return { folder, uidValidity, uid: Number(uid) };
}
