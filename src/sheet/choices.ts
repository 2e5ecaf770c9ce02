/** *Status Waktu*, as people filter by it. */
export const TIME_STATES = [
  "Tepat waktu",
  "Mendekati batas",
  "Terlambat",
  "Di luar jam",
  "Menunggu pelapor",
  "Tidak terukur",
  "Tanpa batas",
  "Selesai",
] as const;
export type TimeState = (typeof TIME_STATES)[number];

/** Causes that the recap counts; people may type another. */
export const CAUSES = [
  "Konfigurasi",
  "Adaptor/PoE",
  "Perangkat rusak",
  "Kabel/FO putus",
  "Radio/pointing",
  "Gangguan ISP",
  "Gangguan pusat",
  "Listrik padam",
  "Petir",
  "Penggunaan",
  "Tidak ditemukan gangguan",
  "Lainnya",
] as const;
