import { expect, test } from "vitest";

import { certainUnit, findUnit, isFreeMail } from "../../src/desk/directory.ts";
import type { Unit } from "../../src/desk/office.ts";

function unit(name: string, rest: Partial<Unit> = {}): Unit {
  return { name, shortName: "", kind: "OPD", subDistrict: "", addresses: [], ...rest };
}

function village(name: string, subDistrict: string, addresses: string[] = []): Unit {
  return unit(name, { kind: "Desa", subDistrict, addresses });
}

const UNITS: Unit[] = [
  unit("Dinas Komunikasi dan Informatika", { shortName: "Diskominfo" }),
  unit("Dinas Perdagangan", { shortName: "Disdag", addresses: ["disdag@kuduskab.example"] }),
  unit("Dinas Pendidikan, Kepemudaan dan Olahraga", {
    shortName: "Disdikpora",
    addresses: ["dikpora.example"],
  }),
  unit("Dinas Sosial", { addresses: ["@dinsos.example", "", "@", "dinsos@surel.example"] }),
  unit("RSUD dr. Loekmono Hadi", { shortName: "RSUD", addresses: ["*.rsud.example"] }),
  unit("UPTD Puskesmas Mejobo", { kind: "Puskesmas", subDistrict: "Mejobo" }),
  unit("Bagian Umum", { addresses: ["setda.example"] }),
  unit("Bagian Hukum", { addresses: ["setda.example"] }),
  unit("Kecamatan Dawe", { kind: "Kecamatan", addresses: ["kec.dawe@kuduskab.example"] }),
  unit("Kecamatan Undaan", { kind: "Kecamatan" }),
  unit("Kecamatan Mejobo", { kind: "Kecamatan" }),
  unit("Kecamatan Jati", { kind: "Kecamatan" }),
  village("Desa Colo", "Dawe"),
  village("Desa Karangrowo", "Undaan"),
  village("Desa Mejobo", "Mejobo"),
  village("Desa Banget", "Kaliwungu"),
  village("Desa Sambung", "Undaan"),
  village("Desa Getas Pejaten", "Jati"),
  village("Desa Jati Wetan", "Jati"),
  unit("Kelurahan Panjunan", { kind: "Kelurahan", subDistrict: "Kota Kudus" }),
];

interface Mail {
  address?: string;
  name?: string;
  subject?: string;
  body?: string;
  signature?: string;
  form?: string;
}

function find({
  address = "orang@surel.example",
  name = "",
  subject = "",
  body = "",
  signature = "",
  form = "",
}: Mail) {
  const texts = { subject, body, signature };
  return findUnit([...UNITS], [{ address, name }], texts, form, ["surel.example"]);
}

const FOUND: [what: string, mail: Mail, unit: string][] = [
  ["the form's choice", { form: "Desa Colo" }, "Desa Colo"],
  ["the form's choice, spelled in one word", { form: "desa getaspejaten" }, "Desa Getas Pejaten"],
  ["the form's choice with its sub-district", { form: "Desa Colo, Kec. Dawe" }, "Desa Colo"],
  ["a bare village name in the form", { form: "Colo" }, "Desa Colo"],
  ["a short name in the form", { form: "RSUD" }, "RSUD dr. Loekmono Hadi"],
  [
    "the form before the address",
    { form: "Desa Colo", address: "disdag@kuduskab.example" },
    "Desa Colo",
  ],
  ["an address in any letters", { address: "DISDAG@kuduskab.example" }, "Dinas Perdagangan"],
  [
    "the address before the text",
    { address: "disdag@kuduskab.example", body: "desa Colo" },
    "Dinas Perdagangan",
  ],
  ["a domain", { address: "umum@dikpora.example" }, "Dinas Pendidikan, Kepemudaan dan Olahraga"],
  ["a domain typed with its sign", { address: "it@dinsos.example" }, "Dinas Sosial"],
  ["an address of a free mail service", { address: "DinSos@Surel.example" }, "Dinas Sosial"],
  ["a domain with a star", { address: "it@igd.rsud.example" }, "RSUD dr. Loekmono Hadi"],
  ["balai desa in the text", { body: "internet mati pak. balai desa Colo" }, "Desa Colo"],
  ["pemdes in the sender's name", { name: "pemdes colo" }, "Desa Colo"],
  [
    "a village before its sub-district",
    { body: "Sekdes Karangrowo Kec. Undaan" },
    "Desa Karangrowo",
  ],
  ["an everyday word that is a village", { body: "internet desa Banget mati" }, "Desa Banget"],
  ["a sub-district, shortened", { subject: "internet kec dawe trouble" }, "Kecamatan Dawe"],
  ["a village that bears its sub-district's name", { body: "Pemdes Mejobo" }, "Desa Mejobo"],
  ["that sub-district", { body: "kantor kecamatan Mejobo" }, "Kecamatan Mejobo"],
  ["that health centre", { signature: "UPTD Puskesmas Mejobo" }, "UPTD Puskesmas Mejobo"],
  [
    "a two-word village, not the sub-district inside it",
    { body: "balai desa Jati Wetan" },
    "Desa Jati Wetan",
  ],
  ["a kelurahan", { body: "kel. Panjunan" }, "Kelurahan Panjunan"],
  [
    "an agency by its whole name",
    { signature: "Dinas Pendidikan, Kepemudaan dan Olahraga" },
    "Dinas Pendidikan, Kepemudaan dan Olahraga",
  ],
  ["an agency by its short name", { body: "kami dari disdag mohon bantuan" }, "Dinas Perdagangan"],
  [
    "the signature before the body",
    { body: "sama seperti desa Colo kemarin", signature: "Pemdes Sambung" },
    "Desa Sambung",
  ],
  ["an address named after a village", { address: "pemdescolo@surel.example" }, "Desa Colo"],
  ["such an address with a number", { address: "desa.colo02@surel.example" }, "Desa Colo"],
  [
    "an address named after a health centre",
    { address: "pkm.mejobo@kuduskab.example" },
    "UPTD Puskesmas Mejobo",
  ],
  [
    "an address named after an office",
    { address: "it.rsud@kuduskab.example" },
    "RSUD dr. Loekmono Hadi",
  ],
  [
    "the beginning of a long name, when only one begins so",
    { body: "kami dari Dinas Pendidikan" },
    "Dinas Pendidikan, Kepemudaan dan Olahraga",
  ],
  [
    "the writer, not the office written to",
    { body: "Yth. Diskominfo, internet disdag mati" },
    "Dinas Perdagangan",
  ],
];

