import type { LocalDate } from "./time.ts";

/** A day off that the government decreed for the whole country. */
export interface DecreedDay {
  date: LocalDate;
  name: string;
}

interface ListedDay extends DecreedDay {
  /** *Cuti bersama* closes the office as a national holiday does. */
  kind: "libur nasional" | "cuti bersama";
}

interface YearOfDays {
  year: number;
  /** The joint decree of three ministers (*SKB 3 Menteri*) the list was taken from. */
  decree: string;
  /** Depends on the sighting of the moon (*sidang isbat*): the office corrects it in *Hari Libur*. */
  provisional: readonly LocalDate[];
  days: readonly ListedDay[];
}

function national(date: LocalDate, name: string): ListedDay {
  return { date, name, kind: "libur nasional" };
}

function joint(date: LocalDate, name: string): ListedDay {
  return { date, name, kind: "cuti bersama" };
}

/** The lists shipped with this version; later years come with the next one, or from *Hari Libur*. */
export const DECREED_YEARS: readonly YearOfDays[] = [
  {
    year: 2026,
    decree: "SKB 3 Menteri 1497/2025, 2/2025, 5/2025",
    provisional: [],
    days: [
      national("2026-01-01", "Tahun Baru 2026 Masehi"),
      national("2026-01-16", "Isra Mikraj Nabi Muhammad SAW"),
      joint("2026-02-16", "Tahun Baru Imlek 2577 Kongzili"),
      national("2026-02-17", "Tahun Baru Imlek 2577 Kongzili"),
      joint("2026-03-18", "Hari Suci Nyepi (Tahun Baru Saka 1948)"),
      national("2026-03-19", "Hari Suci Nyepi (Tahun Baru Saka 1948)"),
      joint("2026-03-20", "Idulfitri 1447 H"),
      national("2026-03-21", "Idulfitri 1447 H"),
      national("2026-03-22", "Idulfitri 1447 H"),
      joint("2026-03-23", "Idulfitri 1447 H"),
      joint("2026-03-24", "Idulfitri 1447 H"),
      national("2026-04-03", "Wafat Yesus Kristus"),
      national("2026-04-05", "Kebangkitan Yesus Kristus (Paskah)"),
      national("2026-05-01", "Hari Buruh Internasional"),
      national("2026-05-14", "Kenaikan Yesus Kristus"),
      joint("2026-05-15", "Kenaikan Yesus Kristus"),
      national("2026-05-27", "Iduladha 1447 H"),
      joint("2026-05-28", "Iduladha 1447 H"),
      national("2026-05-31", "Hari Raya Waisak 2570 BE"),
      national("2026-06-01", "Hari Lahir Pancasila"),
      national("2026-06-16", "1 Muharam Tahun Baru Islam 1448 H"),
      national("2026-08-17", "Proklamasi Kemerdekaan"),
      national("2026-08-25", "Maulid Nabi Muhammad SAW"),
      joint("2026-12-24", "Kelahiran Yesus Kristus"),
      national("2026-12-25", "Kelahiran Yesus Kristus (Natal)"),
    ],
  },
  {
    year: 2027,
    decree: "SKB 3 Menteri 1205/2026, 3/2026, 2/2026",
    provisional: [
      "2027-03-09",
      "2027-03-10",
      "2027-03-11",
      "2027-03-12",
      "2027-03-15",
      "2027-05-17",
      "2027-05-18",
    ],
    days: [
      national("2027-01-01", "Tahun Baru 2027 Masehi"),
      national("2027-01-05", "Isra Mikraj Nabi Muhammad SAW"),
      joint("2027-02-05", "Tahun Baru Imlek 2578 Kongzili"),
      national("2027-02-06", "Tahun Baru Imlek 2578 Kongzili"),
      national("2027-03-08", "Hari Suci Nyepi (Tahun Baru Saka 1949)"),
      joint("2027-03-09", "Idulfitri 1448 H"),
      national("2027-03-10", "Idulfitri 1448 H"),
      national("2027-03-11", "Idulfitri 1448 H"),
      joint("2027-03-12", "Idulfitri 1448 H"),
      joint("2027-03-15", "Idulfitri 1448 H"),
      joint("2027-03-25", "Wafat Yesus Kristus"),
      national("2027-03-26", "Wafat Yesus Kristus"),
      national("2027-03-28", "Kebangkitan Yesus Kristus (Paskah)"),
      national("2027-05-01", "Hari Buruh Internasional"),
      national("2027-05-06", "Kenaikan Yesus Kristus"),
      national("2027-05-17", "Iduladha 1448 H"),
      joint("2027-05-18", "Iduladha 1448 H"),
      joint("2027-05-19", "Hari Raya Waisak 2571 BE"),
      national("2027-05-20", "Hari Raya Waisak 2571 BE"),
      national("2027-06-01", "Hari Lahir Pancasila"),
      national("2027-06-06", "1 Muharam Tahun Baru Islam 1449 H"),
      national("2027-08-15", "Maulid Nabi Muhammad SAW"),
      national("2027-08-17", "Proklamasi Kemerdekaan"),
      joint("2027-12-24", "Kelahiran Yesus Kristus"),
      national("2027-12-25", "Kelahiran Yesus Kristus (Natal)"),
      national("2027-12-26", "Isra Mikraj Nabi Muhammad SAW"),
    ],
  },
];

/** Every decreed day off of every shipped year, in order. */
export const DECREED_DAYS_OFF: readonly DecreedDay[] = DECREED_YEARS.flatMap((year) => year.days);
