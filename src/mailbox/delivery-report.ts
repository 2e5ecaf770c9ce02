import type { DeliveryFailure } from "../desk/message.ts";
import { cleanLine } from "../desk/plain-text.ts";
import { validAddress } from "./addresses.ts";
import { messageIds } from "./headers.ts";
import type { MailParts } from "./mail-parts.ts";

/** What a delivery report says, and of which letter of ours. */
export interface DeliveryReport {
  failures: DeliveryFailure[];
  reportedIds: string[];
  letterMarks: string[];
}

const MAX_FAILURES = 50;

/** Reads a report in any dialect: its machine part, else the words of a plain one. */
export function deliveryReport({ text, parts }: Pick<MailParts, "text" | "parts">): DeliveryReport {
  const status = contents(parts, /^message\/(?:global-)?delivery-status$/);
  const machine = statusFailures(status);
  const returned = contents(
    parts,
    /^(?:message\/(?:rfc822|global)|(?:text|message)\/rfc822-headers)$/,
  );
  const receipt = contents(parts, /^message\/disposition-notification$/);
  // The returned letter's own head only: its body may quote other letters.
  const heads = returned.map((copy) => copy.split(/\r?\n\r?\n/, 1)[0] ?? "");
  const spoken = [...heads, ...status, ...receipt, text.slice(0, 20_000)].join("\n\n");
  return {
    failures: machine.length > 0 ? machine : plainFailures(text.slice(0, 20_000)),
    reportedIds: reportedIds(spoken),
    letterMarks: letterMarks(spoken),
  };
}

function contents(parts: MailParts["parts"], type: RegExp): string[] {
  return parts
    .filter((part) => type.test(part.type))
    .map((part) => part.content?.toString("utf8") ?? "");
}

function reportedIds(text: string): string[] {
  const unfolded = text.replaceAll(/\r?\n[ \t]+/g, " ");
  const lines = unfolded.matchAll(/^[>\s]*(?:original-)?message-id\s*:(.{1,1000})$/gim);
  return [...new Set([...lines].flatMap(([, value = ""]) => messageIds(value)))].slice(0, 20);
}

/** `X-Aduan-Surat` values in a returned head. */
export function letterMarks(text: string): string[] {
  const found = text.matchAll(/^[>\s]*x-aduan-surat\s*:\s*(\S{1,200})\s*$/gim);
  return [...new Set([...found].map(([, value = ""]) => cleanLine(value, 200)))].slice(0, 20);
}

/** RFC 3464: one block of fields a recipient. */
function statusFailures(status: readonly string[]): DeliveryFailure[] {
  return status
    .flatMap((part) => part.replaceAll("\r", "").split(/\n[ \t]*\n/))
    .map(fields)
    .filter((block) => block.has("final-recipient") || block.has("original-recipient"))
    .slice(0, MAX_FAILURES)
    .map((block) => ({
      // The address we wrote to, before the other side rewrote it.
      address:
        recipient(block.get("original-recipient")) || recipient(block.get("final-recipient")),
      status: /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(block.get("status") ?? "")?.[0] ?? "",
      action: action(block.get("action") ?? ""),
      diagnostic: cleanLine(
        (block.get("diagnostic-code") ?? "").replace(/^\s*[\w-]+\s*;\s*/, ""),
        300,
      ),
    }));
}

function fields(block: string): Map<string, string> {
  const unfolded = block.replaceAll(/\n[ \t]+/g, " ");
  const pairs = unfolded.matchAll(/^([\w-]{1,60})[ \t]*:[ \t]*(.*)$/gm);
  return new Map(
    [...pairs].map(([, key = "", value = ""]) => [key.toLowerCase(), value.slice(0, 2_000)]),
  );
}

function recipient(value = ""): string {
  return validAddress(value.replace(/^[^;]*;/, "").replaceAll(/[<>\s]/g, ""));
}

function action(value: string): DeliveryFailure["action"] {
  const word = value.trim().toLowerCase();
  if (word.startsWith("failed")) return "failed";
  if (word.startsWith("delayed")) return "delayed";
  return /^(?:delivered|relayed|expanded)/.test(word) ? "delivered" : "unknown";
}

/** Reports written for people: the first addresses named, and the server's words after them. */
function plainFailures(text: string): DeliveryFailure[] {
  const above = text.split(COPY, 1)[0] ?? "";
  const addresses = [...above.matchAll(NAMED)].map(([, address = ""]) => validAddress(address));
  const said = /\b([45]\d\d)[ -](?:#?([45]\.\d{1,3}\.\d{1,3})[ :]?)?[^\n]{0,300}/.exec(above);
  const status = said?.[2] ?? /\(?#?([45]\.\d{1,3}\.\d{1,3})\)?/.exec(above)?.[1] ?? "";
  const reason = /^[^\n]*\(#[45]\.\d{1,3}\.\d{1,3}\)[^\n]*$/m.exec(above)?.[0];
  const failure = {
    status,
    action:
      DELAYED.test(above) || status.startsWith("4") ? ("delayed" as const) : ("failed" as const),
    diagnostic: cleanLine(said?.[0] ?? reason ?? "", 300),
  };
  const named = [...new Set(addresses.filter((address) => address !== ""))].slice(0, MAX_FAILURES);
  return (named.length > 0 ? named : [""]).map((address) => ({ address, ...failure }));
}

/** From here on the report repeats our letter. */
const COPY =
  /^.{0,10}(?:below this line is a copy|this is a copy of|original message (?:follows|headers)|the headers? of the original|salinan pesan asli|-{3,} (?:original|pesan asli)).*$/im;

const NAMED =
  /(?:^|[\s<:("'])(?:mailto:|rfc822;\s?)?([^\s<>"'():;,]{1,64}@[^\s<>"'():;,]{1,190}?)(?=[>\s:;,)"']|$)/gm;

const DELAYED =
  /\b(?:delayed|will (?:be )?retr(?:y|ied)|still trying|not yet been delivered|tertunda|akan dicoba lagi|warning: message)\b/i;
