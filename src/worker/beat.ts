import { tick } from "./calendar-care.ts";
import { countReachable, deliver } from "./deliver.ts";
import { planDigests } from "./digests.ts";
import { formPass } from "./form-pass.ts";
import type { Sources } from "./health.ts";
import type { Keeper } from "./keeper.ts";
import { mailPass } from "./mail-pass.ts";
import { tellOutages } from "./outage.ts";
import { noteDowntime } from "./downtime.ts";
import { isHealthy, ping } from "./pulse.ts";
import { sheetPass, type SheetReport } from "./sheet-pass.ts";
import { admitUnsure, settleUnsure } from "./unsure.ts";

/** Every pass once. Answers whether all sources were well. */
export async function beat(keeper: Keeper, sources: Sources): Promise<boolean> {
  await noteDowntime(keeper);
  // The office's own rules come first on a first start: without them nobody may be written to.
  const first = keeper.officeKnown || (await sources.attempt("sheet", () => readSheet(keeper)));
  const mail = await mailAndDelivery(keeper, sources);
  const form = await sources.attempt("form", () => formPass(keeper));
  const sheet = await sources.attempt("sheet", () => readSheet(keeper));
  await tick(keeper);
  await planDigests(keeper);
  await tellOutages(keeper, sources.health);
  const delivery = await sendLetters(keeper, sources);
  if (keeper.sheetStale && sheet) await sources.attempt("sheet", () => readSheet(keeper));
  keeper.forgetOld();
  await sources.save();
  await heartbeat(keeper, sources);
  return first && mail && form && sheet && delivery;
}

/** What mail's arrival wakes: each batch is answered while the next is read, whatever Google does. */
export async function mailAndDelivery(keeper: Keeper, sources: Sources): Promise<boolean> {
  let delivery = Promise.resolve(true);
  let asked = false;
  function answer(): void {
    // One that has not begun yet will find everything that is recorded until then.
    if (asked) return;
    asked = true;
    delivery = delivery.then(() => {
      asked = false;
      return sendLetters(keeper, sources);
    });
  }
  const mail = await sources.attempt("mail", () => mailPass(keeper, answer));
  answer();
  return (await delivery) && mail;
}

/** A reading, and one more when a number was written, so that claims are proven at once. */
export async function readSheet(keeper: Keeper): Promise<SheetReport> {
  const report = await sheetPass(keeper);
  return report.again ? await sheetPass(keeper) : report;
}

async function sendLetters(keeper: Keeper, sources: Sources): Promise<boolean> {
  return await sources.attempt("delivery", async () => {
    // No pass is at work beside this one: what is still in hand was left by one that failed.
    await admitUnsure(keeper);
    await settleUnsure(keeper);
    const probe = sources.health.delivery?.failingSince != null;
    const report = await deliver(keeper, { probe });
    if (report.halted) throw report.halted;
    await countReachable(keeper);
  });
}

async function heartbeat(keeper: Keeper, sources: Sources): Promise<void> {
  const { pingUrl } = keeper.settings;
  if (pingUrl === null || !isHealthy(sources.health, keeper.ports.clock.now())) return;
  if (!(await ping(pingUrl))) keeper.ports.log.warn("PING_URL did not answer");
}