test.each(FOUND)("findUnit() takes %s", (_what, mail, name) => {
  expect(find(mail)?.name).toBe(name);
});

const NOT_FOUND: [what: string, mail: Mail][] = [
  ["a form that says only Dinas", { form: "Dinas" }],
  [
    "everyday words that are village names",
    { body: "lambat banget, kabel sambung putus, panjang sekali" },
  ],
  ["a bare sub-district name", { body: "wifi di dawe" }],
  ["two villages in one sentence", { body: "desa Colo dan desa Banget mati" }],
  ["a domain of two units", { address: "staf@setda.example" }],
  ["what a star stands for itself", { address: "it@rsud.example" }],
  ["a domain that only ends alike", { address: "it@kab-dikpora.example" }],
  ["an empty address", { address: "" }],
  ["an address that only sounds like one", { address: "desaku.indah@surel.example" }],
  ["a word that opens several names", { body: "dari Bagian kami" }],
  ["a citizen", { body: "wifi alun-alun tidak konek" }],
  ["the office's own name", { body: "Yth. Dinas Komunikasi dan Informatika" }],
];

test.each(NOT_FOUND)("findUnit() leaves %s open", (_what, mail) => {
  expect(find(mail)).toBeUndefined();
});

test("an address written twice in one line is still that unit's alone", () => {
  const units = [unit("Desa Dua", { addresses: ["a@surel.example", "A@surel.example"] })];
  const texts = { subject: "", body: "", signature: "" };
  const sender = [{ address: "a@surel.example", name: "" }];
  expect(findUnit(units, sender, texts, "", ["surel.example"])?.name).toBe("Desa Dua");
});

test("of several senders the first that is known decides; names are read one by one", () => {
  const texts = { subject: "", body: "", signature: "" };
  const senders = [
    { address: "orang@surel.example", name: "Orang Desa" },
    { address: "dinsos@surel.example", name: "Colo" },
  ];
  expect(findUnit([...UNITS], senders, texts, "", ["surel.example"])?.name).toBe("Dinas Sosial");
  const strangers = senders.map(({ name }) => ({ address: "orang@surel.example", name }));
  expect(findUnit([...UNITS], strangers, texts, "", ["surel.example"])).toBeUndefined();
});

test.each([
  ["its own address", "dinsos@surel.example", "Dinas Sosial"],
  ["a domain of its own", "siapa@dikpora.example", "Dinas Pendidikan, Kepemudaan dan Olahraga"],
  ["a domain that two share", "siapa@setda.example", undefined],
  ["a free mail service", "siapa@surel.example", undefined],
  ["nothing", "siapa@lain.example", undefined],
])("an address proves a unit by %s", (_, address, name) => {
  expect(certainUnit(address, [...UNITS], ["surel.example"])?.name).toBe(name);
});

test("a free mail service proves no unit, even when somebody listed it as a domain", () => {
  const units = [unit("Desa Keliru", { addresses: ["surel.example"] })];
  const texts = { subject: "", body: "", signature: "" };
  const sender = [{ address: "siapa@surel.example", name: "" }];
  expect(findUnit(units, sender, texts, "", ["surel.example"])).toBeUndefined();
  expect(isFreeMail("siapa@Surel.example", ["surel.example"])).toBe(true);
  expect(isFreeMail("siapa@dikpora.example", ["surel.example"])).toBe(false);
});
