import { expect, test } from "vitest";

import { googleSheets } from "../../src/sheet/google-sheets.ts";
import { numberOf, workerOver } from "./support/office-model.ts";
import { columnOf, openReadyOffice, type SheetOffice } from "./support/sheet-office.ts";

const LOG = "Log Aduan";

function deskOver(office: SheetOffice) {
  return workerOver(googleSheets(office.client, office.options), office.clock);
}

async function withTickets(count: number) {
  const office = await openReadyOffice();
  const desk = deskOver(office);
  for (let nth = 1; nth <= count; nth++) {
    desk.mail({ unit: `Unit ${nth}`, reporter: `Pelapor ${nth}`, text: `Kabel ${nth} putus` });
  }
  await desk.passes(3);
  return { office, desk };
}

test("rows are born around a protected column of ours, which fills itself once it is free", async () => {
  const { office, desk } = await withTickets(2);
  const { people } = office.google;
  people.protect({ tab: LOG, column: "Tahap SOP" }, [], "Kepala");
  for (const nth of [3, 4]) desk.mail({ unit: `Unit ${nth}`, text: `Kabel ${nth} putus` });
  await desk.passes(3);
  expect(columnOf(office, "No. Aduan")).toEqual([1, 2, 3, 4].map(numberOf));
  expect(columnOf(office, "Kode")).toEqual([1, 2, 3, 4].map(numberOf));
  expect(columnOf(office, "OPD/Desa")).toEqual(["Unit 1", "Unit 2", "Unit 3", "Unit 4"]);
  expect(columnOf(office, "Tahap SOP")).toHaveLength(2);
  expect(desk.refused).toEqual([
    'Lembar "Log Aduan" (kolom AC–AC) dilindungi; beri akun sistem hak menyunting agar selnya dapat diisi.',
  ]);
  people.undo("Kepala");
  await desk.passes(2);
  expect(columnOf(office, "Tahap SOP")).toHaveLength(4);
  expect(desk.refused).toEqual([]);
});

test("a row whose complaint would have a hole waits, and is named with the range that is in the way", async () => {
  const { office, desk } = await withTickets(1);
  const { people } = office.google;
  people.protect({ tab: LOG, column: "OPD/Desa" }, [], "Kepala");
  desk.mail({ unit: "Unit 2", text: "Kabel 2 putus" });
  desk.mail({ unit: "", reporter: "Tamu", text: "Kabel 3 putus" });
  await desk.passes(3);
  // The one without a unit needs nothing of that column.
  expect(columnOf(office, "No. Aduan")).toEqual([numberOf(1), numberOf(3)]);
  expect(desk.refused).toEqual([
    "1 aduan menunggu ditulis karena Log Aduan (kolom H–H) dilindungi; beri akun sistem hak menyunting.",
  ]);
  people.undo("Kepala");
  await desk.passes(2);
  expect(columnOf(office, "No. Aduan")).toEqual([numberOf(1), numberOf(3), numberOf(2)]);
});

test("one protected row is left out, and all other rows are written", async () => {
  const { office, desk } = await withTickets(4);
  const { people } = office.google;
  people.protect({ tab: LOG, row: 2 }, [], "Kepala");
  for (let row = 1; row <= 4; row++) {
    people.setCell({ tab: LOG, row, column: "Surat Terakhir" }, "apa saja", "Sri");
  }
  desk.mail({ unit: "Unit 5", text: "Kabel 5 putus" });
  await desk.passes(3);
  expect(columnOf(office, "Surat Terakhir")).toEqual(["", "apa saja"]);
  expect(columnOf(office, "No. Aduan")).toHaveLength(5);
  people.undo("Kepala");
  await desk.passes(2);
  expect(columnOf(office, "Surat Terakhir")).toEqual([]);
});

test("a column protected between reading and writing costs that column alone", async () => {
  const { office, desk } = await withTickets(2);
  const { google } = office;
  for (const column of ["Status Waktu", "Surat Terakhir"]) {
    google.people.setCell({ tab: LOG, row: 1, column }, "apa saja", "Sri");
  }
  google.betweenReadAndWrite = () => {
    google.betweenReadAndWrite = null;
    google.people.protect({ tab: LOG, column: "Status Waktu" }, [], "Kepala");
  };
  await desk.pass();
  expect(columnOf(office, "Surat Terakhir")).toEqual([]);
  expect(columnOf(office, "Status Waktu")[0]).toBe("apa saja");
  expect(desk.refused).toEqual([
    "Penulisan log/timeState ditolak Google; dicoba lagi pada pembacaan berikutnya.",
  ]);
});

test("a row refused between reading and writing costs that ticket alone, and is born in the next pass", async () => {
  const { office, desk } = await withTickets(1);
  const { google } = office;
  desk.mail({ unit: "Unit 2", text: "Kabel 2 putus" });
  google.betweenReadAndWrite = () => {
    google.betweenReadAndWrite = null;
    google.people.protect({ tab: LOG, column: "Tahap SOP" }, [], "Kepala");
  };
  await desk.pass();
  expect(columnOf(office, "No. Aduan")).toEqual([numberOf(1)]);
  expect(desk.refused).toEqual([
    `Baris ${numberOf(2)} ditolak Google; dicoba lagi pada pembacaan berikutnya.`,
  ]);
  await desk.pass();
  expect(columnOf(office, "No. Aduan")).toEqual([numberOf(1), numberOf(2)]);
});
