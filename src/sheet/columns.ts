import { CAUSES } from "./choices.ts";
import { CATEGORIES, CHANNELS, KINDS, PRIORITIES } from "../desk/complaint.ts";
import { ROLES } from "../desk/office.ts";
import { CANCEL_REASONS, STATUSES, VISITS } from "../desk/ticket.ts";

/** Who may write a column: the worker; staff; or staff after the worker filled it at birth. */
export type Owner = "worker" | "staff" | "birth";

export type ColumnType = "text" | "datetime" | "date" | "choice" | "checkbox";

export interface Column {
  /** The value of the column's developer metadata; never shown to people. */
  key: string;
  header: string;
  owner: Owner;
  type: ColumnType;
  /** Pixels. */
  width: number;
  choices: readonly string[];
  /** The column cannot do without it: missing or double makes the reading unusable. */
  required: boolean;
  hidden: boolean;
}

export type TabKey =
  | "log"
  | "other-mail"
  | "history"
  | "staff"
  | "units"
  | "days"
  | "duty"
  | "settings"
  | "dashboard"
  | "guide"
  | "system";

export interface Tab {
  key: TabKey;
  title: string;
  /** The id that setup gives a tab it makes, so that making it twice is refused by Google. */
  sheetId: number;
  columns: readonly Column[];
  frozenColumns: number;
  hidden: boolean;
  /** The worker reads its rows. */
  read: boolean;
}

type Options = Partial<Pick<Column, "choices" | "required" | "hidden">>;

function column(
  owner: Owner,
  key: string,
  header: string,
  type: ColumnType,
  width: number,
  options: Options = {},
): Column {
  return {
    key,
    header,
    owner,
    type,
    width,
    choices: [],
    required: true,
    hidden: false,
    ...options,
  };
}

const LOG: readonly Column[] = [
  column("worker", "number", "No. Aduan", "text", 120),
  column("worker", "timeState", "Status Waktu", "text", 120),
  column("worker", "due", "Batas Waktu", "datetime", 130),
  column("worker", "note", "Catatan Sistem", "text", 280),
  column("birth", "reportedAt", "Waktu Lapor", "datetime", 130),
  column("birth", "channel", "Kanal", "choice", 100, { choices: CHANNELS }),
  column("birth", "kind", "Jenis", "choice", 100, { choices: KINDS }),
  column("birth", "unit", "OPD/Desa", "text", 200),
  column("birth", "reporter", "Pelapor", "text", 150),
  column("birth", "email", "Email Pelapor", "text", 190),
  column("birth", "phone", "No. HP", "text", 120),
  column("birth", "place", "Lokasi", "text", 150),
  column("birth", "subject", "Perihal", "text", 220),
  column("birth", "text", "Uraian Aduan", "text", 320),
  column("worker", "attachments", "Lampiran", "text", 140, { required: false }),
  column("birth", "category", "Kategori", "choice", 175, { choices: CATEGORIES }),
  column("worker", "suggestion", "Usulan", "text", 200, { required: false }),
  column("staff", "priority", "Prioritas", "choice", 90, { choices: PRIORITIES }),
  column("staff", "suspectedCause", "Dugaan Penyebab", "text", 180),
  column("staff", "visit", "Tinjauan Lapangan", "choice", 120, { choices: VISITS }),
  column("staff", "officers", "Petugas", "text", 150),
  column("birth", "status", "Status", "choice", 140, { choices: STATUSES }),
  column("staff", "cause", "Penyebab", "choice", 175, { choices: CAUSES }),
  column("staff", "result", "Hasil Perbaikan", "text", 260),
  column("staff", "finishedAt", "Waktu Selesai", "datetime", 130),
  column("staff", "cancelReason", "Alasan Batal", "choice", 130, { choices: CANCEL_REASONS }),
  column("staff", "parent", "Aduan Induk", "text", 120),
  column("staff", "remark", "Keterangan", "text", 220),
  column("worker", "stage", "Tahap SOP", "text", 220, { required: false }),
  column("worker", "received", "Diterima", "datetime", 130, { required: false }),
  column("worker", "identified", "Diidentifikasi", "datetime", 130, { required: false }),
  column("worker", "repaired", "Diperbaiki", "datetime", 130, { required: false }),
  column("worker", "reported", "Dilaporkan", "datetime", 130, { required: false }),
  column("worker", "closed", "Ditutup", "datetime", 130, { required: false }),
  column("worker", "lastMessage", "Pesan Terakhir", "text", 260, { required: false }),
  column("worker", "lastLetter", "Surat Terakhir", "text", 220, { required: false }),
  column("worker", "code", "Kode", "text", 120, { hidden: true }),
];

