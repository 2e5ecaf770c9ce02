import type { Complaint } from "../../../src/desk/complaint.ts";
import type { Ticket } from "../../../src/desk/ticket.ts";
import { workerCells } from "../../../src/sheet/row.ts";
import { memoryFrom } from "../../../src/sheet/memory.ts";
import type { SheetMemory } from "../../../src/worker/sheet-port.ts";
import { checkLetters } from "./check-letters.ts";
import { SAID, unheard } from "./check-heard.ts";
import type { Finding } from "./findings.ts";
import { cellIn, isTagged, type LogTab, logTab, placesOf, plain, textIn } from "./log-tab.ts";
import { isFlagged, type Outcome } from "./outcome.ts";
import { markOf } from "./truth.ts";
import type { World } from "./world.ts";

/** The six checks; what is not as it should be, with the complaints it is about. */
export async function check(world: World): Promise<Finding[]> {
  const log = logTab(world.book);
  if (!log) return [{ fault: "lostComplaints", about: [], text: "there is no log" }];
  const tickets = await world.journal.openedBetween(0, Number.MAX_SAFE_INTEGER);
  const memory = memoryFrom((await world.journal.state<SheetMemory>("sheet")) ?? null);
  const { marks } = world;
  const outcome = { world, log, memory, tickets, marks };
  return [
    ...world.lost.map((text) => ({ fault: "lostCells" as const, about: [], text })),
    ...intake(outcome),
    ...doubles(outcome),
    ...(await rows(outcome)),
    ...(memory.brakedAt === null ? unclaimed(outcome) : []),
    ...facts(outcome),
    ...unheard(outcome),
    ...historyTwice(outcome),
    ...checkLetters(outcome),
  ];
}

/** Every mail and every answered form is a ticket in the journal. */
function intake({ world, marks }: Outcome): Finding[] {
  const known = new Set(marks.values());
  const { inbox, responses } = world.post;
  const texts = [...inbox.map(({ text }) => text), ...responses.map((r) => r.complaint.text)];
  return texts.flatMap((text) => {
    const mark = markOf(text);
    if (mark === undefined || known.has(mark)) return [];
    return [{ fault: "lostComplaints" as const, about: [mark], text: `${mark} is no ticket` }];
  });
}

function doubles({ tickets, marks }: Outcome): Finding[] {
  const byMark = Map.groupBy(tickets, ({ number }) => marks.get(number) ?? number);
  return [...byMark].flatMap(([mark, some]) => {
    if (some.length < 2) return [];
    const numbers = some.map(({ number }) => number).join(", ");
    const text = `${mark} is ${numbers}`;
    return [{ fault: "doubleTickets" as const, about: [mark], text, isFlagged: isFlagged(some) }];
  });
}

/** Each open ticket stands once in the log, is asked about there, or its loss was told once. */
async function rows(outcome: Outcome): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const ticket of outcome.tickets) found.push(...(await rowsOf(outcome, ticket)));
  return found;
}

async function rowsOf(outcome: Outcome, ticket: Ticket): Promise<Finding[]> {
  const { world, log, memory, marks } = outcome;
  const { number } = ticket;
  const mark = marks.get(number) ?? number;
  const bearers = log.rows.filter((row) => textIn(log, row, "number") === number);
  const own = bearers.filter((row) => isOf(outcome, row, mark));
  const owners = bearers.map((row) => world.truth.rowOwner(log, row) ?? "nobody");
  const about = [mark, ...owners];
  const entry = memory.tickets[number];
  if (memory.brakedAt !== null) return [];
  if (entry?.question) {
    const asks = log.rows.some((row) => textIn(log, row, "note").includes(number));
    // Or the row that was asked about is deleted, on a day on which one was restored already.
    if (asks || ticket.phase !== "open" || (await isTold(world, number))) return [];
    return [{ fault: "lostComplaints", about, text: `${number} (${mark}) is asked about nowhere` }];
  }
  const [first, ...others] = own.length > 0 ? own : bearers;
  if (first === undefined) {
    if (ticket.phase !== "open" || isSoughtIn(log, number)) return [];
    if (await isTold(world, number)) return [];
    return [{ fault: "lostComplaints", about, text: `${number} (${mark}) has no row` }];
  }
  if (own.length === 0) {
    const text = `${number} (${mark}) stands on a row of ${owners.join(", ")}`;
    return [{ fault: "wrongWorkerCells", about, text }];
  }
  const unflagged = [...bearers].filter(
    (row) => row !== first && !others.includes(row) && !textIn(log, row, "note").includes(number),
  );
  const doubled = others.filter((row) => !textIn(log, row, "note").includes(number));
  if (unflagged.length > 0 || doubled.length > 0) {
    const text = `${number} (${mark}) stands on ${bearers.length} rows, of ${owners.join(", ")}`;
    return [{ fault: "wrongWorkerCells", about, text }];
  }
  const shown = own.find((row) => wrongCells(outcome, ticket, row).length === 0);
  if (shown !== undefined) return [];
  const wrong = wrongCells(outcome, ticket, first);
  const text = `${number} (${mark}) shows ${wrong.join("; ")}`;
  return [{ fault: "wrongWorkerCells", about, text }];
}

