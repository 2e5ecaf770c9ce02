import type { Complaint } from "../../../src/desk/complaint.ts";
import { REPORTERS, UNITS } from "../../../src/sandbox/example-office.ts";
import type { Truth } from "./truth.ts";

/** A complaint somebody has in mind, before it reaches the office in some way. */
export interface Matter {
  mark: string;
  unit: string;
  reporter: string;
  email: string;
  text: string;
}

const PEOPLE = Object.values(REPORTERS);

const FAULTS = [
  "Internet mati sejak pagi",
  "WiFi ruang rapat lambat sekali",
  "Tidak dapat membuka aplikasi pelayanan",
  "Kabel FO di depan kantor putus tertabrak truk",
  "Telepon IP di loket tidak berbunyi",
  "Lampu LOS pada modem berwarna merah",
  "Komputer loket tidak mendapat alamat IP",
  "Akses VPN ke server daerah terputus",
  "Situs kantor tidak dapat dibuka dari luar",
  "Perangkat radio di menara tidak menyala",
];

/** Who complains, and of what; the same people and units come again, as they do. */
export class Reporters {
  readonly #truth: Truth;
  readonly matters = new Map<string, Matter>();

  constructor(truth: Truth) {
    this.#truth = truth;
  }

  matter(who: number, what: number): Matter {
    const mark = this.#truth.newMark();
    const person = PEOPLE[who % PEOPLE.length] ?? PEOPLE[0];
    const unit = UNITS[who % UNITS.length] ?? UNITS[0];
    const matter = {
      mark,
      unit: unit?.name ?? "",
      reporter: person?.name ?? "",
      email: person?.address ?? "",
      text: `${FAULTS[what % FAULTS.length]} di ruang ${what} [${mark}]`,
    };
    this.matters.set(mark, matter);
    return matter;
  }

  /** Another wording of the same. */
  reworded(mark: string, nth: number): string {
    return `Perbaikan ${nth}: ${FAULTS[nth % FAULTS.length]} lagi [${mark}]`;
  }

  isFrom(mark: string, who: number): boolean {
    return this.matters.get(mark)?.reporter === PEOPLE[who % PEOPLE.length]?.name;
  }

  addressOf(mark: string): string {
    return this.matters.get(mark)?.email ?? "";
  }
}

export function formComplaint(
  { unit, reporter, email, text }: Matter,
  reportedAt: number,
): Complaint {
  return {
    channel: "Formulir",
    kind: "Aduan",
    reportedAt,
    unit,
    reporter,
    email,
    phone: "",
    place: "",
    subject: text.slice(0, 80),
    text,
    attachments: [],
    category: "",
    suggestion: { category: "", categorySure: false, priority: "", request: false, reason: "" },
    notes: [],
  };
}
