import { existsSync } from "node:fs";
import { join } from "node:path";

import type { Config } from "../config.ts";
import { calendarWarnings, movedDeadlinesWarning } from "../desk/calendar-care.ts";
import { makeCalendar } from "../desk/calendar.ts";
import { defaultPolicy } from "../desk/default-policy.ts";
import type { Office } from "../desk/office.ts";
import { countMoved } from "../desk/recompute.ts";
import { MINUTE } from "../desk/time.ts";
import type { Instant } from "../desk/time.ts";
import { instant } from "../desk/words.ts";
import { RemoteError } from "../errors.ts";
import { googleForms } from "../form/google-forms.ts";
import type { GoogleClient } from "../google/client.ts";
import { openJournal } from "../journal/sqlite.ts";
import { checkSmtp } from "../letters/smtp.ts";
import { checkImap } from "../mailbox/imap-check.ts";
import { googleSheets } from "../sheet/google-sheets.ts";
import { checkSpreadsheet } from "../sheet/setup-spreadsheet.ts";
import type { Log } from "../worker/ports.ts";
import type { SheetReading } from "../worker/sheet-port.ts";
import { imapOptions, openGoogle, smtpOptions } from "./adapters.ts";
import type { CommandContext } from "./context.ts";

export interface Check {
  name: string;
  /** Sentences in Indonesian; throws when what was tried does not work. */
  run: () => Promise<{ found: string; warnings: readonly string[] }>;
}

/** A wrong clock changes deadlines, and from five minutes on Google refuses the sign-in. */
const CLOCK_TOLERANCE = 2 * MINUTE;

/** In the order in which a failure explains those after it. */
export function checksOf(
  config: Config,
  { canWrite, now }: Pick<CommandContext, "canWrite"> & { now: () => Instant },
): Check[] {
  let google: Promise<GoogleClient> | undefined;
  const client = () => (google ??= openGoogle(config));
  let office: Office | null = null;
  let inDoubt: readonly string[] = [];

  return [
    {
      name: "IMAP",
      run: async () => well(await checkImap(imapOptions(config, SILENT, async () => undefined))),
    },
    { name: "SMTP", run: async () => well(await checkSmtp(smtpOptions(config))) },
    {
      name: "Token Google",
      async run() {
        const signedIn = await client();
        await signedIn.signIn();
        return well(`masuk sebagai ${signedIn.account}.`);
      },
    },
    {
      name: "Lembar kerja",
      async run() {
        const { spreadsheetId } = config.google;
        const options = {
          spreadsheetId,
          zone: config.zone,
          prefix: config.ticketPrefix,
          now,
        };
        const reading = await googleSheets(await client(), options).read(null);
        office = reading.office;
        inDoubt = reading.officeProblems;
        return foundInSheet(reading, now(), await checkSpreadsheet(await client(), options));
      },
    },
    {
      name: "Formulir",
      async run() {
        const { formId } = config.google;
        if (formId === null) return well("tidak dipakai (FORM_ID kosong).");
        const { problems } = await googleForms(await client(), { formId }).read({
          cursor: null,
          questions: {},
        });
        return { found: "terbaca beserta jawabannya.", warnings: problems };
      },
    },
    { name: "Jurnal", run: () => checkJournal(config, canWrite) },
    {
      name: "Kalender",
      async run() {
        const { found, warnings } = checkCalendar(office, config.zone, now());
        const moved = office === null ? [] : await movedBy(office, config);
        return { found, warnings: [...warnings, ...inDoubt, ...moved] };
      },
    },
  ];
}

function foundInSheet(
  { usable, problems, office, serverDate }: SheetReading,
  now: Instant,
  remarks: readonly string[],
) {
  if (!usable) {
    throw new RemoteError("The spreadsheet is not usable", {
      kind: "misconfigured",
      remedy: `${problems.join(" ")} Jalankan: npm run setup`,
    });
  }
  const warnings = [...remarks];
  const heads = office?.staff.filter(({ role }) => role === "Kepala Seksi") ?? [];
  if (heads.length > 0 && !heads.some(({ active }) => active)) {
    warnings.push(
      "Kepala Seksi di lembar Petugas tidak ada yang aktif; eskalasi tidak punya tujuan.",
    );
  }
  if (office?.policy.sendMode === "uji") {
    warnings.push("Kirim Surat = uji: semua surat hanya dikirim ke OPERATOR_EMAIL.");
  }
  const skew = serverDate === null ? 0 : now - serverDate;
  if (Math.abs(skew) > CLOCK_TOLERANCE) {
    const minutes = Math.round(Math.abs(skew) / MINUTE);
    const side = skew > 0 ? "lebih cepat" : "lebih lambat";
    warnings.push(`jam komputer ini ${minutes} menit ${side} dari jam Google; nyalakan NTP.`);
  }
  const [staff, units] = [office?.staff.length ?? 0, office?.units.length ?? 0];
  return { found: `semua tab terbaca; ${staff} petugas, ${units} OPD/desa.`, warnings };
}

async function checkJournal(config: Config, canWrite: CommandContext["canWrite"]) {
  const file = join(config.dataDir, "journal.db");
  if (!existsSync(file)) {
    // Made by the first start; a check leaves nothing behind.
    if (canWrite(config.dataDir)) return well(`belum ada, akan dibuat di ${config.dataDir}.`);
    throw new RemoteError("DATA_DIR is not writable", {
      kind: "misconfigured",
      remedy: `Folder ${config.dataDir} tidak boleh ditulisi oleh akun ini.`,
    });
  }
  const journal = await openJournal(file, { readOnly: true });
  try {
    return well(`${(await journal.load()).length} aduan terbuka di ${file}.`);
  } finally {
    await journal.close();
  }
}

function checkCalendar(office: Office | null, zone: string, now: Instant) {
  const policy = office?.policy ?? defaultPolicy(zone);
  const calendar = makeCalendar(policy.calendar);
  const warnings = calendarWarnings(policy, calendar.localDate(now));
  if (warnings.length === 0 || policy.calendar.week.some((day) => day.length > 0)) {
    const opening = instant(calendar.nextOpening(now), zone);
    return { found: `jam kerja berikutnya (atau yang berlangsung): ${opening}.`, warnings };
  }
  throw new RemoteError("The calendar is empty", {
    kind: "misconfigured",
    remedy: warnings.join(" "),
  });
}

/** What the rules in the Sheet would do to the deadlines that run now, before the worker acts. */
async function movedBy({ policy }: Office, config: Config): Promise<string[]> {
  const file = join(config.dataDir, "journal.db");
  if (!existsSync(file)) return [];
  const journal = await openJournal(file, { readOnly: true });
  try {
    const rules = { policy, calendar: makeCalendar(policy.calendar) };
    const sentence = movedDeadlinesWarning(countMoved(await journal.load(), rules));
    return sentence === "" ? [] : [sentence];
  } finally {
    await journal.close();
  }
}

function well(found: string): { found: string; warnings: readonly string[] } {
  return { found, warnings: [] };
}

/** What goes wrong is a line of its own on the console; a log would say it twice. */
const SILENT: Log = { debug() {}, info() {}, warn() {}, error() {} };
