import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";

import { findChromium, photographer } from "../../src/letters/screenshot.ts";
import { MINUTE } from "../../src/desk/time.ts";
import { findTab } from "../../src/sandbox/google/people-target.ts";
import { withRuleColours } from "../../src/sandbox/office/rule-colours.ts";
import { firstFreeRow, tableOf, typeInto } from "../../src/sandbox/office/table.ts";
import { startSandbox, type Sandbox } from "../../src/sandbox/start.ts";
import { drawing, pagesOf, widthOf } from "./support/drawing.ts";

/*
 * node test/sheet/pictures.ts
 * Plays two hours of an office and photographs its tabs as staff see them, to be looked at.
 */

const MONDAY_MORNING = Date.UTC(2026, 10, 23, 1);
const SHOWN = ["Log Aduan", "Pengaturan", "Panduan", "Surat Lain", "Petugas", "Riwayat", "Dasbor"];
const MOST_ROWS = 60;
/** A common office screen. */
const WINDOW = 1366;

const chromium = findChromium(process.env["PATH"] ?? "");
if (chromium === undefined) throw new Error("There is no Chromium on the search path");
const office = await startSandbox({ start: MONDAY_MORNING, rate: 0, port: 0 });
const folder = await mkdtemp(join(tmpdir(), "aduan-pictures-"));
const camera = await photographer(chromium);
try {
  await play(office);
  for (const title of SHOWN) {
    const tab = office.google.snapshot().tabs.find((each) => each.title === title);
    if (!tab) continue;
    const coloured = withRuleColours(tab, findTab(office.google.store.book(), tab.id));
    for (const [nth, columns] of pagesOf(coloured, WINDOW).entries()) {
      const file = join(folder, `${title} ${nth + 1}.png`);
      const view = { width: widthOf(columns), dark: false };
      await writeFile(file, await camera.photograph(drawing(coloured, columns, MOST_ROWS), view));
      process.stdout.write(`${file}\n`);
    }
  }
} finally {
  await camera.close();
  await office.close();
}
process.exit(0);

async function play({ clock, form, google }: Sandbox): Promise<void> {
  const beats = async (count: number) => {
    await clock.advanceTo(clock.now() + count * MINUTE);
  };
  const questions = form.questions();
  const units = questions.find(({ title }) => title === "OPD/Desa")?.choices ?? [];
  const kinds = questions.find(({ title }) => title === "Jenis gangguan")?.choices ?? [];
  const texts = [
    "Internet di loket mati sejak pukul 07.30, lampu modem merah, antrean warga panjang.",
    "WiFi ruang rapat lambat sekali saat rapat daring.",
    "Tidak dapat membuka aplikasi perizinan, halaman kosong.",
    "Radio di atap goyang setelah angin kencang semalam; sinyal putus-putus.",
    "Mohon penambahan titik jaringan di ruang arsip.",
  ];
  for (const [nth, text] of texts.entries()) {
    form.submit({
      "Nama pelapor": ["Siti Aminah", "Slamet", "Rudi Hartono", "Wahyu", "Endang"][nth] ?? "",
      "OPD/Desa": units[nth] ?? "",
      "Nomor HP/WA": `0812000000${nth}`,
      Email: `pelapor${nth}@kantor.example`,
      "Lokasi gangguan": "Lantai 1",
      "Jenis gangguan": kinds[nth] ?? "",
      Uraian: text,
      "Apakah pelayanan masyarakat terhenti?": nth === 0 ? "Ya" : "Tidak",
    });
    await beats(2);
  }
  const type = (number: string, cells: Record<string, string>) => {
    const row = tableOf(google, "Log Aduan").find(({ cells: it }) => it["No. Aduan"] === number);
    if (row) typeInto(google, { tab: "Log Aduan", row: row.index }, cells, "Sri Lestari");
  };
  const officer = tableOf(google, "Petugas").find(({ cells }) => cells["Peran"] === "Petugas");
  const assigned = { "Tinjauan Lapangan": "Tidak perlu", Petugas: officer?.cells["Nama"] ?? "" };
  type("JKD-2026-0001", { Prioritas: "Tinggi", ...assigned, Status: "Dikerjakan" });
  type("JKD-2026-0002", { Prioritas: "Sedang", ...assigned });
  type("JKD-2026-0003", { Prioritas: "Rendah", ...assigned });
  const row = firstFreeRow(tableOf(google, "Log Aduan"));
  const typed = { Kanal: "Telepon", "OPD/Desa": units[6] ?? "", "Uraian Aduan": "Telepon IP mati" };
  typeInto(google, { tab: "Log Aduan", row }, typed, "Sri Lestari");
  typeInto(google, { tab: "Log Aduan", row: row + 1 }, { Kanal: "Langsung" }, "Sri Lestari");
  await beats(5);
  type("JKD-2026-0003", { Status: "Selesai", Penyebab: "Konfigurasi", "Hasil Perbaikan": "reset" });
  const setting = tableOf(google, "Pengaturan").find(
    ({ cells }) => cells["Pengaturan"] === "Batas Langkah 4",
  );
  typeInto(google, { tab: "Pengaturan", row: setting?.index ?? 0 }, { Nilai: "sebentar" }, "Sri");
  await beats(75);
}
