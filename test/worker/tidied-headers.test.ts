import { expect, test } from "vitest";

import { kindsOf, openOfficeAtWork } from "./support/office-at-work.ts";

const LOG = "Log Aduan";
const ADMIN = "Rina";

test("the admin tidies the log's head, and reading, writing and letters go on (B110)", async () => {
  const world = await openOfficeAtWork();
  const [number = ""] = await world.complaints("Kecamatan Bae");
  await world.beats(3);
  const { people } = world.google;

  const headers = () => Array.from({ length: 60 }, (_, column) => shown(column));
  const shown = (column: number) => people.shown({ tab: LOG, row: headRow, column });
  let headRow = 0;
  people.setCell({ tab: LOG, row: 0, column: "Status" }, "Status Aduan", ADMIN);
  people.moveColumn(LOG, "Petugas", 0, ADMIN);
  people.insertColumn(LOG, "Kategori", "Catatan Rapat", ADMIN);
  people.hideColumn(LOG, "Usulan", ADMIN);
  people.insertRows(LOG, 0, 1, ADMIN);
  people.setCell({ tab: LOG, row: 0, column: 0 }, "DATA ADUAN 2026", ADMIN);
  headRow = 1;
  const tidied = headers();
  world.sent.length = 0;

  const row = 2;
  const type = (header: string, value: string) => {
    const column = tidied.indexOf(header);
    if (column < 0) throw new Error(`There is no column ${header}`);
    people.setCell({ tab: LOG, row, column }, value, ADMIN);
  };
  type("Catatan Rapat", "dibahas Senin");
  type("Prioritas", "Sedang");
  type("Tinjauan Lapangan", "Tidak perlu");
  type("Petugas", "Budi");
  await world.beats(4);
  // The officer, and the section head in a letter of his own.
  expect(kindsOf(world)).toEqual({ assignment: 2 });

  type("Status Aduan", "Selesai");
  type("Hasil Perbaikan", "Kabel dipasang ulang");
  await world.beats(4);
  expect(kindsOf(world)).toEqual({ assignment: 2, resolution: 1, report: 2 });
  expect(world.ticket(number).phase).toBe("closed");
  expect(people.shown({ tab: LOG, row, column: tidied.indexOf("Status Waktu") })).toBe("Selesai");

  // Names, order and the column of their own stay; the title row is nobody else's.
  expect(headers()).toEqual(tidied);
  expect(people.shown({ tab: LOG, row, column: tidied.indexOf("Catatan Rapat") })).toBe(
    "dibahas Senin",
  );
  expect(people.shown({ tab: LOG, row: 0, column: 0 })).toBe("DATA ADUAN 2026");
  expect(
    tidied.slice(1).map((_, at) => people.shown({ tab: LOG, row: 0, column: at + 1 })),
  ).toEqual(tidied.slice(1).map(() => ""));
});
