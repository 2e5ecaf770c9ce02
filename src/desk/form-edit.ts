import type { Complaint } from "./complaint.ts";

const SHOWN = [
  ["unit", "OPD/Desa"],
  ["reporter", "Pelapor"],
  ["email", "Email"],
  ["phone", "No. HP"],
  ["place", "Lokasi"],
  ["text", "Uraian"],
] as const satisfies readonly [keyof Complaint, string][];

/** What an edited form answer says that the first did not, for *Pesan Terakhir* (B013). */
export function editWords(before: Complaint, after: Complaint): string {
  const changed = SHOWN.filter(([field]) => before[field].trim() !== after[field].trim());
  if (changed.length === 0) return "Formulir dikirim ulang tanpa perubahan.";
  const words = changed.map(
    ([field, name]) => `${name}: ${after[field].trim() || "(dikosongkan)"}`,
  );
  return `Isian formulir diubah. ${words.join("; ")}`;
}