/** People are asked whether a row that keeps the complaint from the log is its. */
function isSoughtIn(log: LogTab, number: string): boolean {
  const sentence = `Baris aduan ${number} tidak ditemukan; apakah ini barisnya?`;
  return log.rows.some((row) => textIn(log, row, "note").includes(sentence));
}

function isOf({ world, log }: Outcome, row: number, mark: string): boolean {
  const owner = world.truth.rowOwner(log, row);
  return owner === undefined || owner === mark;
}

/** Cells of the worker that do not say what the ticket says. */
function wrongCells({ world, log }: Outcome, ticket: Ticket, row: number): string[] {
  const { keeper, clock } = world;
  if (!keeper || !keeper.tickets.has(ticket.number)) return [];
  const wanted = workerCells(ticket, keeper.office, clock.now);
  return Object.entries(wanted).flatMap(([key, value]) => {
    if (!log.places.has(key)) return [`no column for ${key}`];
    const shown = cellIn(log, row, key)?.value;
    const text = plain(shown);
    const same =
      typeof value === "number" && typeof shown === "number"
        ? Math.abs(value - shown) < 1e-6
        : // What staff are to know of the row itself follows what the ticket says.
          key === "note"
          ? text.startsWith(String(value).trim())
          : text === String(value).trim();
    return same ? [] : [`${key} "${text}" instead of "${value}"`];
  });
}

/** "Deleted a second time" was told, and once. */
async function isTold(world: World, number: string): Promise<boolean> {
  const alarms = world.post.delivered.filter(({ letter }) =>
    letter.key.startsWith(`alarm/lost/${number}/`),
  );
  return alarms.length === 1;
}

/** A complete row without a number has a claim or a word beside it. */
function unclaimed({ world, log }: Outcome): Finding[] {
  return log.rows.flatMap((row) => {
    const at = (key: string) => textIn(log, row, key);
    const isComplete = at("channel") && at("text") && (at("unit") || at("reporter"));
    if (!isComplete || at("number") !== "" || at("note") !== "") return [];
    const mark = world.truth.rowOwner(log, row) ?? "nobody";
    const text = `the row of ${mark} has neither number nor word: ${at("text")}`;
    return [{ fault: "unclaimed" as const, about: [mark], text }];
  });
}

/** *Riwayat* says everything once; a version restored and put back again may bring lines twice. */
function historyTwice({ world }: Outcome): Finding[] {
  const tab = world.book.tabs.find((each) => isTagged(each, "history"));
  const at = tab && placesOf(tab).get("id");
  if (tab === undefined || at === undefined || world.truth.wasRestored) return [];
  const ids = tab.rows.map(({ cells }) => plain(cells[at]?.value)).filter((id) => id !== "");
  const doubled = ids.filter((id, index) => ids.indexOf(id) !== index);
  return doubled.map((id) => ({
    fault: "wrongWorkerCells" as const,
    about: [],
    text: `Riwayat has ${id} twice`,
  }));
}

/** What a ticket took from the log was said in a row of its own complaint. */
function facts({ world, tickets, marks }: Outcome): Finding[] {
  const { truth } = world;
  return tickets.flatMap((ticket) => {
    const mark = marks.get(ticket.number) ?? ticket.number;
    const { fields, complaint } = ticket;
    return SAID.flatMap((key): Finding[] => {
      const value = fields[key];
      const born = bornWith(complaint, key);
      const isBlank = value === "" || (key === "status" && value === "Baru");
      if (isBlank || value === born || truth.wasSaid(mark, key, value)) return [];
      const text = `${ticket.number} (${mark}) took ${key} "${value}", never said of it`;
      return [{ fault: "wrongWorkerCells", about: [mark], text }];
    });
  });
}

/** What a ticket had in a field at its birth. */
function bornWith(complaint: Complaint, key: (typeof SAID)[number]): string {
  switch (key) {
    case "unit":
    case "reporter":
    case "email":
    case "text":
      return complaint[key];
    default:
      return "";
  }
}
