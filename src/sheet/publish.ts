import type { PublishReport, Refused, SheetOutput, SheetView } from "../worker/sheet-port.ts";
import { RemoteError } from "../errors.ts";
import type { TabLayout } from "./layout.ts";
import type { Session, Snapshot } from "./session.ts";
import { memoryFrom, type Memory, toStored } from "./memory.ts";
import { type Planned, planBirths, planHistory, planOtherMail, planTags } from "./plan-appends.ts";
import { planCells } from "./plan-cells.ts";
import { planOwner, planProblems, planSpeech, PROBLEM_TABS } from "./plan-settings.ts";
import { planSystem } from "./plan-system.ts";
import { dashboardRemarks, planDashboard } from "./plan-dashboard.ts";
import { birthObstacle } from "./protection.ts";
import { birthCells } from "./row.ts";
import { type ColumnPlan, emptyColumnPlan, planColumns } from "./plan-writes.ts";
import type { Understanding } from "./understand.ts";

/**
 * Characters of births and of *Riwayat* in one write: together well under the 2 MB that Google
 * advises. What is over follows with the next pass, oldest first.
 */
const MOST_BIRTHS = 900_000;
const MOST_HISTORY = 600_000;

/** Makes the spreadsheet show what is (DESIGN 5.2): at most two writes, none when nothing differs. */
export async function publish(
  session: Session,
  snapshot: Snapshot,
  understood: Understanding | undefined,
  view: SheetView,
  output: SheetOutput,
): Promise<PublishReport> {
  const columns = planA(session, snapshot, understood, output);
  const log = snapshot.layout.tabs.get("log");
  const due = understood ? dueBirths(understood, output) : [];
  const { births, waiting } = log ? around(log, due, output) : { births: due, waiting: [] };
  const requests = planB(session, snapshot, understood, output, births);
  const refused = [...columns.refused];
  refused.push(...waiting);
  const out: string[] = [];
  if (columns.data.length > 0) out.push(...(await session.calls.writeColumns(columns)));
  if (requests.length > 0) {
    out.push(
      ...(await sendRequests(
        session,
        requests,
        births.map(({ number }) => number),
      )),
    );
  }
  for (const name of out) refused.push(refusal(name));
  const sent = births
    .map(({ number }) => number)
    .filter((number) => !out.includes(`birth/${number}`));
  const written = columns.data.length + requests.length > out.length;
  const numbersWritten = columns.numbers || output.claims.length > 0;
  const memory = understood
    ? afterPublish(view, understood, output, sent)
    : memoryFrom(view.memory);
  return { written, numbersWritten, refused, memory: toStored(memory) };
}

/** Rows that can be born whatever is protected, and a sentence for each range that keeps others. */
function around(
  log: TabLayout,
  due: SheetOutput["births"],
  { office, now }: SheetOutput,
): { births: SheetOutput["births"]; waiting: Refused[] } {
  const obstacles = Map.groupBy(due, (ticket) =>
    birthObstacle(log, birthCells(ticket, office, now)),
  );
  const births = within(obstacles.get("") ?? [], MOST_BIRTHS, (ticket) =>
    birthCells(ticket, office, now),
  );
  obstacles.delete("");
  return { births, waiting: [...obstacles].map(([name, some]) => waitingFor(some.length, name)) };
}

/** From the front, as many as fit. */
function within<T>(
  items: readonly T[],
  most: number,
  shown: (item: T) => unknown = (it) => it,
): T[] {
  let left = most;
  const found: T[] = [];
  for (const item of items) {
    // Each value goes in a wrapping of its own, some four times its bare text.
    left -= JSON.stringify(shown(item)).length + WRAPPING;
    if (left < 0) break;
    found.push(item);
  }
  return found;
}

const WRAPPING = 600;

/** An answer that is lost leaves the births in doubt; the next readings tell. */
async function sendRequests(
  session: Session,
  requests: readonly Planned[],
  births: readonly string[],
): Promise<string[]> {
  try {
    const refused = await session.calls.writeRequests(requests);
    session.unsure.settled(births);
    return refused;
  } catch (error) {
    if (error instanceof RemoteError && error.kind === "uncertain") session.unsure.sent(births);
    throw error;
  }
}

