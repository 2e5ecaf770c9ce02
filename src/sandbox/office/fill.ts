import { DUTY, SETTINGS, STAFF, UNITS } from "../example-office.ts";
import type { Google } from "../google/server.ts";
import { deleteTab } from "./sheet-extras.ts";
import { firstFreeRow, tableOf, typeInto } from "./table.ts";

/** After `setup` the admin fills in who works here, whom they serve, and that letters may go out. */
export function fillOffice(google: Google): void {
  const by = STAFF.sri.name;
  deleteTab(google.store, "Sheet1", by);
  const append = (tab: string, lines: readonly Readonly<Record<string, string>>[]) => {
    const first = firstFreeRow(tableOf(google, tab));
    for (const [offset, cells] of lines.entries()) {
      typeInto(google, { tab, row: first + offset }, cells, by);
    }
  };
  append(
    "Petugas",
    Object.values(STAFF).map(({ name, address, role }) => ({
      Nama: name,
      Email: address,
      Peran: role,
      Aktif: "Ya",
    })),
  );
  append(
    "OPD-Desa",
    UNITS.map(({ name, shortName, kind, subDistrict, addresses }) => ({
      "Nama OPD/Desa": name,
      "Nama Singkat": shortName,
      Jenis: kind,
      Kecamatan: subDistrict,
      "Alamat Email atau Domain": addresses,
    })),
  );
  append(
    "Jadwal Piket",
    DUTY.map(({ day, officer, deputy }) => ({
      "Tanggal atau Hari": day,
      "Petugas Piket": officer,
      Cadangan: deputy,
    })),
  );
  for (const { name, value } of SETTINGS) {
    const row = tableOf(google, "Pengaturan").find(({ cells }) => cells["Pengaturan"] === name);
    if (!row) throw new Error(`There is no setting ${name}`);
    typeInto(google, { tab: "Pengaturan", row: row.index }, { Nilai: value }, by);
  }
}
