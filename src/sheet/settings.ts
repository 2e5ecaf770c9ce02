import type { Policy, StepFiveCount } from "../desk/policy.ts";
import { HOUR, MINUTE } from "../desk/time.ts";
import { type Cell, textOf } from "./cells.ts";
import { clockText, hoursSetting, periodSetting } from "./settings-hours.ts";
import { LADDER_SETTINGS } from "./settings-ladder.ts";
import { readClock } from "./typed-dates.ts";

/** One row of *Pengaturan*. */
export interface Setting {
  name: string;
  explanation: string;
  /** As the cell would be typed. */
  show(policy: Policy): string;
  /** The policy with this cell in it; undefined when it cannot be read, else what is wrong with it. */
  take(policy: Policy, cell: Cell): Policy | string | undefined;
  /** What a readable cell looks like, for the sentence beside a wrong one. */
  example: string;
}

const LIMIT_NAMES = {
  2: "penerimaan",
  3: "identifikasi",
  4: "perbaikan daring/telepon",
  5: "perbaikan lapangan",
  6: "laporan penanganan",
} as const;

export const SETTINGS: readonly Setting[] = [
  {
    name: "Kirim Surat",
    explanation:
      "uji: semua surat hanya dikirim ke operator. ya: surat dikirim ke alamat sebenarnya. tidak: tidak ada surat.",
    example: "ya, uji, atau tidak",
    show: (policy) => policy.sendMode,
    take(policy, cell) {
      const read = choice(cell, ["ya", "uji", "tidak"] as const);
      return read && { ...policy, sendMode: read };
    },
  },
  ...[1, 2, 3, 4, 5, 6, 7].map(hoursSetting),
  ...[1, 2, 3].map(periodSetting),
  ...([2, 3, 4, 5, 6] as const).map(limitSetting),
  {
    name: "Hitungan Langkah 5",
    explanation:
      "hari kerja: 24 jam pada hari kerja. jam dinding: 24 jam terus-menerus. jam kerja: 24 jam layanan.",
    example: "hari kerja, jam dinding, atau jam kerja",
    show: (policy) => policy.stepFiveCount,
    take(policy, cell) {
      const known: readonly StepFiveCount[] = ["hari kerja", "jam dinding", "jam kerja"];
      const read = choice(cell, known);
      return read && { ...policy, stepFiveCount: read };
    },
  },
  ...LADDER_SETTINGS,
  yesNo(
    "Pihak Ketiga Menghentikan Waktu",
    "ya: batas waktu berhenti selama Status Menunggu Pihak Ketiga.",
    "thirdPartyStopsClock",
  ),
  {
    name: "Perubahan Dianggap Tetap",
    explanation: "Menit sebuah isian harus tidak berubah sebelum ditindaklanjuti.",
    example: "2",
    show: (policy) => String(policy.settling.duration / MINUTE),
    take(policy, cell) {
      const minutes = wholeNumber(cell, 0, 60);
      if (minutes === undefined) return undefined;
      return { ...policy, settling: { ...policy.settling, duration: minutes * MINUTE } };
    },
  },
  timeSetting("Jam Laporan Harian", "Dikirim kepada pimpinan pada hari kerja.", "digestAt"),
  timeSetting("Jam Rekapitulasi Bulanan", "Dikirim pada hari kerja pertama tiap bulan.", "recapAt"),
  {
    name: "Masa Buka Kembali",
    explanation: "Hari kerja setelah selesai; balasan pelapor dalam masa ini membuka aduan lagi.",
    example: "3",
    show: (policy) => String(policy.reopenWorkingDays),
    take(policy, cell) {
      const days = wholeNumber(cell, 0, 60);
      return days === undefined ? undefined : { ...policy, reopenWorkingDays: days };
    },
  },
  acknowledgements("Tanda Terima per Jam, Alamat Terdaftar", "known"),
  acknowledgements("Tanda Terima per Jam, Alamat Lain", "unknown"),
  acknowledgements("Tanda Terima per Jam, Domain Lain", "domain"),
  listSetting(
    "Domain Surel Umum",
    "Domain yang dipakai siapa saja, sehingga tidak menunjukkan instansi.",
    "freeMailDomains",
  ),
  listSetting(
    "Alamat Kita",
    "Alamat milik kantor ini; tidak pernah dikirimi surat.",
    "ourAddresses",
  ),
  {
    name: "Telepon Piket",
    explanation: "Disebut dalam tanda terima di luar jam layanan.",
    example: "0812-0000-0000",
    show: (policy) => policy.dutyPhone,
    take: (policy, cell) => ({ ...policy, dutyPhone: textOf(cell) }),
  },
  yesNo(
    "Kepala Seksi Mendapat Tembusan Penugasan",
    "ya: surat tersendiri kepada Kepala Seksi setiap ada penugasan.",
    "headCopiedOnAssignment",
  ),
  {
    name: "Simpan Kontak Pelapor",
    explanation: "Bulan sampai kontak pelapor dikosongkan di arsip.",
    example: "24",
    show: (policy) => String(policy.keepContactsMonths),
    take(policy, cell) {
      const months = wholeNumber(cell, 1, 240);
      return months === undefined ? undefined : { ...policy, keepContactsMonths: months };
    },
  },
];

