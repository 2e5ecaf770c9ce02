import { helpdesk } from "../desk/people.ts";
import type { Recipient } from "../desk/letter.ts";
import { toLetter } from "./new-letters.ts";
import type { Keeper } from "./keeper.ts";
import { withTrouble } from "./troubles.ts";

/**
 * Tells the operator once a day for each name. An alarm about the mailer itself would never
 * arrive: those show in `status`, in the log and by the silence of PING_URL (DESIGN 13).
 */
export async function alarm(
  keeper: Keeper,
  name: string,
  title: string,
  lines: string[],
): Promise<void> {
  const world = keeper.world();
  const day = world.calendar.localDate(world.now);
  const key = `alarm/${name}/${day}`;
  if (await keeper.ports.journal.letter(key)) return;
  keeper.ports.log.error("Alarm", { name, title });
  const to = recipientOf(keeper);
  const plan = {
    key,
    reasons: [key],
    kind: "alarm" as const,
    to,
    ticket: null,
    facts: { kind: "alarm" as const, title, lines },
    causedBySheet: false,
    plannedAt: world.now,
    expiresAt: null,
  };
  // Mails are read while letters are handed over, and either may have something to tell.
  await keeper.commit(async () => ({
    newLetters: [toLetter(plan, world, keeper.settings)],
    state: { troubles: await withTrouble(keeper, { name, title, lines }) },
  }));
}

function recipientOf(keeper: Keeper): Recipient {
  const { operator } = keeper.settings;
  const { office, calendar, now } = keeper.world();
  const [first] = helpdesk(office, calendar.localDate(now), operator);
  const address = operator === "" ? (first?.address ?? "") : operator;
  return { role: "operator", name: "Operator", address };
}