const OTHER_MAIL: readonly Column[] = [
  column("worker", "at", "Waktu", "datetime", 130),
  column("worker", "from", "Dari", "text", 200),
  column("worker", "subject", "Perihal", "text", 280),
  column("worker", "class", "Golongan", "text", 110),
  column("worker", "reason", "Alasan", "text", 260),
  column("staff", "promote", "Jadikan aduan", "checkbox", 110),
  column("worker", "ref", "Kode", "text", 140, { hidden: true }),
];

const HISTORY: readonly Column[] = [
  column("worker", "at", "Waktu", "datetime", 130),
  column("worker", "number", "No. Aduan", "text", 120),
  column("worker", "what", "Kejadian", "text", 200),
  column("worker", "who", "Oleh", "text", 130),
  column("worker", "detail", "Rincian", "text", 420),
  column("worker", "id", "Kode", "text", 170),
];

/** Beside each line that people type: what the worker could not read in it. */
function reasonColumn(): Column {
  return column("worker", "problem", "Masalah", "text", 320, { required: false });
}

const STAFF: readonly Column[] = [
  column("staff", "name", "Nama", "text", 180),
  column("staff", "email", "Email", "text", 220),
  column("staff", "role", "Peran", "choice", 130, { choices: ROLES }),
  column("staff", "active", "Aktif", "choice", 80, { choices: ["Ya", "Tidak"], required: false }),
  column("staff", "leaveFrom", "Cuti dari", "date", 110, { required: false }),
  column("staff", "leaveTo", "Cuti sampai", "date", 110, { required: false }),
  reasonColumn(),
];

const UNITS: readonly Column[] = [
  column("staff", "name", "Nama OPD/Desa", "text", 280),
  column("staff", "shortName", "Nama Singkat", "text", 150, { required: false }),
  column("staff", "kind", "Jenis", "text", 120, { required: false }),
  column("staff", "subDistrict", "Kecamatan", "text", 130, { required: false }),
  column("staff", "addresses", "Alamat Email atau Domain", "text", 320),
  reasonColumn(),
];

const DAYS: readonly Column[] = [
  column("staff", "date", "Tanggal", "date", 110),
  column("staff", "name", "Nama", "text", 280),
  column("staff", "what", "Jenis", "choice", 120, { choices: ["libur", "dicoret", "jam khusus"] }),
  column("staff", "hours", "Jam", "text", 200, { required: false }),
  reasonColumn(),
];

const DUTY: readonly Column[] = [
  column("staff", "day", "Tanggal atau Hari", "text", 150),
  column("staff", "officer", "Petugas Piket", "text", 180),
  column("staff", "deputy", "Cadangan", "text", 180, { required: false }),
  reasonColumn(),
];

const SETTINGS: readonly Column[] = [
  column("worker", "name", "Pengaturan", "text", 240),
  column("staff", "value", "Nilai", "text", 260),
  column("worker", "fallback", "Bawaan", "text", 240, { required: false }),
  column("worker", "explanation", "Penjelasan", "text", 440, { required: false }),
  reasonColumn(),
];

const SYSTEM: readonly Column[] = [
  column("worker", "name", "Nama", "text", 240),
  column("worker", "value", "Isi", "text", 600),
];

function tab(
  key: TabKey,
  title: string,
  serial: number,
  columns: readonly Column[],
  options: Partial<Pick<Tab, "frozenColumns" | "hidden" | "read">> = {},
): Tab {
  const sheetId = 41_510_000 + serial;
  return { key, title, sheetId, columns, frozenColumns: 0, hidden: false, read: true, ...options };
}

/** Every tab of the office's spreadsheet, in the order in which setup makes them (DESIGN 5.1). */
export const TABS: readonly Tab[] = [
  tab("log", "Log Aduan", 1, LOG, { frozenColumns: 2 }),
  tab("other-mail", "Surat Lain", 2, OTHER_MAIL),
  tab("history", "Riwayat", 3, HISTORY),
  tab("staff", "Petugas", 4, STAFF),
  tab("units", "OPD-Desa", 5, UNITS),
  tab("days", "Hari Libur", 6, DAYS),
  tab("duty", "Jadwal Piket", 7, DUTY),
  tab("settings", "Pengaturan", 8, SETTINGS),
  tab("dashboard", "Dasbor", 9, [], { read: false }),
  tab("guide", "Panduan", 10, [], { read: false }),
  tab("system", "Sistem", 11, SYSTEM, { hidden: true, read: false }),
];

export function tabOf(key: TabKey): Tab {
  const found = TABS.find((each) => each.key === key);
  if (!found) throw new TypeError(`unknown tab ${key}`);
  return found;
}

export function columnsOf(key: TabKey): readonly Column[] {
  return tabOf(key).columns;
}

/** Keys of the developer metadata (visibility DOCUMENT). */
export const COLUMN_TAG = "aduan.column";
export const TAB_TAG = "aduan.tab";
export const OWNER_TAG = "aduan.owner";
