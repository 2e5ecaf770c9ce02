import { STAFF, UNITS } from "../../../src/sandbox/example-office.ts";
import { type Book, copyBook, newBook } from "../../../src/sandbox/google/book.ts";
import { dataEnd } from "../../../src/sandbox/google/grid.ts";
import { setupSpreadsheet } from "../../../src/sheet/setup-spreadsheet.ts";
import { openGoogle, SPREADSHEET } from "./google.ts";

export const ZONE = "Asia/Jakarta";
/** Wednesday 25 November 2026, 09.00 WIB. */
export const MORNING = Date.UTC(2026, 10, 25, 2, 0, 0);
export const PREFIX = "JKD";

/** The day before. */
const now = () => MORNING - 86_400_000;

const ADMIN = STAFF.sri.name;

/** What `setup` makes, with the office's people and letters switched on; every history begins here. */
export async function officeBook(): Promise<Book> {
  const google = openGoogle(newBook("Log Aduan Diskominfo"), now);
  const options = { spreadsheetId: SPREADSHEET, zone: ZONE, prefix: PREFIX, now };
  await setupSpreadsheet(google.client, options);
  const { people, store } = google;
  people.deleteTab("Sheet1", ADMIN);
  for (const [nth, { name, address, role }] of Object.values(STAFF).entries()) {
    people.paste(
      { tab: "Petugas", row: nth + 1, column: "Nama" },
      [[name, address, role, "Ya"]],
      ADMIN,
    );
  }
  for (const [nth, unit] of UNITS.entries()) {
    const line = [unit.name, unit.shortName, unit.kind, unit.subDistrict, unit.addresses];
    people.paste({ tab: "OPD-Desa", row: nth + 1, column: "Nama OPD/Desa" }, [line], ADMIN);
  }
  const settings = store.book().tabs.find(({ title }) => title === "Pengaturan");
  const row = settings?.rows.findIndex(({ cells }) =>
    cells.some((c) => c?.value === "Kirim Surat"),
  );
  people.setCell({ tab: "Pengaturan", row: row ?? -1, column: "Nilai" }, "ya", ADMIN);
  return withoutEmptyRows(store.book());
}

/** People delete the empty rows below; the grid grows again, and every reading is faster. */
function withoutEmptyRows(whole: Book): Book {
  const book = copyBook(whole);
  for (const tab of book.tabs) tab.rows.splice(dataEnd(tab) + SPARE_ROWS);
  return book;
}

const SPARE_ROWS = 12;
