import type { ExampleDraft } from "./examples-draft.ts";
import { DIVISION_HEAD, HELPDESK, OFFICER, SECTION_HEAD } from "./examples-draft.ts";
import { at, exampleRun, exampleTicket } from "./examples-office.ts";

/** Letters to those who handle a complaint, and to the heads. */
export function handlingExamples(): ExampleDraft[] {
  return [...assignments(), ...ladder(), ...outcomes(), ...others()];
}

function assignments(): ExampleDraft[] {
  const dueAt = at(24, 9, 52);
  const assigned = { kind: "assignment", step: 4, dueAt, nth: 1 } as const;
  const onSite = exampleTicket({ visit: "Perlu", category: "Kabel/FO putus" });
  const two = exampleTicket(
    { officers: "Budi Hartono, Tono Prakoso" },
    { assigned: ["Budi Hartono", "Tono Prakoso"] },
  );
  const changed = { kind: "reassignment", step: 4, dueAt } as const;
  return [
    { name: "penugasan", to: OFFICER, facts: assigned },
    { name: "penugasan-dua-petugas", to: OFFICER, facts: assigned, ticket: two },
    {
      name: "penugasan-lapangan",
      to: OFFICER,
      facts: { ...assigned, step: 5, dueAt: at(25, 8, 52) },
      ticket: onSite,
    },
    {
      name: "penugasan-tanpa-batas",
      to: OFFICER,
      facts: { ...assigned, dueAt: null },
      ticket: exampleTicket({ kind: "Permintaan", category: "Permintaan layanan" }),
    },
    { name: "penugasan-kepala-seksi", to: SECTION_HEAD, facts: assigned },
    {
      name: "pengalihan-petugas-baru",
      to: OFFICER,
      facts: { ...changed, side: "new", others: ["Tono Prakoso"] },
    },
    {
      name: "pengalihan-petugas-lama",
      to: { ...OFFICER, name: "Tono Prakoso" },
      facts: { ...changed, side: "old", others: ["Budi Hartono"] },
    },
  ];
}

function ladder(): ExampleDraft[] {
  const dueAt = at(24, 9, 52);
  const thirdParty = exampleTicket(
    {
      status: "Menunggu Pihak Ketiga",
      remark: "Menunggu penyedia internet memperbaiki kabel utama; dijanjikan siang ini.",
    },
    {
      stretches: [
        { from: at(24, 8, 12), status: "Dikerjakan", officers: ["Budi Hartono"] },
        { from: at(24, 9, 30), status: "Menunggu Pihak Ketiga", officers: ["Budi Hartono"] },
      ],
    },
  );
  const unassigned = exampleTicket({ priority: "", visit: "", officers: "" }, { assigned: [] });
  return [
    {
      name: "mendekati-batas",
      to: OFFICER,
      facts: { kind: "warning", step: 4, dueAt },
      now: at(24, 9, 37),
    },
    {
      name: "mendekati-batas-identifikasi",
      to: HELPDESK,
      facts: { kind: "warning", step: 3, dueAt: at(24, 8, 52) },
      ticket: unassigned,
      now: at(24, 8, 42),
    },
    {
      name: "terlambat",
      to: OFFICER,
      facts: { kind: "overdue", step: 4, dueAt, headToldAt: at(24, 10, 52) },
      now: at(24, 9, 58),
    },
    {
      name: "terlambat-identifikasi",
      to: HELPDESK,
      facts: { kind: "overdue", step: 3, dueAt: at(24, 8, 52), headToldAt: null },
      ticket: unassigned,
      now: at(24, 8, 53),
    },
    {
      name: "terlambat-sudah-disampaikan",
      to: OFFICER,
      facts: { kind: "overdue", step: 5, dueAt, headToldAt: at(24, 9, 53) },
      now: at(24, 9, 58),
    },
    {
      name: "perhatian-kepala-seksi",
      to: SECTION_HEAD,
      facts: { kind: "escalation", level: "section-head", step: 4, dueAt, sectionToldAt: null },
      now: at(24, 10, 52),
    },
    {
      name: "perhatian-kepala-bidang-pihak-ketiga",
      to: DIVISION_HEAD,
      facts: {
        kind: "escalation",
        level: "division-head",
        step: 4,
        dueAt,
        sectionToldAt: at(24, 10, 52),
      },
      ticket: thirdParty,
      now: at(24, 14, 52),
    },
  ];
}

