import type { Letter } from "../desk/letter.ts";
import { MINUTE } from "../desk/time.ts";
import { RemoteError } from "../errors.ts";
import { ended } from "./ended.ts";
import type { Keeper } from "./keeper.ts";
import { letterId } from "./letter-id.ts";
import { isPresumedWhenUnsure } from "./outbox-rules.ts";

/** Found `handing` while no pass is at work: the hand-over was cut, so nobody knows (DESIGN 7). */
export async function admitUnsure(keeper: Keeper): Promise<number> {
  const cut = await keeper.lettersIn(["handing"]);
  const detail = "pengiriman terputus";
  const letters = cut.map((letter) => {
    const unsureTimes = (letter.unsureTimes ?? 0) + 1;
    return { ...letter, state: "unsure" as const, detail, unsureTimes };
  });
  if (letters.length > 0) await keeper.commit({ letters });
  return letters.length;
}

/** Looks for an unsure letter in Sent after 2 and after 15 minutes, then settles what it is. */
export async function settleUnsure(keeper: Keeper): Promise<void> {
  const { clock } = keeper.ports;
  for (const letter of await keeper.lettersIn(["unsure"])) {
    const waited = clock.now() - (letter.handedAt ?? letter.plannedAt);
    if (waited < 2 * MINUTE) continue;
    if (await isInSent(keeper, letter)) {
      await ended(keeper, [{ ...letter, state: "sent", detail: "", sentAt: letter.handedAt }]);
    } else if (waited >= 15 * MINUTE || keeper.settings.smtp.sentCopy === "none") {
      await settle(keeper, letter);
    }
  }
}

async function settle(keeper: Keeper, letter: Letter): Promise<void> {
  // A second time unsure, or a kind that may rather be missed than doubled.
  if ((letter.unsureTimes ?? 1) > 1 || isPresumedWhenUnsure(letter.kind)) {
    const detail = "dianggap terkirim; sambungan putus saat pengiriman";
    await ended(keeper, [{ ...letter, state: "presumed", detail, sentAt: letter.handedAt }]);
    return;
  }
  const nextAt = keeper.ports.clock.now();
  const detail = "dikirim sekali lagi dengan Message-ID yang sama";
  await keeper.commit({ letters: [{ ...letter, state: "planned", detail, nextAt }] });
}

async function isInSent(keeper: Keeper, letter: Letter): Promise<boolean> {
  const { settings, ports } = keeper;
  if (settings.smtp.sentCopy === "none") return false;
  const { messageId, mark } = letterId(letter.key, settings.letterSecret, settings.smtp.address);
  try {
    return (await ports.mailbox.findSent({ messageId, mark })) === "found";
  } catch (error) {
    if (error instanceof RemoteError) return false;
    throw error;
  }
}
