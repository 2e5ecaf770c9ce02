import { describe, expect, test } from "vitest";

import { submissionFrom } from "../../src/form/form-response.ts";
import type { ReadAnswer } from "../../src/form/form-response.ts";
import { FORM_QUESTIONS } from "../../src/form/questions.ts";
import type { FormField } from "../../src/form/questions.ts";

const DAYS = {
  zone: "Asia/Jakarta",
  isWorkingDay: (date: string) => !["2026-11-21", "2026-11-22"].includes(date),
};

/** The complaint of a response sent on Monday 23 November 2026, 09.00 WIB. */
function complaint(given: Partial<Record<FormField, string>>, more: Partial<ReadAnswer>[] = []) {
  const fields = [...FORM_QUESTIONS.map(({ field }) => field), "reportedAt" as const];
  const answers = fields.flatMap((field) => {
    const value = given[field];
    return value === undefined ? [] : answer({ field, values: [value] });
  });
  const response = {
    responseId: "R1",
    createTime: "2026-11-23T02:00:00.123456Z",
    lastSubmittedTime: "2026-11-23T02:00:00.123499Z",
    respondentEmail: "",
    answers: [...answers, ...more.map(answer)],
  };
  return submissionFrom(response, DAYS).complaint;
}

function answer(given: Partial<ReadAnswer>): ReadAnswer {
  return { field: null, label: "", values: [], files: [], ...given };
}

describe("an email answer (B025)", () => {
  const cases: { typed: string; want: string; shown: string }[] = [
    { typed: "", want: "", shown: "" },
    { typed: "-", want: "", shown: "" },
    { typed: "nur.contoh@surel,example", want: "", shown: "nur.contoh@surel,example" },
    { typed: "nur@surel.co,id", want: "", shown: "nur@surel.co,id" },
    { typed: "nur@surel.example, nur2@surel.example", want: "nur@surel.example", shown: "" },
    { typed: " Nur <Nur@surel.example> ", want: "nur@surel.example", shown: "" },
  ];
  test.each(cases)("$typed is written to as $want", ({ typed, want, shown }) => {
    const { email, notes, text } = complaint({ email: typed, text: "WiFi mati." });
    expect(email).toBe(want);
    expect(notes).toHaveLength(want === "" ? 1 : 0);
    expect(text).toBe(shown === "" ? "WiFi mati." : `WiFi mati.\nEmail yang ditulis: ${shown}`);
  });
});

test("what is missing stays blank and is not guessed", () => {
  expect(complaint({ unit: "Dinas" })).toMatchObject({
    reporter: "",
    unit: "Dinas",
    phone: "",
    place: "",
    category: "",
    text: "",
    kind: "Aduan",
  });
});

test("only the form's own answer makes a request of it", () => {
  const words = "Mohon tambahan bandwidth untuk acara.";
  expect(complaint({ category: "Permintaan layanan", text: words }).kind).toBe("Permintaan");
  expect(complaint({ category: "Lainnya", text: words }).kind).toBe("Aduan");
});

test("passwords in any answer are masked", () => {
  const { text } = complaint({ text: "password: rahasia77" }, [
    { label: "Keterangan", values: ["sandi wifi = Kudus2026"] },
  ]);
  expect(text).not.toContain("rahasia77");
  expect(text).not.toContain("Kudus2026");
});

test("uploaded files are named, with where they lie", () => {
  const { text } = complaint({ text: "ONT merah." }, [{ label: "Foto", files: ["ont.jpg"] }]);
  expect(text).toBe("ONT merah.\nBerkas di Google Drive pemilik formulir: ont.jpg");
});

test("a long answer is cut where a cell ends", () => {
  expect(complaint({ text: "a".repeat(10_000) }).text).toHaveLength(4_000);
});

describe("the form's own time of report", () => {
  const sent = Date.parse("2026-11-23T02:00:00.123Z");
  const cases: { name: string; typed: string; want: number; notes: number }[] = [
    {
      name: "counts on the same day",
      typed: "2026-11-23 08:30",
      want: at("2026-11-23T01:30Z"),
      notes: 0,
    },
    {
      name: "is read as people type it",
      typed: "23/11/2026 08.30",
      want: at("2026-11-23T01:30Z"),
      notes: 0,
    },
    {
      name: "counts over a weekend",
      typed: "20/11/2026 09.30",
      want: at("2026-11-20T02:30Z"),
      notes: 0,
    },
    { name: "is too old before that", typed: "20/11/2026 08.30", want: sent, notes: 1 },
    { name: "is not believed when it lies ahead", typed: "23/11/2026 10.00", want: sent, notes: 1 },
    { name: "is not guessed", typed: "tadi pagi", want: sent, notes: 1 },
  ];
  test.each(cases)("$name", ({ typed, want, notes }) => {
    const read = complaint({ reportedAt: typed, email: "a@b.example" });
    expect(read.reportedAt).toBe(want);
    expect(read.notes).toHaveLength(notes);
  });
});

function at(text: string): number {
  return Date.parse(text);
}
