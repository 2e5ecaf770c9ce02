/** Somebody who writes or reads mail in the sandbox. */
export interface Person {
  name: string;
  address: string;
}

export const HELPDESK: Person = {
  name: "Helpdesk TIK",
  address: "helpdesk@kominfo.kuduskab.example",
};

export const OPERATOR: Person = {
  name: "Operator Sistem",
  address: "operator@kominfo.kuduskab.example",
};

interface StaffLine extends Person {
  role: "Admin" | "Petugas" | "Kepala Seksi" | "Kepala Bidang";
}

/** The lines of *Petugas*; all names are invented. */
export const STAFF = {
  sri: { name: "Sri Lestari", address: "sri.lestari@kominfo.kuduskab.example", role: "Admin" },
  bagus: { name: "Bagus Prasetyo", address: "bagus@kominfo.kuduskab.example", role: "Petugas" },
  dewi: { name: "Dewi Anggraini", address: "dewi@kominfo.kuduskab.example", role: "Petugas" },
  tono: { name: "Tono Sugiarto", address: "tono@kominfo.kuduskab.example", role: "Petugas" },
  hendra: {
    name: "Hendra Wijaya",
    address: "kasi.persandian@kominfo.kuduskab.example",
    role: "Kepala Seksi",
  },
  endang: {
    name: "Endang Purwanti",
    address: "kabid.informatika@kominfo.kuduskab.example",
    role: "Kepala Bidang",
  },
} as const satisfies Record<string, StaffLine>;

export interface UnitLine {
  name: string;
  shortName: string;
  kind: "OPD" | "Kecamatan" | "Desa" | "Kelurahan" | "UPT";
  subDistrict: string;
  addresses: string;
}

/** The lines of *OPD-Desa*; addresses are invented. */
export const UNITS: readonly UnitLine[] = [
  unit("Dinas Kependudukan dan Pencatatan Sipil", "Disdukcapil", "disdukcapil.kuduskab.example"),
  unit("Dinas Kesehatan", "DKK", "dinkes.kuduskab.example"),
  unit("Dinas Pekerjaan Umum dan Penataan Ruang", "PUPR", "pupr.kuduskab.example"),
  unit("RSUD dr. Loekmono Hadi", "RSUD", "rsud.kuduskab.example"),
  unit("Badan Kepegawaian dan Pengembangan SDM", "BKPSDM", "bkpsdm.kuduskab.example"),
  unit("Dinas Perhubungan", "Dishub", "dishub.kuduskab.example"),
  unit("Dinas Perdagangan", "Disdag", "disdag.kuduskab.example"),
  unit("Dinas Penanaman Modal dan PTSP", "DPMPTSP", "dpmptsp.kuduskab.example"),
  unit("Satuan Polisi Pamong Praja", "Satpol PP", "satpolpp.kuduskab.example"),
  {
    ...unit("UPTD Puskesmas Mejobo", "Puskesmas Mejobo", "pusk.mejobo@kuduskab.example"),
    kind: "UPT",
    subDistrict: "Mejobo",
  },
  place("Kecamatan", "Dawe", "Dawe", "kecamatandawe@kuduskab.example"),
  place("Kecamatan", "Jekulo", "Jekulo", "kecamatanjekulo@kuduskab.example"),
  place("Kecamatan", "Undaan", "Undaan", "kecamatanundaan@kuduskab.example"),
  place("Kelurahan", "Mlati Kidul", "Kota Kudus", "mlatikidul@kuduskab.example"),
  place("Desa", "Colo", "Dawe", "pemdes@colo.desa.example"),
  place("Desa", "Rahtawu", "Gebog", "rahtawu.desa.example"),
  place("Desa", "Undaan Kidul", "Undaan", "undaankidul.desa.example"),
  place("Desa", "Jepang", "Mejobo", "jepang-mejobo.desa.example"),
];

/** Who reports in the sandbox. */
export const REPORTERS = {
  disdukcapil: person("Wahyu Nugroho", "loket@disdukcapil.kuduskab.example"),
  dinkes: person("Rina Kusumawati", "umum@dinkes.kuduskab.example"),
  pupr: person("Agus Salim", "sekretariat@pupr.kuduskab.example"),
  rsud: person("dr. Maya Puspita", "it@rsud.kuduskab.example"),
  bkpsdm: person("Yuniarti", "data@bkpsdm.kuduskab.example"),
  dishub: person("Slamet Riyadi", "lalin@dishub.kuduskab.example"),
  disdag: person("Fitri Handayani", "umum@disdag.kuduskab.example"),
  dpmptsp: person("Nurul Hidayah", "perizinan@dpmptsp.kuduskab.example"),
  satpolpp: person("Joko Santosa", "piket@satpolpp.kuduskab.example"),
  mejobo: person("Puskesmas Mejobo", "pusk.mejobo@kuduskab.example"),
  dawe: person("Kecamatan Dawe", "kecamatandawe@kuduskab.example"),
  jekulo: person("Kecamatan Jekulo", "kecamatanjekulo@kuduskab.example"),
  undaan: person("Kecamatan Undaan", "kecamatanundaan@kuduskab.example"),
  colo: person("Pemdes Colo", "pemdes@colo.desa.example"),
  rahtawu: person("Suparman", "sekdes@rahtawu.desa.example"),
  undaanKidul: person("Kasmini", "admin@undaankidul.desa.example"),
  jepang: person("Muhammad Ilham", "kaur.umum@jepang-mejobo.desa.example"),
  warga: person("Anik Setyowati", "anik.setyowati@surel.example"),
  tetangga: person("Budi Hartono", "budi.hartono@surel.example"),
} as const satisfies Record<string, Person>;

/** *Jadwal Piket*: who answers the duty telephone on which weekday. */
export const DUTY: readonly { day: string; officer: string; deputy: string }[] = [
  { day: "Senin", officer: STAFF.bagus.name, deputy: STAFF.dewi.name },
  { day: "Selasa", officer: STAFF.dewi.name, deputy: STAFF.tono.name },
  { day: "Rabu", officer: STAFF.tono.name, deputy: STAFF.bagus.name },
  { day: "Kamis", officer: STAFF.bagus.name, deputy: STAFF.dewi.name },
  { day: "Jumat", officer: STAFF.dewi.name, deputy: STAFF.tono.name },
  { day: "Sabtu", officer: STAFF.tono.name, deputy: STAFF.bagus.name },
  { day: "Minggu", officer: STAFF.bagus.name, deputy: STAFF.dewi.name },
];

/** Rows of *Pengaturan* that differ from what `setup` writes. */
export const SETTINGS: readonly { name: string; value: string }[] = [
  { name: "Kirim Surat", value: "ya" },
];

function unit(name: string, shortName: string, addresses: string): UnitLine {
  return { name, shortName, kind: "OPD", subDistrict: "", addresses };
}

function place(
  kind: UnitLine["kind"],
  name: string,
  subDistrict: string,
  addresses: string,
): UnitLine {
  return { name: `${kind} ${name}`, shortName: `${kind} ${name}`, kind, subDistrict, addresses };
}

function person(name: string, address: string): Person {
  return { name, address };
}
