export interface CommandHelp {
  summary: string;
  /** The text of `aduan NAME --help`; absent where the command prints its own. */
  text?: string;
}

const CONFIGURATION =
  "Konfigurasi dibaca dari lingkungan (environment) dan dari berkas .env di folder kerja.";

/** Every command that exists, in the order in which an office meets them. */
export const COMMAND_HELP: Readonly<Record<string, CommandHelp>> = {
  sandbox: { summary: "kantor contoh di mesin ini, tanpa akun apa pun" },
  check: {
    summary: "mencoba setiap sambungan dan izin, dengan saran perbaikan",
    text: `aduan check

Memeriksa berurutan: konfigurasi, IMAP, SMTP, token Google, lembar kerja, formulir, jurnal,
dan kalender. Satu baris untuk setiap bagian; yang gagal disertai cara memperbaikinya, dan
pemeriksaan diteruskan. Tidak ada surat atau sel yang ditulis.
${CONFIGURATION}

Kode keluar: 0 semua baik, 1 ada yang gagal, 2 konfigurasi belum benar.`,
  },
  setup: {
    summary: "membuat atau memperbaiki tab-tab lembar kerja",
    text: `aduan setup

Membuat tab, kolom, pilihan, dan perlindungan yang belum ada di lembar kerja, serta
memperbaiki yang rusak. Isi sel petugas tidak diubah; dijalankan dua kali tidak mengubah apa pun.
${CONFIGURATION}

Kode keluar: 0 selesai, 1 gagal, 2 konfigurasi belum benar.`,
  },
  start: {
    summary: "menjalankan aduan sampai dihentikan (SIGTERM atau Ctrl+C)",
    text: `aduan start

Membaca kotak surat, formulir, dan lembar kerja terus-menerus, menjaga batas waktu SOP, dan
mengirim surat. Saat dihentikan, langkah yang sedang berjalan diselesaikan dahulu.
${CONFIGURATION}

Kode keluar: 0 dihentikan dengan baik, 1 gagal (misalnya sudah berjalan), 2 konfigurasi belum benar.`,
  },
  once: {
    summary: "menjalankan setiap tahap satu kali, lalu berhenti",
    text: `aduan once

Menjalankan tahap surat masuk, formulir, lembar kerja, dan pengiriman satu kali.
${CONFIGURATION}

Kode keluar: 0 semua tahap berhasil, 1 ada yang gagal, 2 konfigurasi belum benar.`,
  },
  status: {
    summary: "keberhasilan terakhir setiap sumber dan surat yang perlu dilihat",
    text: `aduan status

Menampilkan dari jurnal: kapan setiap sumber terakhir berhasil, apa yang masih menunggu, dan
surat yang gagal atau tidak pasti terkirim. Boleh dijalankan selagi aduan bekerja.
${CONFIGURATION}

Kode keluar: 0 selesai, 1 jurnal belum ada atau tidak terbaca, 2 konfigurasi belum benar.`,
  },
  accept: {
    summary: "menyatakan bahwa perubahan besar di log memang dikehendaki",
    text: `aduan accept

Bila banyak baris log hilang, tertukar, atau berubah sekaligus, aduan berhenti bertindak dan
menunggu. Bila banyak aduan diubah menjadi Selesai atau dialihkan dalam satu pembacaan, surat-suratnya
ditahan. Perintah ini menyatakan bahwa perubahan itu memang dikehendaki: pembacaan berikutnya
diterima satu kali apa adanya, dan surat yang ditahan dikirim. Baris aduan terbuka yang hilang
ditulis lagi dari jurnal; untuk menutup aduan pilih Status Dibatalkan.
Dijalankan selagi aduan bekerja, paling lambat satu jam sebelum pembacaan berikutnya.
Bila perubahan itu keliru, jangan jalankan perintah ini: kembalikan isi lembar kerja (Ctrl+Z).
${CONFIGURATION}

Kode keluar: 0 dicatat, atau tidak ada yang menunggu; 1 jurnal belum ada atau tidak terbaca,
2 konfigurasi belum benar.`,
  },
  explain: { summary: "ke mana waktu satu aduan pergi, langkah demi langkah" },
  vectors: { summary: "menguji hitungan waktu kerja terhadap berkas nilai" },
  verdicts: { summary: "menunjukkan bagaimana surat-surat contoh digolongkan" },
  preview: { summary: "membuat contoh setiap surat untuk dilihat" },
};

/** Named in the design, and not there yet. */
export const NOT_BUILT: ReadonlySet<string> = new Set([
  "retry",
  "recover",
  "takeover",
  "backup",
  "restore",
]);

export function usage(): string {
  const names = Object.entries(COMMAND_HELP);
  const width = Math.max(...names.map(([name]) => name.length));
  return [
    "aduan – meja bantuan yang bekerja dalam Google Spreadsheet",
    "",
    "Pemakaian: aduan PERINTAH [pilihan]",
    "",
    ...names.map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`),
    "",
    "Rincian satu perintah: aduan PERINTAH --help",
  ].join("\n");
}

/** What to say of a name that is no command: not built yet, or unknown. */
export function unknownCommand(name: string): string {
  return NOT_BUILT.has(name)
    ? `Perintah "${name}" belum dibuat dalam versi ini.`
    : `Perintah "${name}" tidak dikenal. Daftar perintah: aduan --help`;
}
