import type { Letter } from "../desk/letter.ts";
import type { Observation } from "../desk/observation.ts";
import type { Instant } from "../desk/time.ts";
import { alarm } from "./alarm.ts";
import type { Keeper } from "./keeper.ts";
import { threadKey } from "./mail-keys.ts";

/**
 * Commits letters that reached a final state together with what that means for their tickets, and
 * `others` that changed without an end.
 */
export async function ended(
  keeper: Keeper,
  letters: readonly Letter[],
  others: readonly Letter[] = [],
): Promise<void> {
  const now = keeper.ports.clock.now();
  for (const letter of letters) {
    for (const { number } of concerned(letter)) await keeper.bring(number);
  }
  const observations = letters.flatMap((letter) => outcomesOf(letter, letter.sentAt ?? now));
  const threads = letters
    .filter(({ ticket, serverMessageId }) => ticket !== null && serverMessageId !== "")
    .map(({ ticket, serverMessageId }) => ({ key: threadKey(serverMessageId), ticket, at: now }));
  await keeper.record(observations, () => ({ letters: [...letters, ...others], sources: threads }));
  for (const letter of letters) {
    // Never an alarm about an alarm (DESIGN 7).
    if (letter.state !== "failed" || letter.kind === "alarm") continue;
    await alarm(keeper, `letter/${letter.to.address}`, "Surat tidak dapat dikirim", [
      `${letter.ticket ?? "Tanpa nomor"}: ${letter.detail}`,
    ]);
  }
}

/** Withdrawn letters were never a promise kept or broken: their tickets need not hear of them. */
function outcomesOf(letter: Letter, at: Instant): Observation[] {
  if (letter.state === "withdrawn") return [];
  return concerned(letter).map(({ number, kind, key }) => ({
    type: "letter" as const,
    number,
    kind,
    key,
    toRole: letter.to.role,
    state: letter.state,
    detail: letter.detail,
    at,
    messageId: letter.ticket === null ? "" : letter.messageId,
  }));
}

/** The tickets a letter speaks of; a grouped one stands for a letter to each. */
function concerned(letter: Letter): { number: string; kind: string; key: string }[] {
  const { facts, ticket, kind, key, reasons } = letter;
  if (facts.kind === "grouped") {
    return facts.items.map(({ number }) => ({
      number,
      kind: facts.of,
      key: reasons.find((reason) => reason.startsWith(`${number}/`)) ?? key,
    }));
  }
  return ticket === null ? [] : [{ number: ticket, kind, key }];
}
