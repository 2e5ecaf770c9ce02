import { describe, expect, test } from "vitest";

import { type DigestState, lineOf, stateOf, worstFirst } from "../../src/desk/digest-lines.ts";
import type { StaffFields, Ticket } from "../../src/desk/ticket.ts";
import { aRun, aTicket, officeCalendar, wib } from "./clock-builders.ts";
import { anOffice } from "./support/office.ts";

const REPORTED = wib("2026-11-24 09.00");
const NOW = wib("2026-11-25 07.45");
const moment = { office: anOffice(), calendar: officeCalendar(), now: NOW };

/** A ticket in Budi's hands whose one running step is due then; null: it has no deadline. */
function due(at: string | null, fields: Partial<StaffFields> = {}): Ticket {
  const runs = [aRun(4, REPORTED, { dueAt: at === null ? null : wib(at) })];
  return aTicket(REPORTED, { runs, fields: { officers: "Budi Santoso", ...fields } });
}

describe("where a complaint stands in the digest", () => {
  const waiting = { status: "Menunggu Pihak Ketiga" } as const;
  const asking = { status: "Menunggu Info" } as const;
  test.each<[what: string, ticket: Ticket, want: DigestState]>([
    ["past its deadline", due("2026-11-25 07.44"), "late"],
    ["at its deadline to the minute", due("2026-11-25 07.45"), "due-today"],
    ["late and waiting", due("2026-11-25 07.44", waiting), "late"],
    ["waiting for the reporter", due("2026-11-25 09.00", asking), "waiting-reporter"],
    ["waiting for a third party", due("2026-11-25 09.00", waiting), "waiting-third-party"],
    ["in nobody's hands", due("2026-11-25 09.00", { officers: " " }), "unassigned"],
    [
      "in nobody's hands, but going with its parent",
      due("2026-11-25 09.00", { officers: "", parent: "JKD-2026-0001" }),
      "due-today",
    ],
    ["due before midnight", due("2026-11-25 23.59"), "due-today"],
    ["due tomorrow", due("2026-11-26 00.00"), "due-later"],
    ["without a deadline", due(null), "due-later"],
  ])("%s", (_, ticket, want) => expect(stateOf(ticket, moment)).toBe(want));
});

describe("a complaint's line", () => {
  test("tells category, officers by name, and the step that is due", () => {
    const ticket = due("2026-11-25 09.00", {
      category: "WiFi",
      priority: "Tinggi",
      officers: "Budi Santoso,Tono Wibowo",
    });
    expect(lineOf(ticket, moment)).toEqual({
      number: "JKD-2026-0042",
      title: "WiFi",
      unit: "Dinas Kesehatan",
      priority: "Tinggi",
      officers: "Budi Santoso, Tono Wibowo",
      step: 4,
      dueAt: wib("2026-11-25 09.00"),
      note: "",
    });
    expect(lineOf(due(null), moment)).toMatchObject({ step: null, dueAt: null });
  });

  test("has the subject where no category is set, else the complaint's own, else its text", () => {
    const titleOf = (fields: Partial<StaffFields>) => lineOf(due(null, fields), moment).title;
    expect(titleOf({ subject: "WiFi aula" })).toBe("WiFi aula");
    expect(titleOf({ subject: "" })).toBe("Internet mati");
    const ticket = due(null, { subject: "", text: "x".repeat(100) });
    const complaint = { ...ticket.complaint, subject: "" };
    expect(lineOf({ ...ticket, complaint }, moment).title).toBe("x".repeat(80));
  });

  test("speaks of the step whose deadline comes first, whatever order they run in", () => {
    const [first, second] = [wib("2026-11-25 09.00"), wib("2026-11-25 10.00")];
    const runs = [
      aRun(3, REPORTED),
      aRun(5, REPORTED, { dueAt: second }),
      aRun(4, REPORTED, { dueAt: first }),
    ];
    expect(lineOf(aTicket(REPORTED, { runs }), moment)).toMatchObject({ step: 4, dueAt: first });
    const backwards = aTicket(REPORTED, { runs: runs.toReversed() });
    expect(lineOf(backwards, moment)).toMatchObject({ step: 4, dueAt: first });
  });

  test.each<[fields: Partial<StaffFields>, note: string]>([
    [{ status: "Menunggu Pihak Ketiga" }, "Menunggu Pihak Ketiga"],
    [{ status: "Menunggu Info" }, "Menunggu Info"],
    [{ officers: "" }, "Belum ditugaskan"],
    [{ status: "Dikerjakan" }, ""],
  ])("that is late with %j notes what it waits for: %s", (fields, note) => {
    expect(lineOf(due("2026-11-25 07.00", fields), moment).note).toBe(note);
    // In time it stands in a list that says so already.
    expect(lineOf(due("2026-11-25 09.00", fields), moment).note).toBe("");
  });
});

function named(number: string, ticket: Ticket): Ticket {
  return { ...ticket, number };
}

test("Tinggi comes first, then the oldest deadline, then the lower number, and no deadline last", () => {
  const order = [
    named("JKD-2026-0009", due("2026-11-26 09.00", { priority: "Tinggi" })),
    named("JKD-2026-0008", due("2026-11-25 09.00")),
    named("JKD-2026-0003", due("2026-11-25 10.00")),
    named("JKD-2026-0004", due("2026-11-25 10.00")),
    named("JKD-2026-0001", due(null)),
    named("JKD-2026-0002", due(null)),
  ];
  expect(order.toReversed().toSorted(worstFirst)).toEqual(order);
  expect(order.toSorted(worstFirst)).toEqual(order);
});
