/** Messages with labels in the form that `verdicts --samples` reads; own words, invented people. */
export const LABELLED = [
  mail("S01", {
    from: ["pemdes piji", "pemdespiji@surel.example"],
    text: "inet balai desa Piji pejah wiwit wingi pak, nyuwun tulung",
    label: { jenis: "aduan", opd: "Desa Piji, Kec. Dawe", kategori: "Internet mati" },
    priorities: ["Sedang"],
    action: "catat_dan_akui",
  }),
  mail("S02", {
    from: ["Bu Nur", "nur@surel.example"],
    subject: "mohon bantuan",
    text: "pak wifi kantor kami lemot sekali sejak pagi, sinyalnya hilang terus",
    label: { jenis: "aduan", opd: null, kategori: "WiFi" },
    priorities: ["Sedang"],
    action: "catat_dan_minta_info",
  }),
  mail("S03", {
    from: ["Kecamatan Undaan", "kecamatanundaan@kuduskab.example"],
    subject: "Re: [JKD-2026-0012] Aduan selesai ditangani - Internet mati, Kecamatan Undaan",
    headers: { "In-Reply-To": "<JKD-2026-0012.selesai@kominfo.kuduskab.example>" },
    text: "Mohon maaf pak, mati lagi sejak jam 9.",
    label: { jenis: "buka_kembali", opd: "Kecamatan Undaan", kategori: "Internet mati" },
    priorities: ["Sedang"],
    action: "buka_kembali",
  }),
  mail("S04", {
    from: ["Kecamatan Undaan", "kecamatanundaan@kuduskab.example"],
    subject: "Re: [JKD-2026-0012] Aduan selesai ditangani - Internet mati, Kecamatan Undaan",
    text: "Terima kasih banyak atas bantuannya pak",
    label: { jenis: "balasan_terima_kasih", opd: "Kecamatan Undaan", kategori: null },
    action: "tempel_ke_aduan",
  }),
  mail("S05", {
    from: ["Tono", "tono@kominfo.kuduskab.example"],
    subject: "Re: [JKD-2026-0014] Penugasan - WiFi mati, Dinas Kesehatan",
    text: "Lapor, sudah selesai, adaptor diganti.",
    label: { jenis: "laporan_petugas", opd: "Dinas Kesehatan", kategori: null },
    action: "tempel_ke_aduan",
  }),
  mail("S06", {
    from: ["Sekretaris", "sekretaris@surel.example"],
    subject: "Balasan otomatis: sedang dinas luar",
    text: "Saya sedang dinas luar dan akan kembali hari Senin.",
    label: { jenis: "balasan_otomatis", opd: null, kategori: null },
    action: "abaikan",
  }),
  mail("S07", {
    from: ["Toko Jaringan", "info@toko.example"],
    subject: "Diskon router",
    headers: { "List-Unsubscribe": "<https://toko.example/berhenti>" },
    text: "Internet lemot? Ganti router sekarang.",
    html: "<b>Internet lemot?</b>",
    label: { jenis: "promosi", opd: null, kategori: null },
    action: "abaikan",
  }),
  mail("S08", {
    from: ["Bappeda", "bappeda@kuduskab.example"],
    subject: "Undangan Rapat Koordinasi SPBE",
    text: "Mengharap kehadiran Saudara pada rapat koordinasi, Selasa, 1 Desember 2026 pukul 09.00.",
    files: ["undangan.pdf"],
    label: {
      jenis: "surat_dinas",
      opd: "Badan Perencanaan Pembangunan Daerah",
      kategori: null,
    },
    action: "tinjau_manual",
  }),
  mail("S09", {
    from: ["Mail Delivery Subsystem", "mailer-daemon@kuduskab.example"],
    subject: "Undelivered Mail Returned to Sender",
    headers: { "Content-Type": "multipart/report; report-type=delivery-status" },
    text: "<kades@surel.example>: 550 5.1.1 unknown\nSubject: [JKD-2026-0020] Aduan diterima - WiFi",
    label: { jenis: "gagal_kirim", opd: null, kategori: null },
    action: "tempel_ke_aduan",
  }),
  {
    id: "S10",
    diterima: "2026-11-27T08:55:00+07:00",
    isian: {
      "Nama pelapor": "Lestari",
      "OPD/Desa": "Inspektorat",
      Email: "inspektorat@kuduskab.example",
      "Jenis gangguan": "Permintaan layanan",
      Uraian: "Mohon pemasangan titik baru di ruang rapat.",
      "Apakah pelayanan masyarakat terhenti?": "Tidak",
    },
    label: {
      jenis: "permintaan",
      opd: "Inspektorat Daerah",
      kategori: "Permintaan layanan",
      prioritas_usulan: "Rendah",
      tindakan: "catat_dan_akui",
    },
  },
];

interface MailSample {
  from: [name: string, address: string];
  subject?: string;
  headers?: Record<string, string>;
  text: string;
  html?: string;
  files?: string[];
  label: { jenis: string; opd: string | null; kategori: string | null };
  priorities?: string[];
  action: string;
}

function mail(id: string, sample: MailSample) {
  const { from, subject = "", headers = {}, text, html = null, files = [] } = sample;
  const { label, priorities = [], action } = sample;
  return {
    id,
    diterima: "2026-11-25T08:40:00+07:00",
    dari: { nama: from[0], alamat: from[1] },
    kepada: "helpdesk@kominfo.kuduskab.example",
    subjek: subject,
    header: headers,
    isi_teks: text,
    isi_html: html,
    lampiran: files,
    label: {
      ...label,
      prioritas_usulan: null,
      prioritas_dapat_diterima: priorities,
      tindakan: action,
    },
  };
}
