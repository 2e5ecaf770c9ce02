import { historyWords } from "../desk/history.ts";
import type { MassChange } from "../desk/desk.ts";
import type { Observation } from "../desk/observation.ts";
import { MINUTE, type Instant } from "../desk/time.ts";
import { RemoteError } from "../errors.ts";
import { acceptAsked, awaitingAccept, type Brake, freed } from "./accept.ts";
import { alarm } from "./alarm.ts";
import { dashboardDue } from "./dashboard.ts";
import { noteShown } from "./downtime.ts";
import { lastingFailures } from "./failing.ts";
import { forgetOldMail } from "./forget-mail.ts";
import type { Keeper } from "./keeper.ts";
import type { Health } from "./pulse.ts";
import { recoveryOf } from "./recovery.ts";
import { rowSentences } from "./row-sentences.ts";
import type { HistoryLine, SheetMemory, SheetReading, SheetView } from "./sheet-port.ts";

const HEARTBEAT_EVERY = 10 * MINUTE;
/** Lines of *Riwayat* and *Surat Lain* that a pass looks at; the sheet bounds what it writes. */
const LINES_A_PASS = 2_000;

export interface SheetReport {
  usable: boolean;
  /** A number was written, so that one more reading may prove it. */
  again: boolean;
}

/** One read → identify, facts, brake, settle → decide → record → publish (DESIGN 4). */
export async function sheetPass(keeper: Keeper): Promise<SheetReport> {
  const { journal, book, clock, log } = keeper.ports;
  const reading = await book.read(keeper.officeKnown ? keeper.office : null);
  await refuseForeign(keeper, reading);
  await adoptOffice(keeper, reading);
  const previousAt = (await journal.state<Instant>("sheet-read")) ?? null;
  const memory = (await journal.state<SheetMemory>("sheet")) ?? null;
  const now = clock.now();
  if (!reading.usable) {
    log.warn("Sheet unusable", { problems: reading.problems.length });
    await alarm(keeper, "sheet", "Lembar kerja tidak dapat dipakai", [...reading.problems]);
    // Only what tells staff of it is written: the log itself cannot be trusted.
    const none = reading.understand(memory, { tickets: [], now, previousAt });
    await publish(keeper, reading, none, []);
    return { usable: false, again: false };
  }
  const asked = await acceptAsked(keeper);
  const accepted = asked?.valid === true;
  if (asked) log.info("Accept heard", { valid: asked.valid });
  const view = reading.understand(memory, {
    tickets: [...keeper.tickets.values()],
    now,
    previousAt,
    accepted,
  });
  keeper.raiseSerials(view.serials);
  const brake = await brakeOf(keeper, view, now);

  for (const number of view.lost) {
    const line = `Baris ${number} dihapus untuk kedua kalinya. Aduannya tetap terbuka dan tetap dihitung; untuk menutupnya isi Status Dibatalkan.`;
    await alarm(keeper, `lost/${number}`, "Baris aduan dihapus", [line]);
  }

  if (view.warnings.length > 0) {
    await alarm(keeper, "stray", "Isi di luar aduan pada log", [...view.warnings]);
  }
  const claims = view.candidates.map(({ row, complaint }) => ({
    row,
    number: keeper.nextNumber(complaint.reportedAt),
  }));
  const sheet = claims.length > 0 ? reading.claim(view, claims) : view.memory;
  const released = accepted ? (await awaitingAccept(keeper)).map(freed) : [];
  const { mass } = await keeper.record(
    await observations(keeper, view, { readAt: reading.at, previousAt, accepted }),
    (decision) => ({
      letters: released,
      state: {
        sheet,
        brake,
        // A braked reading is no good one: what stands on the Sheet waits for the next.
        ...(brake === null ? { "sheet-read": reading.at } : {}),
        ...(asked ? { "accept-answered": asked.id } : {}),
      },
      otherMail: decision.setAside,
      sources: decision.placed.map(({ source, ticket }) => ({
        key: `uid:${source}`,
        ticket,
        at: now,
      })),
    }),
  );
  if (mass !== null) await tellMass(keeper, mass);
  const again = await publish(keeper, reading, { ...view, memory: sheet }, claims);
  if (brake === null) await noteShown(keeper);
  await forgetOldMail(keeper, reading, view);
  return { usable: true, again };
}

async function observations(
  keeper: Keeper,
  view: SheetView,
  times: { readAt: Instant; previousAt: Instant | null; accepted: boolean },
): Promise<Observation[]> {
  const typed = view.confirmed.map((each) => ({ type: "typed" as const, ...each }));
  const promoted: Observation[] = [];
  for (const mailRef of view.promoted) {
    const source = await keeper.ports.journal.findSources([`promoted:${mailRef}`]);
    if (source.size > 0) continue;
    const message = await keeper.ports.mailbox.message(mailRef);
    await keeper.commit({
      sources: [{ key: `promoted:${mailRef}`, ticket: null, at: times.readAt }],
    });
    if (message) promoted.push({ type: "promoted-mail", message, mailRef });
  }
  return [...typed, ...promoted, { type: "facts", rows: view.facts, ...times }];
}

