import { describe, expect, test } from "vitest";

import type { LetterFacts } from "../../src/desk/letter.ts";
import { makeCalendar } from "../../src/desk/calendar.ts";
import { CATEGORIES, CHANNELS } from "../../src/desk/complaint.ts";
import { recapOf } from "../../src/desk/recap.ts";
import { exampleOffice, exampleTicket } from "../../src/letters/examples-office.ts";
import { aLetter, ASSIGNED, NOW, RECEIVED, rendered, to } from "./builders.ts";

const RESOLVED: LetterFacts = { kind: "resolution", finishedAt: NOW, reopenUntil: NOW };

describe("threads", () => {
  test("a reporter's letters answer his message and follow our earlier ones", () => {
    const thread = ["<ours-1@kominfo.example>"];
    const letter = aLetter(RESOLVED, { to: to("reporter"), thread });
    expect(rendered(letter)).toMatchObject({
      inReplyTo: "<ours-1@kominfo.example>",
      references: ["<lapor-1@kecdawe.example>", "<ours-1@kominfo.example>"],
    });
  });

  test("an officer is never referred to a message that he has not seen", () => {
    expect(rendered(aLetter(ASSIGNED))).toMatchObject({ inReplyTo: "", references: [] });
    const second = aLetter(ASSIGNED, { thread: ["<ours-2@kominfo.example>"] });
    expect(rendered(second).references).toEqual(["<ours-2@kominfo.example>"]);
  });

  test("a form's reporter follows the acknowledgement", () => {
    const thread = ["<ack@kominfo.example>"];
    const letter = aLetter(RESOLVED, { to: to("reporter"), thread });
    const ticket = exampleTicket({}, { origin: "form", messageIds: [] });
    expect(rendered(letter, ticket).inReplyTo).toBe("<ack@kominfo.example>");
  });

  test("a long thread keeps its beginning and its end", () => {
    const messageIds = Array.from({ length: 40 }, (_, nth) => `<${nth}@a.example>`);
    const letter = aLetter(RESOLVED, { to: to("reporter") });
    const { references } = rendered(letter, exampleTicket({}, { messageIds }));
    expect(references).toHaveLength(12);
    expect([references[0], references.at(-1)]).toEqual(["<0@a.example>", "<39@a.example>"]);
  });

  test("all letters of a ticket begin their subject with its number", () => {
    for (const facts of [RECEIVED, ASSIGNED, RESOLVED]) {
      expect(rendered(aLetter(facts)).subject).toMatch(/^\[JKD-2026-0042\] /);
    }
  });
});

describe("what a letter carries", () => {
  test("the reporter's files go with an assignment, named when they cannot", () => {
    const { attachFrom, attachmentNote } = rendered(aLetter(ASSIGNED));
    expect(attachFrom).toEqual(["INBOX/1/7"]);
    expect(attachmentNote).toContain("kotak surat helpdesk");
  });

  test("who hands a task over gets no files", () => {
    const facts: LetterFacts = {
      kind: "reassignment",
      side: "old",
      others: [],
      step: 4,
      dueAt: null,
    };
    expect(rendered(aLetter(facts)).attachFrom).toEqual([]);
  });

  test("a reply brings its own files, not the first message's", () => {
    const facts: LetterFacts = {
      kind: "reply-received",
      from: "Dwi",
      at: NOW,
      quote: "a",
      mailRef: "INBOX/1/9",
    };
    expect(rendered(aLetter(facts)).attachFrom).toEqual(["INBOX/1/9"]);
  });

  test("only an acknowledgement is an automatic reply", () => {
    expect(rendered(aLetter(RECEIVED)).autoSubmitted).toBe("auto-replied");
    expect(rendered(aLetter(ASSIGNED)).autoSubmitted).toBe("auto-generated");
  });

  test("a letter's boundary depends on nothing but its key", () => {
    const one = rendered(aLetter(ASSIGNED)).boundarySeed;
    expect(rendered(aLetter(ASSIGNED, { attempts: 3 })).boundarySeed).toBe(one);
    expect(rendered(aLetter(ASSIGNED, { key: "other" })).boundarySeed).not.toBe(one);
  });

  test("the spreadsheet's address goes to no reporter", () => {
    const { text, html } = rendered(aLetter(RESOLVED, { to: to("reporter") }));
    expect(`${text}${html}`).not.toContain("docs.example");
  });

  test("a letter about a complaint is not rendered without it", () => {
    expect(() => rendered(aLetter(ASSIGNED), null)).toThrow(RangeError);
  });
});

describe("one letter with a list", () => {
  test("names fifty complaints and the number of the rest", () => {
    const facts: LetterFacts = { kind: "overdue", step: 4, dueAt: NOW - 600_000, headToldAt: null };
    const items = Array.from({ length: 60 }, (_, nth) => ({
      number: `JKD-2026-${1000 + nth}`,
      facts,
    }));
    const letter = aLetter({ kind: "grouped", of: "overdue", items }, { ticket: null });
    const { subject, text } = rendered(letter, null);
    expect(subject).toBe("60 aduan melewati batas waktu");
    expect(text.match(/^- JKD-/gm)).toHaveLength(50);
    expect(text).toContain("Selain itu ada 10 aduan lain");
  });
});

function names(what: string): string[] {
  return Array.from({ length: 40 }, (_, nth) => `${what} ${nth} ${"x".repeat(40)}`);
}

describe("the recap of an office with many of everything", () => {
  test("stays under 60 kB, and its lists still add up", () => {
    const tickets = Array.from({ length: 400 }, (_, nth) =>
      exampleTicket({
        unit: names("Desa")[nth % 40] ?? "",
        cause: names("Sebab")[nth % 37] ?? "",
        category: CATEGORIES[nth % CATEGORIES.length] ?? "",
        channel: CHANNELS[nth % CHANNELS.length] ?? "Email",
        officers: names("Petugas")[nth % 30] ?? "",
      }),
    );
    const { policy } = exampleOffice();
    const calendar = makeCalendar(policy.calendar);
    const recap = recapOf("2026-11", tickets, { calendar, now: NOW });
    const letter = aLetter({ kind: "recap", month: "2026-11", recap }, { ticket: null });
    const { html, text } = rendered(letter, null);
    expect(Buffer.byteLength(html) + Buffer.byteLength(text)).toBeLessThan(60_000);
    expect(text).toMatch(/^31 lainnya +\d+/m);
  });
});
