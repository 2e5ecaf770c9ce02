import { REPORTERS, STAFF } from "../example-office.ts";
import type { Act } from "./act.ts";
import { assign, nothing, on, partOf, setStatus, solve, ticket } from "./words.ts";

const at = on(23);
const { dawe, rsud, disdag, colo, warga } = REPORTERS;
const { bagus, dewi, tono } = STAFF;

/** From missing facts to a bounce, and something urgent after everybody went home. */
export const MONDAY_AFTERNOON: readonly Act[] = [
  {
    do: "mail",
    at: at("11.05.00"),
    id: "disdag-502",
    from: disdag,
    subject: "aplikasi tidak bisa dibuka",
    text: "Aplikasi retribusi pasar menampilkan galat 502 sejak pagi. Mohon dicek.",
    expect: ticket(disdag),
  },
  setStatus(at("11.14.00"), "disdag-502", "Menunggu Info"),
  {
    do: "mail",
    at: at("11.50.00"),
    id: "colo-mati",
    from: colo,
    subject: "",
    text: "inet balai desa Colo pejah pak kawit enjang, nyuwun tulung dipun priksa. suwun",
    expect: ticket(colo),
  },
  assign(at("12.58.00"), "colo-mati", ["Sedang", "Perlu", dewi]),
  {
    do: "mail",
    at: at("13.20.00"),
    id: "disdag-info",
    from: disdag,
    subject: "Re: aplikasi",
    text: "Yang terdampak tiga komputer di kantor pasar Bitingan, sejak pukul 08.00.",
    answers: { kind: "facts-request", of: "disdag-502" },
    expect: partOf("disdag-502"),
  },
  {
    do: "mail",
    at: at("13.30.00"),
    id: "dawe-tambahan",
    from: dawe,
    subject: "Re: Mohon bantuan, internet lambat",
    text: "Sebagai tambahan, hasil uji kecepatan hanya 0,4 Mbps. Foto terlampir.",
    pictures: ["uji-kecepatan.png"],
    answers: { kind: "acknowledgement", of: "dawe-lambat" },
    expect: partOf("dawe-lambat"),
  },
  assign(at("13.34.00"), "disdag-502", ["Sedang", "Tidak perlu", bagus]),
  {
    do: "mail",
    at: at("14.00.00"),
    id: "warga-jalan",
    from: warga,
    subject: "wifi taman kota",
    text: "Selamat siang, wifi gratis di taman kota sudah seminggu tidak tersambung ke internet.",
    expect: ticket(warga),
  },
  {
    do: "mail",
    at: at("14.06.00"),
    id: "gagal-kirim",
    from: { name: "Mail Delivery System", address: "mailer-daemon@surel.example" },
    subject: "Undelivered Mail Returned to Sender",
    text: "The mail system could not deliver the message to anik.setyowati@surel.example",
    bounce: true,
    answers: { kind: "acknowledgement", of: "warga-jalan" },
    expect: nothing({ listed: false }),
  },
  solve(
    at("14.20.00"),
    "disdag-502",
    "restart",
    "Layanan aplikasi dimulai ulang, galat 502 hilang.",
  ),
  setStatus(at("14.31.00"), "warga-jalan", "Dibatalkan", { "Alasan Batal": "Dirujuk" }),
  {
    do: "type-row",
    at: at("15.10.00"),
    id: "mlati-surat",
    cells: {
      Kanal: "Surat",
      "OPD/Desa": "Kelurahan Mlati Kidul",
      Pelapor: "Lurah Mlati Kidul",
      "Uraian Aduan":
        "Surat nomor 045/112: sakelar di ruang pelayanan kelurahan mati setelah listrik padam.",
    },
    expect: ticket(null),
  },
  assign(at("15.20.00"), "mlati-surat", ["Sedang", "Perlu", tono]),
  solve(
    at("15.40.00"),
    "jepang-telepon",
    "sambung ulang kabel/FO",
    "Kabel FO disambung ulang di tiang 12.",
  ),
  {
    do: "mail",
    at: at("19.40.00"),
    id: "rsud-malam",
    from: rsud,
    subject: "Jaringan IGD mati, pelayanan pasien terhenti",
    text: "Malam ini jaringan di IGD mati sama sekali sehingga pelayanan pasien terhenti dan pendaftaran ditulis tangan.",
    expect: ticket(rsud),
  },
];
