/** What of a complaint a question asks for; `reportedAt` only where helpdesk staff fill the form in. */
export type FormField =
  | "reporter"
  | "unit"
  | "position"
  | "phone"
  | "email"
  | "place"
  | "category"
  | "text"
  | "since"
  | "stopped"
  | "reportedAt";

/** One question of the complaint form, word for word. */
export interface FormQuestionText {
  field: FormField;
  title: string;
  required: boolean;
  /** Beneath the question; "" for none. */
  help: string;
}

/** The form's ten questions (DOMAIN 6.5), short because the reporter has 15 minutes. */
export const FORM_QUESTIONS: readonly FormQuestionText[] = [
  question("reporter", "Nama pelapor", true),
  question("unit", "OPD/Desa", true, "Pilih dari daftar."),
  question("position", "Jabatan", false),
  question("phone", "Nomor HP/WA", true, "Yang dapat dihubungi petugas."),
  question("email", "Email", false, "Tanda terima dikirim ke alamat ini."),
  question("place", "Lokasi gangguan", true, "Gedung, lantai, ruang."),
  question("category", "Jenis gangguan", true, "Pilih dari daftar."),
  question("text", "Uraian", true, "Apa yang terjadi? Jangan menuliskan kata sandi."),
  question("since", "Sejak kapan", false),
  question("stopped", "Apakah pelayanan masyarakat terhenti?", true, "Ya, Sebagian, atau Tidak."),
];

/** The field that a title asks for; office people word it freely, so near titles count too. */
export function fieldOfTitle(title: string): FormField | undefined {
  const plain = plainTitle(title);
  const exact = FORM_QUESTIONS.find((one) => plainTitle(one.title) === plain);
  return exact?.field ?? OTHER_TITLES.get(plain);
}

/** The short label before an answer that has no column of its own. */
export const LABELS: Readonly<Record<"position" | "since" | "stopped", string>> = {
  position: "Jabatan",
  since: "Sejak kapan",
  stopped: "Pelayanan masyarakat terhenti",
};

function question(field: FormField, title: string, required: boolean, help = ""): FormQuestionText {
  return { field, title, required, help };
}

function plainTitle(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/\([^()]*\)/g, " ")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const OTHER_TITLES: ReadonlyMap<string, FormField> = new Map([
  ["nama", "reporter"],
  ["nama lengkap", "reporter"],
  ["opd", "unit"],
  ["opd desa kelurahan", "unit"],
  ["instansi", "unit"],
  ["unit kerja", "unit"],
  ["nomor hp", "phone"],
  ["no hp", "phone"],
  ["no hp wa", "phone"],
  ["nomor telepon", "phone"],
  ["nomor whatsapp", "phone"],
  ["e mail", "email"],
  ["alamat email", "email"],
  ["email pelapor", "email"],
  ["lokasi", "place"],
  ["tempat gangguan", "place"],
  ["jenis aduan", "category"],
  ["kategori", "category"],
  ["kategori gangguan", "category"],
  ["uraian gangguan", "text"],
  ["uraian aduan", "text"],
  ["deskripsi gangguan", "text"],
  ["sejak kapan gangguan terjadi", "since"],
  ["pelayanan masyarakat terhenti", "stopped"],
  ["apakah pelayanan terhenti", "stopped"],
  ["waktu lapor", "reportedAt"],
]);
