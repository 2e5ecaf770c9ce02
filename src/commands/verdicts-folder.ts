import { open, readdir } from "node:fs/promises";
import { join, relative } from "node:path";

import { makeCalendar } from "../desk/calendar.ts";
import { decide } from "../desk/decide.ts";
import { EMPTY_MEMORY } from "../desk/desk.ts";
import { defaultPolicy } from "../desk/default-policy.ts";
import type { World } from "../desk/draft.ts";
import type { Unit } from "../desk/office.ts";
import { parseMessage } from "../mailbox/message.ts";
import { unitOfSender } from "./verdicts-directory.ts";
import { PREFIX, ZONE } from "./scratch-desk.ts";

/** What the worker would load of one mail. */
const MAX_SIZE = 40 * 1024 * 1024;

/** Prints the verdict on each mail of a folder; 0, or 2 when the folder cannot be read. */
export async function verdictsOnFolder(
  folder: string,
  units: readonly Unit[],
  out: (line: string) => void,
): Promise<number> {
  const files = await filesIn(folder);
  if (!files) {
    out(`Folder ${folder} tidak dapat dibaca: periksa nama dan hak aksesnya.`);
    return 2;
  }
  const world = emptyOffice(units);
  for (const file of files) out(JSON.stringify(await verdictOn(file, folder, world)));
  return 0;
}

async function filesIn(folder: string): Promise<string[] | undefined> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted();
  } catch {
    return undefined;
  }
}

/** An office that knows its units and has no ticket yet. */
function emptyOffice(units: readonly Unit[]): World {
  const policy = defaultPolicy(ZONE);
  return {
    office: { policy, staff: [], units, duty: [], spreadsheetUrl: "", filterViews: {} },
    calendar: makeCalendar(policy.calendar),
    policy: "",
    prefix: PREFIX,
    operator: "",
    now: Date.parse("2026-11-24T08:12:00+07:00"),
    downtimes: [],
    gaps: [],
  };
}

async function verdictOn(
  file: string,
  folder: string,
  world: World,
): Promise<Record<string, unknown>> {
  const name = relative(folder, file);
  const read = await readSource(file);
  if (!read) return unread(name);
  const place = { folder, uidValidity: "0", uid: 0, sent: false };
  const message = await parseMessage(
    { ...place, receivedAt: world.now, ...read },
    { ourAddresses: [], ticketPrefix: PREFIX },
  );
  const seen = { type: "mail", message, mailRef: name, knownTicket: null } as const;
  const { tickets, letters } = decide([], [seen], EMPTY_MEMORY, world);
  const { verdict } = message;
  const { units, policy } = world.office;
  return {
    file: name,
    class: verdict.class,
    rule: verdict.rule,
    reason: verdict.reason,
    answered: letters.some(({ kind }) => kind === "acknowledgement"),
    from: message.from?.address ?? "",
    subject: message.subject,
    unit: tickets[0]?.fields.unit ?? unitOfSender(message, units, policy.freeMailDomains),
    ticketed: tickets.length > 0,
    attachments: message.attachments.map((attachment) => attachment.name),
    textLength: message.text.length,
    problems: message.problems,
  };
}

function unread(file: string): Record<string, unknown> {
  return {
    file,
    class: "other",
    rule: "unread",
    reason: "berkas tidak dapat dibaca",
    answered: false,
    from: "",
    subject: "",
    unit: "",
    ticketed: false,
    attachments: [],
    textLength: 0,
    problems: ["Berkas ini tidak dapat dibaca."],
  };
}

/** The whole file, or its beginning when it is past what the worker would fetch. */
async function readSource(
  file: string,
): Promise<{ source: Uint8Array; truncated: boolean } | undefined> {
  try {
    await using handle = await open(file);
    const { size } = await handle.stat();
    const buffer = Buffer.alloc(Math.min(size, MAX_SIZE));
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
    return { source: buffer.subarray(0, bytesRead), truncated: size > MAX_SIZE };
  } catch {
    return undefined;
  }
}
