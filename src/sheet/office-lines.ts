import { type DutyLine, ROLES, type StaffMember, type Unit } from "../desk/office.ts";
import type { DayRule } from "../desk/policy.ts";
import type { LocalDate } from "../desk/time.ts";
import { type Cell, isBlank, isError, textOf } from "./cells.ts";
import { readWindows } from "./settings-hours.ts";
import { readDate } from "./typed-dates.ts";

type Line = (key: string) => Cell;

const ADDRESS = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/;

/** A line of *Petugas*, or the sentence that says what is wrong with it. */
export function staffOf(cell: Line): StaffMember | string {
  const name = textOf(cell("name"));
  const email = textOf(cell("email")).toLowerCase();
  const role = ROLES.find((each) => each.toLowerCase() === textOf(cell("role")).toLowerCase());
  const leaveFrom = dateOrNull(cell("leaveFrom"));
  const leaveTo = dateOrNull(cell("leaveTo"));
  if (name === "") return "Nama belum diisi.";
  if (!ADDRESS.test(email)) {
    return `Email "${email}" bukan alamat surel. Ketik alamatnya, bukan nama orangnya.`;
  }
  if (!role) return `Peran tidak dikenal; pilih ${ROLES.join(", ")}.`;
  if (leaveFrom === undefined || leaveTo === undefined) {
    return "Tanggal cuti tidak dapat dibaca; tulis seperti 24/11/2026.";
  }
  const active = !["tidak", "false", "nonaktif"].includes(textOf(cell("active")).toLowerCase());
  return { name, email, role, active, leaveFrom, leaveTo };
}

function dateOrNull(cell: Cell): LocalDate | null | undefined {
  if (isBlank(cell)) return null;
  if (isError(cell) || typeof cell === "boolean") return undefined;
  return readDate(cell ?? "");
}

const PATTERN = /^(?:[^\s@]+@)?(?:\*\.)?[^\s@,;]+\.[^\s@,;]+$/;

/** A line of *OPD-Desa*: addresses, `domain` or `*.domain`, apart by commas or line breaks. */
export function unitOf(cell: Line): Unit | string {
  const name = textOf(cell("name"));
  if (name === "") return "Nama OPD/Desa belum diisi.";
  const addresses = textOf(cell("addresses"))
    .toLowerCase()
    .split(/[\s,;]+/)
    .map((each) => each.replace(/^@/, ""))
    .filter((each) => each !== "");
  const wrong = addresses.find((each) => !PATTERN.test(each));
  if (wrong !== undefined) return `"${wrong}" bukan alamat surel atau domain.`;
  return {
    name,
    shortName: textOf(cell("shortName")),
    kind: textOf(cell("kind")),
    subDistrict: textOf(cell("subDistrict")),
    addresses,
  };
}

/** What people type for a day that the office works on after all. */
const STRUCK: ReadonlySet<string> = new Set(["dicoret", "coret", "hapus", "dihapus"]);

/** A line of *Hari Libur*; *Jenis* left blank means a day off. */
export function dayOf(cell: Line): DayRule | string {
  const date = dateOrNull(cell("date"));
  if (!date) return "Tanggal tidak dapat dibaca; tulis seperti 24/11/2026.";
  const typed = textOf(cell("what")).toLowerCase() || "libur";
  const what = STRUCK.has(typed) ? "dicoret" : typed;
  const name = textOf(cell("name"));
  if (what === "libur" || what === "dicoret") return { date, name, what, windows: [] };
  if (what !== "jam khusus") return "Jenis tidak dikenal; pilih libur, dicoret, atau jam khusus.";
  const windows = readWindows(textOf(cell("hours")));
  if (!windows) return "Jam tidak dapat dibaca; tulis seperti 07.30-12.00, 13.00-15.00.";
  return { date, name, what, windows };
}

const WEEKDAYS = ["senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"];

/** A line of *Jadwal Piket*. */
export function dutyOf(cell: Line): DutyLine | string {
  const day = cell("day");
  const officer = textOf(cell("officer"));
  if (officer === "") return "Petugas Piket belum diisi.";
  const named = WEEKDAYS.indexOf(textOf(day).toLowerCase().replace("jum'at", "jumat"));
  const weekday = named < 0 ? null : named + 1;
  const date = weekday === null ? dateOrNull(day) : null;
  if (weekday === null && !date) {
    return "Tanggal atau hari tidak dapat dibaca; tulis seperti 24/11/2026 atau Sabtu.";
  }
  return { date: date ?? null, weekday, officer, deputy: textOf(cell("deputy")) };
}
