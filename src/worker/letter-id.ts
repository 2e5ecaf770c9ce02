import { createHmac } from "node:crypto";
import type { Secret } from "../secret.ts";

/** What identifies a letter on the wire: the same key always gives the same (DESIGN 7). */
export interface LetterId {
  /** `<hex@domain>`; a dot-atom, so that servers keep it. */
  messageId: string;
  /** `X-Aduan-Surat` */
  mark: string;
}

export function letterId(key: string, secret: Secret, sender: string): LetterId {
  const mark = createHmac("sha256", secret.reveal()).update(key).digest("hex").slice(0, 40);
  const domain = sender.split("@")[1] ?? "localhost";
  return { messageId: `<${mark}@${domain}>`, mark };
}