function outcomes(): ExampleDraft[] {
  const repaired = {
    cause: "Adaptor PoE radio rusak karena petir",
    result: "Adaptor diganti dan tautan radio kembali normal; kecepatan diuji 48 Mbps.",
    status: "Selesai",
  } as const;
  const finishedAt = at(24, 9, 40);
  const ended = (outcome: "on-time" | "late" | "unmeasured") =>
    exampleTicket(repaired, { runs: [exampleRun({ endedAt: finishedAt, outcome })] });
  return [
    {
      name: "laporan-tepat-waktu",
      to: SECTION_HEAD,
      facts: { kind: "report", finishedAt },
      ticket: ended("on-time"),
    },
    {
      name: "laporan-terlambat",
      to: DIVISION_HEAD,
      facts: { kind: "report", finishedAt: at(24, 11, 5) },
      ticket: ended("late"),
    },
    {
      name: "laporan-tidak-terukur",
      to: SECTION_HEAD,
      facts: { kind: "report", finishedAt },
      ticket: ended("unmeasured"),
    },
    {
      name: "dibuka-kembali-petugas",
      to: OFFICER,
      facts: {
        kind: "reopened",
        to: "staff",
        quote: "Mohon maaf, sejak siang internet mati lagi.",
        dueAt: at(24, 14, 0),
      },
      ticket: exampleTicket({ ...repaired, status: "Dikerjakan" }, { round: 2 }),
    },
  ];
}

function others(): ExampleDraft[] {
  return [
    {
      name: "balasan-masuk",
      to: OFFICER,
      facts: {
        kind: "reply-received",
        from: "Dwi Astuti",
        at: at(24, 9, 5),
        quote:
          "Perangkat di rak sudah kami matikan dan nyalakan kembali, tetapi lampunya tetap merah.",
        mailRef: "INBOX/1/9",
      },
    },
    {
      name: "batas-berubah",
      to: OFFICER,
      facts: { kind: "deadline-moved", step: 5, dueAt: at(27, 8, 52), before: at(26, 8, 52) },
      ticket: exampleTicket({ visit: "Perlu", category: "Kabel/FO putus" }),
      now: at(25, 9, 30),
    },
    {
      name: "batas-berubah-lebih-awal",
      to: OFFICER,
      facts: { kind: "deadline-moved", step: 4, dueAt: at(24, 9, 22), before: at(24, 9, 52) },
      now: at(24, 9, 30),
    },
    {
      name: "batas-berlaku-lagi",
      to: OFFICER,
      facts: { kind: "deadline-moved", step: 4, dueAt: at(24, 9, 52), before: null },
      now: at(24, 9, 30),
    },
    {
      name: "piket",
      to: { role: "on-duty", name: "Tono Prakoso", address: "tono@kominfo.example" },
      facts: { kind: "on-duty", opensAt: at(30, 7, 30) },
      ticket: exampleTicket({ reportedAt: at(28, 21, 40), priority: "", officers: "" }),
      now: at(28, 21, 41),
    },
    {
      name: "piket-kepala-seksi",
      to: SECTION_HEAD,
      facts: { kind: "on-duty", opensAt: at(30, 7, 30) },
      ticket: exampleTicket({ reportedAt: at(28, 21, 40), priority: "", officers: "" }),
      now: at(28, 21, 41),
    },
    {
      name: "perlu-diperiksa",
      to: HELPDESK,
      facts: {
        kind: "alarm",
        title: "Tanda terima JKD-2026-0042 gagal terkirim",
        lines: [
          "Server tujuan menolak alamat dwi@kecdawe.example karena tidak terdaftar.",
          "Mohon hubungi pelapor melalui telepon, lalu perbaiki Email Pelapor di log aduan.",
        ],
      },
    },
    {
      name: "perlu-diperiksa-operator",
      to: { role: "operator", name: "", address: "operator@kominfo.example" },
      facts: {
        kind: "alarm",
        title: "Kalender 2027 belum lengkap",
        lines: ["Isi Hari Libur untuk tahun 2027 sebelum 1 Januari."],
      },
    },
  ];
}