function choice<T extends string>(cell: Cell, choices: readonly T[]): T | undefined {
  const wanted = textOf(cell).toLowerCase();
  return choices.find((each) => each === wanted);
}

function wholeNumber(cell: Cell, least: number, most: number): number | undefined {
  const text = textOf(cell);
  if (!/^\d+$/.test(text)) return undefined;
  const value = Number(text);
  return value >= least && value <= most ? value : undefined;
}

function yesNo(
  name: string,
  explanation: string,
  key: "thirdPartyStopsClock" | "headCopiedOnAssignment",
): Setting {
  return {
    name,
    explanation,
    example: "ya atau tidak",
    show: (policy) => (policy[key] ? "ya" : "tidak"),
    take(policy, cell) {
      const read = choice(cell, ["ya", "tidak"] as const);
      return read && { ...policy, [key]: read === "ya" };
    },
  };
}

function timeSetting(name: string, explanation: string, key: "digestAt" | "recapAt"): Setting {
  return {
    name,
    explanation,
    example: "07.45",
    show: (policy) => clockText(policy[key]),
    take(policy, cell) {
      const minutes =
        typeof cell === "number" || typeof cell === "string" ? readClock(cell) : undefined;
      return minutes === undefined ? undefined : { ...policy, [key]: minutes };
    },
  };
}

function listSetting(
  name: string,
  explanation: string,
  key: "freeMailDomains" | "ourAddresses",
): Setting {
  return {
    name,
    explanation: `${explanation} Pisahkan dengan koma.`,
    example: "contoh.example, lain.example",
    show: (policy) => policy[key].join(", "),
    take: (policy, cell) => ({
      ...policy,
      [key]: textOf(cell)
        .toLowerCase()
        .split(/[\s,;]+/)
        .filter((part) => part !== ""),
    }),
  };
}

function acknowledgements(name: string, key: "known" | "unknown" | "domain"): Setting {
  return {
    name,
    explanation: "Paling banyak sekian tanda terima dalam satu jam.",
    example: "10",
    show: (policy) => String(policy.acknowledgementLimits[key]),
    take(policy, cell) {
      const count = wholeNumber(cell, 0, 1000);
      if (count === undefined) return undefined;
      const acknowledgementLimits = { ...policy.acknowledgementLimits, [key]: count };
      return { ...policy, acknowledgementLimits };
    },
  };
}

function limitSetting(step: 2 | 3 | 4 | 5 | 6): Setting {
  return {
    name: `Batas Langkah ${step}`,
    explanation: `Batas waktu ${LIMIT_NAMES[step]} menurut SOP, dalam menit atau jam.`,
    example: "30 menit atau 1 jam",
    show: (policy) => durationText(policy.limits[step]),
    take(policy, cell) {
      const read = readDuration(cell);
      return read === undefined
        ? undefined
        : { ...policy, limits: { ...policy.limits, [step]: read } };
    },
  };
}

function durationText(length: number): string {
  return length % HOUR === 0 ? `${length / HOUR} jam` : `${length / MINUTE} menit`;
}

function readDuration(cell: Cell): number | undefined {
  const match = /^(\d{1,4})\s*(menit|mnt|jam)?$/i.exec(textOf(cell));
  if (!match || Number(match[1]) === 0) return undefined;
  return Number(match[1]) * (match[2]?.toLowerCase() === "jam" ? HOUR : MINUTE);
}
