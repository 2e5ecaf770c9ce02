import type { LetterFacts } from "../desk/letter.ts";
import type { ExampleDraft } from "./examples-draft.ts";
import { REPORTER } from "./examples-draft.ts";
import { at, exampleTicket } from "./examples-office.ts";

/** Letters to whoever reported. */
export function reporterExamples(): ExampleDraft[] {
  return [...acknowledgements(), ...factsRequests(), ...outcomes()];
}

function acknowledgements(): ExampleDraft[] {
  const now = at(24, 8, 13);
  const bare = exampleTicket({ unit: "", place: "", reporter: "", category: "", phone: "" });
  return [
    { name: "tanda-terima", to: REPORTER, facts: received(), now },
    {
      name: "tanda-terima-di-luar-jam",
      to: REPORTER,
      facts: received({ outOfHours: true, opensAt: at(30, 7, 30), step3DueAt: at(30, 8, 10) }),
      ticket: exampleTicket({ reportedAt: at(28, 21, 40) }),
      now: at(28, 21, 41),
    },
    {
      name: "tanda-terima-unit-tidak-dikenal",
      to: { ...REPORTER, name: "" },
      facts: received({ missing: ["unit", "place"] }),
      ticket: bare,
      now,
    },
    {
      name: "tanda-terima-permintaan",
      to: REPORTER,
      facts: received({ step3DueAt: null }),
      ticket: exampleTicket({
        kind: "Permintaan",
        category: "Permintaan layanan",
        subject: "Mohon tambahan titik jaringan di aula",
      }),
      now,
    },
    {
      name: "tanda-terima-gangguan-sama",
      to: REPORTER,
      facts: received({ parent: "JKD-2026-0039" }),
      now,
    },
    {
      name: "tanda-terima-nama-panjang",
      to: { ...REPORTER, name: LONG_NAME },
      facts: received(),
      ticket: exampleTicket({
        reporter: LONG_NAME,
        unit: LONG_UNIT,
        subject: LONG_SUBJECT,
        category: "",
      }),
      now,
    },
  ];
}

const LONG_NAME = "Prof. Dr. Ir. Raden Mas Haryo Sosrodiningrat Kusumawardhana, M.Si., M.Kom.";
const LONG_UNIT =
  "Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga Berencana";
const LONG_SUBJECT =
  "Jaringan internet di seluruh ruang pelayanan dan aula lantai dua putus nyambung sejak hari Senin";

function received(
  facts: Partial<Extract<LetterFacts, { kind: "acknowledgement" }>> = {},
): LetterFacts {
  return {
    kind: "acknowledgement",
    outOfHours: false,
    opensAt: at(24, 8, 12),
    step3DueAt: at(24, 8, 52),
    missing: [],
    parent: null,
    dutyPhone: "0812-0000-0042",
    ...facts,
  };
}

function factsRequests(): ExampleDraft[] {
  return [
    {
      name: "permintaan-keterangan",
      to: REPORTER,
      facts: { kind: "facts-request", missing: ["unit", "place", "phone", "since", "extent"] },
      ticket: exampleTicket({ unit: "", place: "", phone: "" }),
    },
    {
      name: "permintaan-keterangan-umum",
      to: REPORTER,
      facts: { kind: "facts-request", missing: [] },
    },
  ];
}

function outcomes(): ExampleDraft[] {
  const repaired = {
    cause: "Adaptor PoE radio rusak karena petir",
    result: "Adaptor diganti dan tautan radio kembali normal; kecepatan diuji 48 Mbps.",
  };
  const finishedAt = at(24, 9, 40);
  return [
    {
      name: "selesai",
      to: REPORTER,
      facts: { kind: "resolution", finishedAt, reopenUntil: at(27, 16, 30) },
      ticket: exampleTicket({ ...repaired, status: "Selesai" }),
    },
    {
      name: "dibuka-kembali-pelapor",
      to: REPORTER,
      facts: {
        kind: "reopened",
        to: "reporter",
        quote: "Mohon maaf, sejak siang internet mati lagi.",
        dueAt: at(24, 14, 0),
      },
      ticket: exampleTicket(repaired, { round: 2 }),
    },
    ...["Ganda", "Bukan aduan", "Dirujuk", "Data tidak lengkap", "dicabut oleh pelapor"].map(
      (reason): ExampleDraft => ({
        name: `tidak-dilanjutkan-${reason.toLowerCase().replaceAll(" ", "-")}`,
        to: REPORTER,
        facts: { kind: "cancelled", reason },
        ticket: exampleTicket({
          parent: reason === "Ganda" ? "JKD-2026-0039" : "",
          remark: reason === "Dirujuk" ? "Disampaikan kepada penyedia internet kecamatan." : "",
        }),
      }),
    ),
  ];
}
