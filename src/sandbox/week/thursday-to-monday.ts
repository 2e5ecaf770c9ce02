import { REPORTERS, STAFF } from "../example-office.ts";
import type { Act } from "./act.ts";
import { assign, nothing, on, partOf, setStatus, solve, ticket } from "./words.ts";

const thursday = on(26);
const friday = on(27);
const saturday = on(28);
const sunday = on(29);
const { dinkes, mejobo, bkpsdm, jepang, satpolpp, rahtawu, jekulo, undaanKidul, dishub } =
  REPORTERS;
const { bagus, dewi, tono } = STAFF;

/** A quieter Thursday. */
const THURSDAY: readonly Act[] = [
  { do: "move-column", at: thursday("07.40.00"), header: "Keterangan", before: "Prioritas" },
  {
    do: "mail",
    at: thursday("08.15.00"),
    id: "mejobo-pcare",
    from: mejobo,
    subject: "P-Care lambat lagi",
    text: "Pendaftaran pasien lewat P-Care lambat sekali, satu pasien bisa sepuluh menit.",
    html: "<p>Pendaftaran pasien lewat <b>P-Care</b> lambat sekali, satu pasien bisa sepuluh menit.</p>",
    expect: ticket(mejobo),
  },
  assign(thursday("08.27.00"), "mejobo-pcare", ["Sedang", "Perlu", dewi]),
  solve(thursday("08.40.00"), "rahtawu-radio", "ganti perangkat", "Radio dan adaptor PoE diganti."),
  {
    do: "mail",
    at: thursday("09.30.00"),
    id: "dinkes-phishing",
    from: dinkes,
    subject: "Akun mengirim surel aneh",
    text: "Akun surel bagian umum mengirim pesan tautan undian ke banyak pegawai, kami khawatir akun diretas.",
    expect: ticket(dinkes),
  },
  {
    do: "type-row",
    at: thursday("10.20.00"),
    id: "jepang-langsung",
    cells: {
      Kanal: "Langsung",
      "OPD/Desa": "Desa Jepang",
      Pelapor: "Muhammad Ilham",
      "Email Pelapor": jepang.address,
      "Uraian Aduan":
        "Minta pemeriksaan titik akses di aula karena sinyal lemah ketika ramai warga.",
    },
    expect: ticket(jepang),
  },
  assign(thursday("10.31.00"), "jepang-langsung", ["Rendah", "Tidak perlu", bagus]),
  assign(thursday("10.45.00"), "dinkes-phishing", ["Tinggi", "Tidak perlu", bagus]),
  solve(
    thursday("11.05.00"),
    "dinkes-phishing",
    "edukasi pengguna",
    "Sandi diganti, sesi lama diputus.",
  ),
  solve(
    thursday("11.15.00"),
    "jepang-langsung",
    "konfigurasi ulang",
    "Daya pancar titik akses diatur.",
  ),
  {
    do: "mail",
    at: thursday("13.25.00"),
    id: "bkpsdm-susulan",
    from: bkpsdm,
    subject: "Re: Permohonan tambahan bandwidth",
    text: "Menyusuli permohonan kami, ujian dimajukan menjadi tanggal 7 Desember.",
    answers: { kind: "acknowledgement", of: "bkpsdm-bandwidth" },
    expect: partOf("bkpsdm-bandwidth"),
  },
  setStatus(thursday("13.40.00"), "satpolpp-tanpa-email", "Selesai", {
    Penyebab: "ganti perangkat",
    "Hasil Perbaikan": "Router pos jaga diganti.",
  }),
  solve(thursday("15.10.00"), "jekulo-kabel", "perbaikan oleh ISP", "Kabel FO disambung penyedia."),
];

/** A Friday with its long break, and a late report. */
const FRIDAY: readonly Act[] = [
  solve(friday("08.05.00"), "mejobo-pcare", "ganti perangkat", "Sakelar di plafon diganti."),
  {
    do: "mail",
    at: friday("08.20.00"),
    id: "satpolpp-mobil",
    from: satpolpp,
    subject: "VPN mobil patroli",
    text: "VPN pada perangkat mobil patroli tidak tersambung, posisi tidak terbaca di ruang pantau.",
    expect: ticket(satpolpp),
  },
  assign(friday("08.31.00"), "satpolpp-mobil", ["Sedang", "Tidak perlu", tono]),
  {
    do: "mail",
    at: friday("08.50.00"),
    id: "tono-cuti",
    from: tono,
    subject: "Balasan otomatis",
    text: "Saya sedang mengikuti pelatihan, surel dibaca sore hari.",
    headers: { "Auto-Submitted": "auto-replied" },
    answers: { kind: "assignment", of: "satpolpp-mobil" },
    expect: nothing({ listed: false }),
  },
  {
    do: "cells",
    at: friday("09.05.00"),
    of: "satpolpp-mobil",
    cells: { Petugas: dewi.name },
  },
  solve(
    friday("09.20.00"),
    "satpolpp-mobil",
    "perbaikan oleh pusat",
    "Sertifikat perangkat dipasang ulang.",
  ),
  {
    do: "mail",
    at: friday("11.42.00"),
    id: "jekulo-jumat",
    from: jekulo,
    subject: "Telepon IP tidak ada nada",
    text: "Telepon IP di ruang camat tidak ada nada sejak pukul sebelas.",
    expect: ticket(jekulo),
  },
  assign(friday("13.08.00"), "jekulo-jumat", ["Rendah", "Tidak perlu", bagus]),
  solve(friday("13.35.00"), "jekulo-jumat", "restart", "Gerbang telepon dimulai ulang."),
  {
    do: "form",
    at: friday("16.50.00"),
    id: "undaan-sore",
    answers: {
      "Nama pelapor": "Kasmini",
      "OPD/Desa": "Desa Undaan Kidul",
      "Nomor HP/WA": "0812-0000-0116",
      Email: undaanKidul.address,
      "Lokasi gangguan": "Balai desa",
      "Jenis gangguan": "Internet lambat",
      Uraian: "Internet balai desa lambat pada sore hari ketika banyak warga memakai WiFi gratis.",
      "Apakah pelayanan masyarakat terhenti?": "Tidak",
    },
    expect: ticket(undaanKidul),
  },
];

/** Nobody is in; letters come all the same, and Monday morning finds them. */
const WEEKEND: readonly Act[] = [
  {
    do: "mail",
    at: saturday("10.05.00"),
    id: "dishub-sabtu",
    from: dishub,
    subject: "Lampu simpang tidak terpantau",
    text: "Sabtu ini simpang tujuh tidak terpantau dari ruang ATCS, layar hitam sejak pukul 09.45.",
    expect: ticket(dishub),
  },
  {
    do: "mail",
    at: saturday("10.40.00"),
    id: "dishub-pulih",
    from: dishub,
    subject: "Re: Lampu simpang tidak terpantau",
    text: "Informasi tambahan: sudah normal sendiri pukul 10.30, tetapi mohon tetap diperiksa.",
    answers: { kind: "acknowledgement", of: "dishub-sabtu" },
    expect: partOf("dishub-sabtu"),
  },
  {
    do: "mail",
    at: sunday("20.30.00"),
    id: "rahtawu-minggu",
    from: rahtawu,
    subject: "Internet desa pelan",
    text: "Malam ini internet desa Rahtawu pelan, mungkin karena hujan deras. Tidak mendesak.",
    expect: ticket(rahtawu),
  },
];

export const THURSDAY_TO_MONDAY: readonly Act[] = [...THURSDAY, ...FRIDAY, ...WEEKEND];
