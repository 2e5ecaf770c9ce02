import { type ParsedMail, simpleParser } from "mailparser";

import type { StaffFields } from "../../../src/desk/ticket.ts";
import { exampleTicket } from "../../../src/letters/examples-office.ts";
import { buildRaw } from "../../../src/letters/mime.ts";
import { aLetter, rendered, to } from "../builders.ts";
import type { HostileTicket, Kind } from "./hostile.ts";

const SENDER = {
  name: "Helpdesk TIK",
  address: "helpdesk@kominfo.example",
  replyTo: "helpdesk@kominfo.example",
};

/**
 * Renders a letter, sends it through a mail parser, and compares what comes out with what went in;
 * answers what differs, [] when nothing does.
 */
async function faultsAfterParsing(ticket: HostileTicket, kind: Kind): Promise<string[]> {
  const about = exampleTicket({ category: "", ...ticket.fields });
  const facts = kind.facts(ticket.said);
  const letter = aLetter(facts, { to: { ...to(kind.to), name: ticket.name } });
  const made = rendered(letter, about);
  const raw = await buildRaw(
    {
      to: { name: letter.to.name, address: letter.to.address },
      rendered: made,
      messageId: letter.messageId,
      mark: letter.key,
      files: [],
      missing: [],
    },
    SENDER,
  );
  const mail = await simpleParser(raw, { skipTextToHtml: true, skipHtmlToText: true });
  const faults = [...headerFaults(mail, ticket), ...factFaults(mail, about.fields)];
  if (mail.subject !== made.subject) faults.push(`subject: ${mail.subject ?? ""}`);
  const unit = squeezed(Array.from(readable(about.fields.unit)).slice(0, 20).join(""));
  if (!squeezed(made.subject).includes(unit)) faults.push(`no unit in ${made.subject}`);
  if (!made.subject.startsWith("[JKD-2026-0042] ")) faults.push(`no number: ${made.subject}`);
  return faults.map((fault) => `${facts.kind} → ${kind.to}: ${fault}`);
}

const HEADERS = new Set(
  "from reply-to to subject message-id date auto-submitted x-auto-response-suppress x-aduan-surat in-reply-to references mime-version content-type".split(
    " ",
  ),
);

function headerFaults({ headers, to: sentTo, cc, bcc }: ParsedMail, { name }: HostileTicket) {
  const faults = [...headers.keys()].filter((key) => !HEADERS.has(key));
  const [one, ...more] = (Array.isArray(sentTo) ? sentTo : [sentTo]).flatMap(
    (each) => each?.value ?? [],
  );
  if (more.length > 0 || cc !== undefined || bcc !== undefined) faults.push("other recipients");
  if (one?.address !== "budi@kominfo.example") faults.push(`to: ${one?.address ?? ""}`);
  // RFC 2047: what looks like an encoded word is taken apart, lest it be read as one.
  const named = Array.from(readable(name).replaceAll("=?", "= ?")).slice(0, 100).join("");
  if (squeezed(one?.name ?? "") !== squeezed(named)) faults.push(`name: ${one?.name ?? ""}`);
  return faults;
}

/** Labels of the facts, with the field each shows and where it is cut. */
const SHOWN: Record<string, [field: keyof StaffFields, length: number]> = {
  "OPD/Desa": ["unit", 120],
  Lokasi: ["place", 160],
  Pelapor: ["reporter", 80],
  Telepon: ["phone", 40],
  Uraian: ["text", 300],
  "Dugaan penyebab": ["suspectedCause", 200],
  Penyebab: ["cause", 300],
  "Hasil perbaikan": ["result", 600],
  "Perbaikan sebelumnya": ["result", 600],
  Keterangan: ["remark", 300],
  "Keterangan petugas": ["remark", 300],
};

function factFaults(mail: ParsedMail, fields: StaffFields): string[] {
  const faults: string[] = [];
  const inHtml = htmlFacts(mail.html || "");
  const inText = textFacts(mail.text ?? "");
  if (inHtml.get("Nomor aduan") !== "JKD-2026-0042") faults.push("another number");
  if ([...inHtml.keys()].join() !== [...inText.keys()].join()) faults.push("other facts in text");
  for (const [label, shown] of inHtml) {
    if (squeezed(inText.get(label) ?? "") !== squeezed(shown)) faults.push(`text of ${label}`);
    const [field, length] = SHOWN[label] ?? [];
    if (field === undefined || length === undefined) continue;
    if (!isShownAs(readable(String(fields[field] ?? "")), shown, length)) {
      faults.push(`${label}: ${shown}`);
    }
  }
  const all = readable(fields.unit);
  if (all !== "" && !inHtml.has("OPD/Desa")) faults.push("no unit");
  return faults;
}

/** Whole, or cut near its longest with three points. */
function isShownAs(value: string, shown: string, longest: number): boolean {
  const length = Array.from(value).length;
  if (length <= longest) return shown === value;
  const kept = shown.slice(0, -3);
  return shown.endsWith("...") && value.startsWith(kept) && Array.from(shown).length <= longest;
}

/** What can be read of a value on one line: no controls, nothing that turns the writing. */
function readable(value: string): string {
  return Array.from(value.replaceAll(/[\t\n\v\f\r\u0085\u2028\u2029]/g, " "))
    .filter((character) => !INVISIBLE.test(character))
    .join("")
    .toWellFormed()
    .split(/\s+/)
    .filter((word) => word !== "")
    .join(" ");
}

const INVISIBLE = /[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB]/u;

/** Lines are wrapped and long words broken. */
function squeezed(text: string): string {
  return text.replaceAll(/\s+/g, "");
}

function htmlFacts(html: string): Map<string, string> {
  const rows = html.matchAll(
    /<tr class="fact"><th[^>]*>([^<]*)<\/th><td[^>]*>([^<]*)<\/td><\/tr>/g,
  );
  return new Map([...rows].map(([, label = "", value = ""]) => [decoded(label), decoded(value)]));
}

function textFacts(text: string): Map<string, string> {
  const facts = new Map<string, string>();
  let last = "";
  const block = text.slice(text.search(/^Nomor aduan +: JKD/m)).split("\n\n")[0] ?? "";
  for (const line of block.split("\n")) {
    const [, label = "", value = ""] = /^(\S.{1,23}?) *: (.*)$/u.exec(line) ?? [];
    if (label === "") facts.set(last, `${facts.get(last) ?? ""} ${line.trim()}`);
    else facts.set((last = label), value);
  }
  return facts;
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' };

function decoded(html: string): string {
  return html.replaceAll(/&(?:#x([\da-f]+)|(\w+));/gi, (whole, code?: string, name?: string) =>
    code === undefined
      ? (ENTITIES[name ?? ""] ?? whole)
      : String.fromCodePoint(Number.parseInt(code, 16)),
  );
}

/** The first letter that does not come out as it went in, with its ticket; `""` when all do. */
export async function firstFault(letters: Iterable<[HostileTicket, Kind]>): Promise<string> {
  for (const [ticket, kind] of letters) {
    const faults = await faultsAfterParsing(ticket, kind);
    if (faults.length > 0) return `${faults.join("\n")}\n${JSON.stringify(ticket)}`;
  }
  return "";
}
