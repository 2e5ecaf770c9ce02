import type { Letter } from "../desk/letter.ts";
import type { Message } from "../desk/message.ts";
import type { Observation } from "../desk/observation.ts";
import type { Keeper } from "./keeper.ts";

/** Only a hard failure makes a letter bounced: a full mailbox (5.2.2) is none (DESIGN 13). */
function isHard(status: string): boolean {
  return status === "" || (status.startsWith("5.") && status !== "5.2.2");
}

export interface Bounces {
  letters: Letter[];
  observations: Observation[];
}

/** Delivery reports about letters of ours: the letter, its ticket and *Surat Terakhir* hear of it. */
export async function bouncesOf(keeper: Keeper, messages: readonly Message[]): Promise<Bounces> {
  const reports = messages.filter((message) => message.failures.length > 0);
  if (reports.length === 0) return { letters: [], observations: [] };
  const sent = await keeper.ports.journal.lettersIn(["sent", "presumed", "unsure", "bounced"]);
  const bounces: Bounces = { letters: [], observations: [] };
  for (const report of reports) {
    for (const failure of report.failures) {
      const letter = letterOf(sent, report, failure.address);
      if (!letter) continue;
      const isGood = failure.action === "delivered" && letter.state === "bounced";
      const isBad =
        failure.action === "failed" && isHard(failure.status) && letter.state !== "bounced";
      if (!isGood && !isBad) continue;
      const detail = isBad ? `ditolak server penerima ${failure.status}`.trim() : "";
      bounces.letters.push({ ...letter, state: isBad ? "bounced" : "sent", detail });
      if (letter.ticket === null) continue;
      await keeper.bring(letter.ticket);
      bounces.observations.push({
        type: "letter",
        number: letter.ticket,
        kind: letter.kind,
        key: letter.key,
        toRole: letter.to.role,
        state: isBad ? "bounced" : "sent",
        detail,
        at: report.receivedAt,
        messageId: letter.messageId,
      });
    }
  }
  return bounces;
}

/** By our own id first, then by the recipient's latest letter (DESIGN 13). */
function letterOf(sent: readonly Letter[], report: Message, address: string): Letter | undefined {
  const ids = new Set([...report.reportedIds, ...report.inReplyTo, ...report.references]);
  const byId = sent.find(
    (letter) =>
      ids.has(letter.messageId) ||
      (letter.serverMessageId !== "" && ids.has(letter.serverMessageId)) ||
      report.letterMarks.some((mark) => letter.messageId.startsWith(`<${mark}@`)),
  );
  if (byId || address === "") return byId;
  return sent
    .filter((letter) => letter.to.address.toLowerCase() === address.toLowerCase())
    .toSorted((a, b) => (a.sentAt ?? 0) - (b.sentAt ?? 0))
    .at(-1);
}
