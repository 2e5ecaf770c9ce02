import { expect, test } from "vitest";

import { suggest, type SuggestionHints } from "../../src/desk/suggest.ts";

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

/** What staff read in *Usulan*: the words that spoke, then why the priority. */
const REASONS: [subject: string, text: string, hints: SuggestionHints, reason: string][] = [
  ["", "Internet  mati pak", {}, '"internet mati"; satu unit terdampak'],
  [
    "",
    "internet di balai\r\n  desa mati",
    {},
    '"internet di balai desa mati"; satu unit terdampak',
  ],
  ["", "ada gangguan", {}, '"gangguan"; satu unit terdampak'],
  ["Website error", "wifi juga lemot", {}, '"website error"; satu unit terdampak'],
  ["WiFi hilang", "wifi lantai 2 ssid hilang", {}, '"wifi"; satu unit terdampak'],
  ["salam", "mohon waktunya", {}, "satu unit terdampak"],
  ["", "mohon titik baru", {}, "permintaan, bukan gangguan; terencana"],
  ["", "situs jadi judi slot", {}, '"judi"; menyangkut keamanan'],
  ["", "mohon waktunya", { category: "VPN" }, "pilihan pada formulir; satu unit terdampak"],
  [
    "",
    "wifi mati",
    { serviceStopped: " Ya, loket tutup" },
    '"wifi"; pelayanan masyarakat terhenti',
  ],
  ["", "internet mati di laptop saya", {}, '"internet mati"; satu komputer'],
  ["", "beberapa desa mati", {}, '"mati"; lebih dari satu unit terdampak'],
  ["", "tiang roboh", {}, '"tiang roboh"; berbahaya bagi orang'],
];

test.each(REASONS)("%j, %j, with the form's %j: %s", (subject, text, hints, reason) => {
  expect(suggest(subject, text, hints).reason).toBe(reason);
});

test.each([
  ["Ya", "Tinggi"],
  ["  ya, antre", "Tinggi"],
  ["Tidak", "Sedang"],
  ["Sebagian", "Sedang"],
  ["Tidak, ya", "Sedang"],
  ["yakin tidak", "Sedang"],
])("service stopped, says the form: %j is %s", (serviceStopped, priority) => {
  expect(suggest("", "tidak bisa konek", { serviceStopped }).priority).toBe(priority);
});

// What is picked weighs more than a symptom and less than a cause.
test.each([
  ["mohon waktunya", "wi-fi", "WiFi", true],
  ["ada gangguan", "WiFi", "WiFi", true],
  ["internet mati", "VPN", "VPN", false],
  ["lemot sekali", "VPN", "Internet lambat", false],
  ["ip conflict", "VPN", "Konflik IP/DHCP", true],
  ["internet mati", "Lainnya", "Lainnya", false],
  ["internet mati", "Kabel putus dan lain-lain", "Internet mati", true],
  ["internet mati", "", "Internet mati", true],
  ["mohon waktunya", "", "", false],
])("%j under the form's %j is %j, certain: %s", (text, picked, category, categorySure) => {
  expect(suggest("", text, { category: picked })).toMatchObject({ category, categorySure });
});

test.each([
  ["in the title weighs one more than in the text", "lemot", "wifi", "Internet lambat"],
  ["the other way round", "wifi", "lemot", "WiFi"],
  ["twice weighs as once", "", "mati, down, trouble, lemot", "Internet lambat"],
])("a word %s", (_, subject, text, category) => {
  expect(suggest(subject, text).category).toBe(category);
});

test("a title is read for 300 characters, a text for 4,000", () => {
  expect(suggest(`${"a ".repeat(148)}wifi`, "").category).toBe("WiFi");
  expect(suggest(`${"a ".repeat(150)}wifi`, "").category).toBe("");
  expect(suggest("", `${"a ".repeat(1_998)}wifi`).category).toBe("WiFi");
  expect(suggest("", `${"a ".repeat(2_000)}wifi`).category).toBe("");
});

test("a public place is told of only where one is meant", () => {
  expect(suggest("", "wifi gratis di taman tidak konek").publicPlace).toBe(true);
  expect(suggest("", "wifi kantor tidak konek")).not.toHaveProperty("publicPlace");
});

test("title and text are two lines: the last word of one and the first of the other say nothing", () => {
  expect(suggest("judul internet", "matikan saja").category).toBe("");
  expect(suggest("mohon", "titik baru").request).toBe(true);
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
  expect(suggest("", "titik baru di aula", { category: "Permintaan layanan" }).request).toBe(true);
  expect(suggest("", "mohon titik baru")).toMatchObject({
    category: "Permintaan layanan",
    categorySure: true,
    priority: "Rendah",
  });
  expect(suggest("", "mohon tambahan bandwidth karena internet lambat").request).toBe(false);
});

test("is sure only when no other category comes near", () => {
  expect(suggest("", "internet mati pak").categorySure).toBe(true);
  expect(suggest("", "WiFi hilang dan website error 502").categorySure).toBe(false);
  expect(suggest("", "ada gangguan").categorySure).toBe(false);
});
