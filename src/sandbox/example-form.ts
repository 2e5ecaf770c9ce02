import { CATEGORIES } from "../desk/complaint.ts";
import { UNITS } from "./example-office.ts";

/** A question of the complaint form. */
export interface Question {
  title: string;
  required: boolean;
  /** What the dropdown offers; [] for typed answers. */
  choices: readonly string[];
  paragraph: boolean;
}

/** The form's ten questions, in the order in which they are asked. */
export const QUESTIONS: readonly Question[] = [
  typed("Nama pelapor", { required: true }),
  chosen(
    "OPD/Desa",
    UNITS.map(({ name }) => name),
    { required: true },
  ),
  typed("Jabatan"),
  typed("Nomor HP/WA", { required: true }),
  typed("Email"),
  typed("Lokasi gangguan", { required: true }),
  chosen("Jenis gangguan", CATEGORIES, { required: true }),
  typed("Uraian", { required: true, paragraph: true }),
  typed("Sejak kapan"),
  chosen("Apakah pelayanan masyarakat terhenti?", ["Ya", "Sebagian", "Tidak"], { required: true }),
];

function typed(title: string, { required = false, paragraph = false } = {}): Question {
  return { title, required, choices: [], paragraph };
}

function chosen(title: string, choices: readonly string[], { required = false } = {}): Question {
  return { title, required, choices, paragraph: false };
}