/** Told once a brake: the state stands in the journal, so that a restart tells nothing twice. */
async function brakeOf(keeper: Keeper, view: SheetView, now: Instant): Promise<Brake | null> {
  if (view.brake === null) return null;
  const before = (await keeper.ports.journal.state<Brake | null>("brake")) ?? null;
  await alarm(keeper, "brake", "Perubahan besar di log aduan", [view.brake]);
  return { reason: view.brake, since: before?.since ?? now };
}

async function tellMass(keeper: Keeper, { changed, open }: MassChange): Promise<void> {
  const now = keeper.ports.clock.now();
  const lines = [
    `${changed} dari ${open} aduan terbuka diubah menjadi Selesai atau dialihkan petugasnya dalam satu pembacaan. Isian itu sudah dicatat, tetapi surat-suratnya ditahan.`,
    "Bila memang dikehendaki, jalankan perintah accept. Bila tidak, kembalikan isian lembar kerja: surat yang sebabnya hilang tidak akan dikirim.",
  ];
  await alarm(keeper, `mass/${now}`, "Banyak aduan diubah sekaligus", lines);
}

async function publish(
  keeper: Keeper,
  reading: SheetReading,
  view: SheetView,
  claims: readonly { row: string; number: string }[],
): Promise<boolean> {
  const { journal, clock, host, log } = keeper.ports;
  const now = clock.now();
  const events = await journal.historyDue(LINES_A_PASS);
  const lines = await journal.otherMailDue(LINES_A_PASS);
  const shown = new Set(view.historyIds);
  const shownMail = new Set(view.otherMailRefs);
  const { zone } = keeper.settings;
  const health = (await journal.state<Health>("health")) ?? {};
  const history: HistoryLine[] = events
    .filter(({ id }) => !shown.has(id))
    .map((event) => ({
      ...historyWords(event, zone),
      id: event.id,
      at: event.at,
      number: event.number,
      who: event.by,
    }));
  const births = new Set([...view.births, ...view.restore]);
  const tickets = [...keeper.tickets.values()];
  const beat = (await journal.state<Instant>("heartbeat")) ?? 0;
  const installation = await installationOf(keeper);
  const due = now - beat >= HEARTBEAT_EVERY;
  const dashboard = reading.usable ? await dashboardDue(keeper) : null;
  const report = await reading.publish(view, {
    now,
    office: keeper.office,
    tickets,
    births: view.brake === null ? tickets.filter(({ number }) => births.has(number)) : [],
    claims: view.brake === null ? claims : [],
    history,
    otherMail: lines.filter(({ mailRef }) => !shownMail.has(mailRef)),
    problems: rowSentences(keeper, view),
    remarks: [...view.warnings, ...lastingFailures(health, zone, now)],
    heartbeat: due ? { installation, host, at: now } : null,
    dashboard,
    recovery: reading.showsRecovery ? await recoveryOf(keeper) : {},
  });
  for (const { name, text } of report.refused) {
    log.warn("Sheet refused part of a write", { refused: text });
    await alarm(keeper, `refused/${name}`, "Sebagian isi lembar kerja tidak dapat ditulis", [text]);
  }
  keeper.sheetStale = false;
  await keeper.commit({
    historySeen: events.filter(({ id }) => shown.has(id)).map(({ id }) => id),
    otherMailSeen: lines
      .filter(({ mailRef }) => shownMail.has(mailRef))
      .map((line) => line.mailRef),
    state: {
      sheet: report.memory,
      ...(due ? { heartbeat: now } : {}),
      ...(dashboard ? { dashboard: now } : {}),
    },
  });
  return report.numbersWritten;
}

async function adoptOffice(
  keeper: Keeper,
  { office, officeProblems }: SheetReading,
): Promise<void> {
  if (office === null) return;
  await keeper.commit({ state: { "office-problems": officeProblems } });
  const ours = withOwnAddresses(keeper, office);
  if (JSON.stringify(ours) !== JSON.stringify(keeper.office)) {
    keeper.office = ours;
    await keeper.commit({ state: { office: keeper.office } });
  }
  keeper.officeKnown = true;
}

/** IMAP_USER and MAIL_FROM are ours, whatever *Alamat Kita* says. */
function withOwnAddresses(
  keeper: Keeper,
  office: SheetReading["office"] & {},
): typeof keeper.office {
  const own = [keeper.settings.imap.user, keeper.settings.smtp.address].map((each) =>
    each.toLowerCase(),
  );
  const ourAddresses = [...new Set([...office.policy.ourAddresses, ...own])];
  return { ...office, policy: { ...office.policy, ourAddresses } };
}

async function installationOf(keeper: Keeper): Promise<string> {
  const known = await keeper.ports.journal.state<string>("installation");
  if (known !== undefined) return known;
  const fresh = keeper.ports.newInstallation();
  await keeper.commit({ state: { installation: fresh } });
  return fresh;
}

/** Two installations on one spreadsheet would write to everybody twice (DESIGN 11). */
async function refuseForeign(keeper: Keeper, { owner }: SheetReading): Promise<void> {
  if (owner === null || owner.installation === (await installationOf(keeper))) return;
  if (keeper.ports.clock.now() - owner.at > 3 * HEARTBEAT_EVERY) return;
  throw new RemoteError(`Cannot use the spreadsheet: installation on "${owner.host}" is at work`, {
    kind: "misconfigured",
    remedy: `Lembar kerja ini sedang dipakai aduan di komputer ${owner.host}. Hentikan yang di sana, atau tunggu 30 menit setelah dihentikan.`,
  });
}
