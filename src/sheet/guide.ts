/** One line of *Panduan*, with how it is to look. */
export interface GuideLine {
  text: string;
  look: "title" | "lead" | "heading" | "step" | "text" | "gap";
}

/** *Panduan*: for people who will not read a manual. One thought a line. */
export const GUIDE: readonly GuideLine[] = [
  { look: "title", text: "Cara kerja di lembar ini" },
  {
    look: "lead",
    text: "Isi yang putih, baca yang abu-abu. Kolom Catatan Sistem selalu menyebut apa yang perlu dilakukan berikutnya.",
  },
  ...section(
    "Setiap hari",
    step("1", "Aduan dari surel dan formulir masuk sendiri, lengkap dengan nomor dan batas waktu."),
    step(
      "2",
      "Aduan lewat telepon, pesan, surat, atau tatap muka: ketik di baris kosong paling bawah. Isi Kanal, OPD/Desa atau Pelapor, dan Uraian Aduan. Nomornya muncul dalam dua atau tiga menit.",
    ),
    step(
      "3",
      "Isi Prioritas, Tinjauan Lapangan, dan Petugas. Setelah ketiganya terisi, Petugas menerima surat tugas.",
    ),
    step(
      "4",
      "Setelah diperbaiki: isi Hasil Perbaikan, lalu ubah Status menjadi Selesai. Pelapor dan pimpinan diberi tahu.",
    ),
    step(
      "5",
      "Tidak perlu ditangani? Pilih Status Dibatalkan dan isi Alasan Batal; pelapor baru diberi tahu setelah alasannya terisi. Bila Dirujuk, tulis di Keterangan kepada siapa; kalimat itu dibaca pelapor.",
    ),
  ),
  ...section(
    "Boleh",
    text("Menyembunyikan, memindah, melebarkan, atau menambah kolom; menambah lembar sendiri."),
    text(
      "Memakai tampilan filter Terbuka, Terlambat, atau nama petugas (menu Data > Tampilan filter).",
    ),
    text("Mengurutkan, asal seluruh lembar ikut: jangan hanya beberapa kolom."),
    text(
      "Mengubah Petugas, OPD-Desa, Hari Libur, Jadwal Piket, dan Pengaturan kapan saja. Yang tidak terbaca dijelaskan di kolom Masalah.",
    ),
  ),
  ...section(
    "Jangan",
    text(
      "Menghapus baris aduan. Baris yang terhapus ditulis lagi oleh sistem; aduannya tetap dihitung.",
    ),
    text(
      "Menyalin baris lama untuk aduan baru, atau menimpa aduan lama dengan yang baru: ketik di baris kosong.",
    ),
    text("Mengetik di kolom abu-abu, menghapus kolom, atau menghapus baris judul."),
    text("Salah langkah? Tekan Ctrl+Z. Perubahan baru ditindaklanjuti setelah beberapa menit."),
  ),
  ...section(
    "Bila Catatan Sistem bertanya",
    text(
      "Ini memang aduan itu: ketik nomornya diikuti OK di kolom No. Aduan, misalnya JKD-2026-0042 OK.",
    ),
    text("Ini aduan baru: ketik BARU di kolom No. Aduan."),
    text("Ini salinan yang tidak perlu: hapus barisnya."),
    text(
      "Isi baris tampak tertukar atau banyak yang hilang: sistem berhenti menunggu. Tekan Ctrl+Z, atau hubungi operator bila memang dikehendaki.",
    ),
  ),
  ...section(
    "Warna Status Waktu",
    text(
      "Hijau: tepat waktu. Kuning: mendekati batas. Merah: terlambat. Biru: menunggu jawaban pelapor. Abu-abu: selesai.",
    ),
    text("Di luar jam layanan waktu tidak berjalan; penghitungan dilanjutkan saat kantor buka."),
  ),
  ...section(
    "Tanggal dan jam",
    text(
      "Tulis seperti 24/11/2026 08.30. Waktu Selesai boleh dikosongkan; yang dipakai saat Status diubah.",
    ),
    text("Waktu Lapor yang dikosongkan berarti saat baris itu pertama kali terlihat."),
  ),
  ...section(
    "Lembar lain",
    text(
      "Surat Lain: surat yang bukan aduan, disimpan 30 hari. Centang Jadikan aduan bila ternyata aduan.",
    ),
    text("Riwayat: catatan semua kejadian; tidak perlu diubah."),
    text(
      "Dasbor: angka terkini. Bagian kirinya ditulis ulang sistem; grafiknya boleh dipindah dan diubah tampilannya.",
    ),
  ),
];

function section(heading: string, ...lines: GuideLine[]): GuideLine[] {
  return [{ look: "gap", text: "" }, { look: "heading", text: heading }, ...lines];
}

function step(nth: string, said: string): GuideLine {
  return { look: "step", text: `${nth}.  ${said}` };
}

function text(said: string): GuideLine {
  return { look: "text", text: `•  ${said}` };
}
