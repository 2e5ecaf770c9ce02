import { DAY, type Duration } from "../desk/time.ts";
import { RemoteError } from "../errors.ts";
import type { Keeper } from "./keeper.ts";
import type { SheetReading, SheetView } from "./sheet-port.ts";

/** How long a line of *Surat Lain* is kept (DESIGN 5.1). */
const KEPT: Duration = 30 * DAY;
/** So many in one night: a deletion is built from what was read a moment before. */
const MOST = 500;

/** Once a day, outside service hours, when hardly anybody can be typing there. */
export async function forgetOldMail(
  keeper: Keeper,
  reading: SheetReading,
  { otherMailRefs, brake }: SheetView,
): Promise<void> {
  const { journal, clock, log } = keeper.ports;
  const { calendar } = keeper.world();
  const now = clock.now();
  if (brake !== null || otherMailRefs.length === 0 || calendar.isOpen(now)) return;
  const today = calendar.localDate(now);
  if ((await journal.state<string>("mail-forgotten")) === today) return;
  const lines = await journal.otherMail(otherMailRefs);
  const old = lines.filter(({ at }) => now - at > KEPT).slice(0, MOST);
  // First, so that whatever goes wrong is tried again tomorrow and not every minute.
  await keeper.commit({ state: { "mail-forgotten": today } });
  if (old.length === 0) return;
  try {
    log.info("Old lines removed", { count: await reading.forgetMail(old) });
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    log.warn("Old lines not removed", { error: error.message });
  }
}
