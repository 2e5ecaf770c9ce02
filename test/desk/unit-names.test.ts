import { describe, expect, test } from "vitest";

import type { Unit } from "../../src/desk/office.ts";
import {
  candidatesIn,
  candidatesInAddress,
  namesNoUnit,
  unitNamed,
} from "../../src/desk/unit-names.ts";

function unit(name: string, kind: string, rest: Partial<Unit> = {}): Unit {
  return { name, kind, shortName: "", subDistrict: "", addresses: [], ...rest };
}

/** A directory as offices type it: some lines with the kind in the name, some without. */
function directory(): Unit[] {
  return [
    unit("Dinas Komunikasi dan Informatika", "Dinas", { shortName: "Diskominfo" }),
    unit("Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak", "Dinas", {
      shortName: "Dinsos P3A",
    }),
    unit("Dinas Kesehatan", "Dinas", { shortName: "Dinkes" }),
    unit("Dinas Kesehatan Hewan dan Peternakan", "Dinas", { shortName: "DKHP Kab" }),
    unit("Badan Pengelolaan Keuangan dan Aset", "Badan", { shortName: "BPKA" }),
    unit("Badan Pengelolaan Keuangan, Pendapatan", "Badan", { shortName: "BPKP Kab" }),
    unit("Dinas", "Dinas", { shortName: "PU" }),
    unit("Badan Kepegawaian", "Badan", { shortName: "BKD" }),
    unit("Pengelola Kas Daerah", "Badan", { shortName: "BPKAD Kab" }),
    unit("Perusahaan, Air dan Limbah", "BUMD"),
    unit("Satuan Polisi Pamong Praja", "Satuan", { shortName: "Satpol PP" }),
    unit("Kecamatan Dawe", "Kecamatan", { subDistrict: "Dawe" }),
    unit("Kecamatan Bae", "Kecamatan"),
    unit("Kecamatan Kota Kudus", "Kecamatan"),
    unit("Colo", " Desa ", { subDistrict: "Dawe" }),
    unit("Desa Jati", "Desa", { subDistrict: "Bae" }),
    unit("Desa Jati Wetan", "Desa", { subDistrict: "Bae" }),
    unit("Desa Jati Wetan Lor", "Desa", { subDistrict: "Bae" }),
    unit("Desa Rejosari", "Desa", { subDistrict: "Dawe" }),
    unit("Desa Rejosari", "Desa", { subDistrict: "Kota Kudus" }),
    unit("Desa Rejosari", "Desa"),
    unit("Kelurahan Panjunan", "Kelurahan", { subDistrict: "Kota Kudus" }),
    unit("UPTD Puskesmas Dawe", "UPT", { subDistrict: "Dawe" }),
  ];
}

function shown(units: readonly Unit[]): string[] {
  return units.map(({ name, subDistrict }) =>
    name === "Desa Rejosari" ? `${name} (${subDistrict})` : name,
  );
}

const SOSIAL = "Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak";

