import type { ExampleDraft } from "./examples-draft.ts";
import { OFFICER, SECTION_HEAD } from "./examples-draft.ts";
import { at } from "./examples-office.ts";

/** Several letters of one kind at once, as one letter with a list. */
export function listExamples(): ExampleDraft[] {
  const dueAt = at(24, 9, 52);
  const items = Array.from({ length: 6 }, (_, nth) => ({
    number: `JKD-2026-00${42 + nth}`,
    title: `Internet mati, ${["Kecamatan Dawe", "Desa Colo", "Kecamatan Jekulo"][nth % 3]}`,
  }));
  return [
    {
      name: "daftar-terlambat",
      to: OFFICER,
      facts: {
        kind: "grouped",
        of: "overdue",
        items: items.map((item) => ({
          ...item,
          facts: { kind: "overdue", step: 4, dueAt, headToldAt: null },
        })),
      },
      now: at(24, 10, 2),
    },
    {
      name: "daftar-mendekati-batas",
      to: OFFICER,
      facts: {
        kind: "grouped",
        of: "warning",
        items: items.map((item) => ({ ...item, facts: { kind: "warning", step: 4, dueAt } })),
      },
      now: at(24, 9, 37),
    },
    {
      name: "daftar-penugasan",
      to: OFFICER,
      facts: {
        kind: "grouped",
        of: "assignment",
        items: items.map((item) => ({
          ...item,
          facts: { kind: "assignment", step: 4, dueAt, nth: 1 },
        })),
      },
    },
    {
      name: "daftar-perhatian",
      to: SECTION_HEAD,
      facts: {
        kind: "grouped",
        of: "escalation",
        items: Array.from({ length: 53 }, (_, nth) => ({
          number: `JKD-2026-0${100 + nth}`,
          title: "Internet lambat, Desa Rahtawu",
          facts: { kind: "escalation", level: "section-head", step: 4, dueAt, sectionToldAt: null },
        })),
      },
      now: at(24, 11, 0),
    },
    {
      name: "daftar-pemberitahuan",
      to: OFFICER,
      facts: {
        kind: "grouped",
        of: "reply-received",
        items: items.slice(0, 4).map((item) => ({
          ...item,
          facts: { kind: "reply-received", from: "Dwi Astuti", at: dueAt, quote: "", mailRef: "" },
        })),
      },
    },
    {
      name: "daftar-laporan",
      to: SECTION_HEAD,
      facts: {
        kind: "grouped",
        of: "report",
        items: items.map((item) => ({ ...item, facts: { kind: "report", finishedAt: dueAt } })),
      },
    },
    {
      name: "daftar-batas-berubah",
      to: OFFICER,
      facts: {
        kind: "grouped",
        of: "deadline-moved",
        items: items.slice(0, 4).map((item) => ({
          ...item,
          facts: { kind: "deadline-moved", step: 4, dueAt, before: at(24, 9, 30) },
        })),
      },
    },
    {
      name: "daftar-pengalihan",
      to: OFFICER,
      facts: {
        kind: "grouped",
        of: "reassignment",
        items: items.slice(0, 4).map((item) => ({
          ...item,
          facts: { kind: "reassignment", side: "old", others: ["Tono Prakoso"], step: 4, dueAt },
        })),
      },
    },
  ];
}