function planA(
  session: Session,
  { layout, rows, usable, problems }: Snapshot,
  understood: Understanding | undefined,
  output: SheetOutput,
): ColumnPlan {
  const plan = emptyColumnPlan();
  const log = layout.tabs.get("log");
  if (usable && log && understood) {
    planColumns(plan, "log", log, planCells(rows, understood, output));
  }
  for (const key of PROBLEM_TABS) {
    const tab = layout.tabs.get(key);
    if (!tab || tab.headerRow < 0) continue;
    const writes = planProblems(tab, problems.get(key) ?? new Map());
    if (key === "settings") {
      const said = [...layout.problems, ...output.remarks, ...dashboardRemarks(layout)];
      if (understood?.view.brake) said.unshift(understood.view.brake);
      writes.push(...planSpeech(tab, said, output.heartbeat, session.options.zone));
    }
    planColumns(plan, key, tab, writes);
  }
  return plan;
}

/** A row that stands, or may still show up, is not written a second time. */
function dueBirths({ view, memory }: Understanding, output: SheetOutput): SheetOutput["births"] {
  if (view.brake !== null) return [];
  const due = new Set([...view.births, ...view.restore]);
  const present = new Set(view.present);
  return output.births.filter(({ number }) => {
    if (present.has(number)) return false;
    return due.has(number) || memory.tickets[number] === undefined;
  });
}

function planB(
  session: Session,
  { layout, usable }: Snapshot,
  understood: Understanding | undefined,
  output: SheetOutput,
  births: SheetOutput["births"],
): Planned[] {
  const { zone } = session.options;
  const planned: Planned[] = [...planTags(layout.tabs.values())];
  const log = layout.tabs.get("log");
  const history = layout.tabs.get("history");
  const other = layout.tabs.get("other-mail");
  const system = layout.tabs.get("system");
  if (usable && understood) {
    const { view, memory } = understood;
    if (log) planned.push(...planBirths(log, births, output.office, output.now));
    const known = new Set(view.historyIds);
    const lines = [...output.history, ...memory.lines].filter(({ id }) => !known.has(id));
    if (history) planned.push(...planHistory(history, within(lines, MOST_HISTORY), zone));
    const refs = new Set(view.otherMailRefs);
    const mail = output.otherMail.filter(({ mailRef }) => !refs.has(mailRef));
    if (other) planned.push(...planOtherMail(other, mail, zone));
    planned.push(...planDashboard(layout, output.dashboard, zone));
  }
  if (system) planned.push(...planSystem(system, output.recovery));
  return [...planned, ...planOwner(layout, output.heartbeat)];
}

/** What was sent is believed only when a reading shows it. */
function afterPublish(
  view: SheetView,
  understood: Understanding,
  output: SheetOutput,
  sent: readonly string[],
): Memory {
  const { memory, identity, typed } = understood;
  const tickets = { ...memory.tickets };
  const restored = new Set(view.restore);
  for (const number of sent) {
    const entry = tickets[number];
    if (!entry) continue;
    const restoring = entry.restoring || restored.has(number);
    tickets[number] = {
      ...entry,
      missing: 0,
      waiting: 2,
      restoring,
      confirmed: false,
    };
  }
  if (view.brake === null) {
    for (const [number, { row }] of identity.bound) {
      const entry = tickets[number];
      // A number written into a row counts once a reading shows it there.
      if (entry && row.typed !== number) tickets[number] = { ...entry, confirmed: false };
    }
  }
  const claims = { ...memory.claims };
  for (const { row, number } of output.claims) {
    const candidate = typed.candidates.find((each) => each.row.id === row);
    if (candidate) claims[number] = candidate.claim;
  }
  return { ...memory, tickets, claims };
}

function waitingFor(count: number, obstacle: string): Refused {
  const text = `${count} aduan menunggu ditulis karena Log Aduan (${obstacle}) dilindungi; beri akun sistem hak menyunting.`;
  return { name: `births/${obstacle}`, text };
}

/** Requests whose names count rows or columns: what is in the way of one is in the way of all. */
const NUMBERED: ReadonlySet<string> = new Set(["birth", "grow", "tag", "system"]);

function refusal(request: string): Refused {
  const [kind = "", rest = ""] = request.split("/");
  const what = kind === "birth" ? `Baris ${rest}` : `Penulisan ${request}`;
  const text = `${what} ditolak Google; dicoba lagi pada pembacaan berikutnya.`;
  return { name: NUMBERED.has(kind) ? kind : request, text };
}