describe("in a text", () => {
  test.each([
    ["desa Colo", "Colo"],
    ["Ds. Colo", "Colo"],
    ["sekdes colo melaporkan", "Colo"],
    ["Pak Lurah Panjunan", "Kelurahan Panjunan"],
    ["camat dawe", "Kecamatan Dawe"],
    ["PKM Dawe", "UPTD Puskesmas Dawe"],
    ["uptd puskesmas dawe", "UPTD Puskesmas Dawe"],
    ["Kec. Kota Kudus", "Kecamatan Kota Kudus"],
    ["desa Jati mati", "Desa Jati"],
    ["desa Jati Wetan mati", "Desa Jati Wetan"],
    ["desa Jati-Wetan Lor", "Desa Jati Wetan Lor"],
    [SOSIAL, SOSIAL],
    ["Dinsos P3A", SOSIAL],
    ["dari Dinas Sosial", SOSIAL],
    ["wifi dinsos mati", SOSIAL],
    ["Dinas Kesehatan", "Dinas Kesehatan"],
    ["DINKES", "Dinas Kesehatan"],
    ["Dinas Kesehatan Hewan", "Dinas Kesehatan Hewan dan Peternakan"],
    ["satpol pp", "Satuan Polisi Pamong Praja"],
    ["internet satpol mati", "Satuan Polisi Pamong Praja"],
    ["bkd", "Badan Kepegawaian"],
    ["bpkad", "Pengelola Kas Daerah"],
    ["bpka", "Badan Pengelolaan Keuangan dan Aset"],
  ])("%j names %s", (text, name) => {
    expect(shown(candidatesIn(directory(), text))).toEqual([name]);
  });

  test.each([
    ["a village without its marker", "kabel colo putus"],
    ["a village as another kind of place", "kelurahan Colo"],
    ["a health centre as a village", "desa Dawe"],
    ["a marker alone", "desa"],
    ["a marker too far away", "desa kami Colo"],
    ["the beginning of a name that two bear", "Badan Pengelolaan Keuangan"],
    ["the first word of a short name that is a short word", "DKHP"],
    ["a long name's beginning of one word", "perusahaan kami"],
    ["a name of two letters", "PU mati"],
    ["a word for every office, though one is listed so", "Dinas kami"],
    ["the office that is written to", "Yth. Diskominfo, Dinas Komunikasi dan Informatika"],
    ["a village that three bear", "desa Rejosari mati"],
    ["one with a sub-district that none of them is in", "desa Rejosari kec. Bae"],
    ["one whose sub-district comes much later", `desa Rejosari ${"mati ".repeat(7)}kec. Dawe`],
    ["nothing", ""],
  ])("%s names nobody", (_, text) => {
    expect(
      shown(candidatesIn(directory(), text).filter((each) => each.kind !== "Kecamatan")),
    ).toEqual([]);
  });

  test.each([
    ["desa Rejosari kec. Dawe mati", "Desa Rejosari (Dawe)"],
    ["desa Rejosari Kec. Dawe", "Desa Rejosari (Dawe)"],
    ["Balai Desa Rejosari, Kecamatan Kota Kudus", "Desa Rejosari (Kota Kudus)"],
    [`desa Rejosari ${"mati ".repeat(6)}kec Dawe`, "Desa Rejosari (Dawe)"],
  ])("%j names the one in that sub-district", (text, name) => {
    expect(shown(candidatesIn(directory(), text))).toEqual([name]);
  });

  test.each([
    ["a village before its sub-district", "Desa Colo Kecamatan Dawe", ["Colo"]],
    ["a village and another sub-district", "Desa Colo, kec. Bae", ["Colo", "Kecamatan Bae"]],
    [
      "two offices, each once",
      "bpka, dinkes, BPKA",
      ["Badan Pengelolaan Keuangan dan Aset", "Dinas Kesehatan"],
    ],
    ["a sub-district that is listed as its own", "kec. Dawe", ["Kecamatan Dawe"]],
  ])("%s", (_, text, names) => {
    expect(shown(candidatesIn(directory(), text))).toEqual(names);
  });

  test("a village that stands twice in the directory is none of the two", () => {
    const twins = ["", ""].map(() => unit("Desa Ploso", "Desa", { subDistrict: "Jati" }));
    expect(candidatesIn(twins, "desa Ploso kec. Jati")).toEqual([]);
  });

  test("a name is looked for in the first 1,500 words and 12,000 characters", () => {
    expect(shown(candidatesIn(directory(), `${"a ".repeat(1_498)}desa Colo`))).toEqual(["Colo"]);
    expect(candidatesIn(directory(), `${"a ".repeat(1_499)}desa Colo`)).toEqual([]);
    expect(candidatesIn(directory(), `${"a".repeat(11_992)} desa Colo`)).toEqual([]);
  });

  test("a name of sixteen words is found", () => {
    const name = `Unit ${"dan lagi ".repeat(7)}Akhir`;
    expect(shown(candidatesIn([unit(name, "OPD")], `dari ${name}`))).toEqual([name]);
  });
});

describe("in an address", () => {
  test.each([
    ["pemdescolo@surel.example", "Colo"],
    ["PemdesColo12@surel.example", "Colo"],
    ["desa.colo@surel.example", "Colo"],
    ["1desa2colo@surel.example", "Colo"],
    ["info.kelpanjunan@surel.example", "Kelurahan Panjunan"],
    ["kec-dawe@kuduskab.example", "Kecamatan Dawe"],
    ["pkmdawe2026@surel.example", "UPTD Puskesmas Dawe"],
    ["dinkes2kudus@surel.example", "Dinas Kesehatan"],
    ["wifi.dinkes@surel.example", "Dinas Kesehatan"],
    ["pemdescolo.desacolo@surel.example", "Colo"],
  ])("%s is named after %s", (address, name) => {
    expect(shown(candidatesInAddress(directory(), address))).toEqual([name]);
  });

  test.each([
    "colo@surel.example",
    "nur@desacolo.example",
    "desa@surel.example",
    "pemdesrejosari@surel.example",
    "pemdescolo.desajati@surel.example",
    "adm.diskominfo@surel.example",
    "",
  ])("%j is named after nobody", (address) => {
    expect(candidatesInAddress(directory(), address)).toEqual([]);
  });
});

describe("in a cell", () => {
  test.each([
    ["dinas kesehatan", ["Dinas Kesehatan"]],
    ["DINKES", ["Dinas Kesehatan"]],
    ["colo", ["Colo"]],
    ["Jatiwetan", ["Desa Jati Wetan"]],
    ["Panjunan", ["Kelurahan Panjunan"]],
    ["dawe", ["Kecamatan Dawe", "UPTD Puskesmas Dawe"]],
    ["Puskesmas Dawe", []],
    ["Dinas Pertanian", []],
    [" - ", []],
    ["", []],
  ])("%j is the whole name of %j", (name, names) => {
    expect(shown(unitNamed(directory(), name))).toEqual(names);
  });

  test("a whole name beats the same name without its kind", () => {
    const units = [unit("Kecamatan Dawe", "Kecamatan"), unit("Dawe", "UPT")];
    expect(shown(unitNamed(units, "Dawe"))).toEqual(["Dawe"]);
  });

  test.each([
    ["Dinas", true],
    ["kantor desa", true],
    ["OPD / UPT", true],
    ["", true],
    ["Dinas Sosial", false],
    ["Colo", false],
  ])("%j is a kind of office and none in particular: %s", (text, expected) => {
    expect(namesNoUnit(text)).toBe(expected);
  });
});
