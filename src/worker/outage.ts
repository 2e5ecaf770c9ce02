import type { Instant } from "../desk/time.ts";
import { instant } from "../desk/words.ts";
import { alarm } from "./alarm.ts";
import { LASTING, SOURCE_WORDS } from "./failing.ts";
import type { Keeper } from "./keeper.ts";
import type { Health, Source } from "./pulse.ts";

/** Since when each source fails of which the operator was told. */
type Told = Partial<Record<Source, Instant>>;

/**
 * Tells the operator once when a source has failed for a quarter of an hour, and once when it is
 * over (B044, B077). That the mailer itself fails no letter could tell: *Pengaturan* does, and
 * PING_URL is silent (B004); that it is over is a letter like the others.
 */
export async function tellOutages(keeper: Keeper, health: Health): Promise<void> {
  const { journal, clock, log } = keeper.ports;
  const { zone } = keeper.settings;
  const told: Told = (await journal.state<Told>("outages")) ?? {};
  for (const [source, failing, well] of SOURCE_WORDS) {
    const { failingSince = null, problem = "" } = health[source] ?? {};
    const since = told[source];
    if (failingSince === null && since !== undefined) {
      const lines = [`Gangguan berlangsung sejak ${instant(since, zone)} dan sudah berakhir.`];
      await alarm(keeper, `back/${source}/${since}`, well, lines);
      delete told[source];
      await keeper.commit({ state: { outages: { ...told } } });
    }
    if (failingSince === null || since !== undefined) continue;
    if (clock.now() - failingSince < LASTING) continue;
    const name = `away/${source}/${failingSince}`;
    if (source === "delivery") log.error("Alarm", { name, title: failing });
    else {
      const lines = [`Sejak ${instant(failingSince, zone)}: ${problem}`];
      await alarm(keeper, name, failing, lines);
    }
    told[source] = failingSince;
    await keeper.commit({ state: { outages: { ...told } } });
  }
}
