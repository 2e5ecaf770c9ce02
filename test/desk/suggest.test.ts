import { expect, test } from "vitest";

import { suggest } from "../../src/desk/suggest.ts";

const CASES: [subject: string, text: string, category: string, priority: string][] = [
  ["", "inet balai desa pejah pak, nyuwun dibantu", "Internet mati", "Sedang"],
  ["", "internet mati pak. balai desa Colo", "Internet mati", "Sedang"],
  [
    "mohon solusi",
    "pendaftaran lama sekali, di loket lemot, tidak harus hari ini",
    "Internet lambat",
    "Sedang",
  ],
  [
    "Laporan dan permintaan",
    "1. WiFi ruang rapat tidak muncul\n2. Website error 502\n3. Mohon tambahan bandwidth",
    "Server/aplikasi/hosting",
    "Sedang",
  ],
  [
    "Internet lambat",
    "pagi ini kok lambat lagi nggih, malah sempat mati 2x",
    "Internet lambat",
    "Sedang",
  ],
  [
    "laporan",
    "tiang di pertigaan roboh kena truk dan kabel optik ikut putus, internet mati total",
    "Kabel/FO putus",
    "Tinggi",
  ],
  ["", "link putus, sudah restart ONT, lampu LOS merah", "Kabel/FO putus", "Sedang"],
  ["", "Di laptop saya muncul IP address conflict, teman lain normal", "Konflik IP/DHCP", "Rendah"],
  [
    "",
    "Mohon tambahan bandwidth dan petugas standby untuk ujian tanggal 9",
    "Permintaan layanan",
    "Rendah",
  ],
  ["wifi alun-alun", "wifi gratis di alun alun gak bisa konek ya", "WiFi", "Rendah"],
  [
    "SIMRS IGD down",
    "server di data center tidak bisa di-ping, IGD pencatatan manual",
    "Server/aplikasi/hosting",
    "Tinggi",
  ],
  [
    "internet kec trouble",
    "internet kecamatan mati dari kemarin siang, antrian ktp numpuk",
    "Internet mati",
    "Tinggi",
  ],
  [
    "setting router",
    "router mikrotik habis direset orang, tidak ada internet",
    "Perangkat jaringan",
    "Sedang",
  ],
  ["JARINGAN SIAK DOWN", "VPN SIAK tidak bisa konek sejak pagi", "VPN", "Sedang"],
  ["URGENT!!!", "WIFI HILANG SSID NYA TOLONG SEGERA", "WiFi", "Sedang"],
  ["website", "situs desa berubah jadi judi slot", "Keamanan", "Tinggi"],
  ["", "kena bledhek wingi sonten, antena tower pejah", "Radio/tautan nirkabel", "Sedang"],
  ["", "VPN SIAK tidak bisa dari tadi pagi", "VPN", "Sedang"],
  ["", "subdomain desa tidak bisa dibuka, tulisannya server not found", "DNS/domain", "Sedang"],
  ["", "semua OPD putus koneksinya", "Internet mati", "Tinggi"],
  ["salam", "selamat pagi, mohon waktunya", "", "Sedang"],
];

test.each(CASES)("%j, %j is %s, %s", (subject, text, category, priority) => {
  const suggestion = suggest(subject, text);
  expect([suggestion.category, suggestion.priority]).toEqual([category, priority]);
  expect(suggestion.reason).not.toBe("");
});

test("a form's answers count: service stopped is high, its category breaks a tie", () => {
  const hints = { category: "WiFi", serviceStopped: "Ya" };
  expect(suggest("", "tidak bisa konek di loket", hints)).toMatchObject({
    category: "WiFi",
    priority: "Tinggi",
  });
  expect(suggest("", "tidak bisa konek di loket", { serviceStopped: "Tidak" }).priority).toBe(
    "Sedang",
  );
});

test("the cause in the text beats the symptom picked in the form", () => {
  const hints = { category: "Internet mati", serviceStopped: "Ya" };
  const text = "Tautan ke rawat jalan putus, sudah restart ONT, lampu LOS merah.";
  expect(suggest("", text, hints)).toMatchObject({
    category: "Kabel/FO putus",
    priority: "Tinggi",
  });
});

test("a request is told apart from a plea to mend something", () => {
  expect(suggest("", "mohon pemasangan titik baru di aula").request).toBe(true);
  expect(suggest("", "mohon bantuan, internet mati").request).toBe(false);
  expect(suggest("", "mohon tambahan bandwidth karena internet lambat").request).toBe(false);
});

test("is sure only when no other category comes near", () => {
  expect(suggest("", "internet mati pak").categorySure).toBe(true);
  expect(suggest("", "WiFi hilang dan website error 502").categorySure).toBe(false);
  expect(suggest("", "ada gangguan").categorySure).toBe(false);
});
