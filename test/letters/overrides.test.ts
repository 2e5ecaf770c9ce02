import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { afterEach, beforeEach, describe, expect, test } from "vitest";

import type { TemplateProblem } from "../../src/letters/template-error.ts";
import { exampleOffice, exampleTicket } from "../../src/letters/examples-office.ts";
import { lettersFrom } from "../../src/letters/render.ts";
import { aLetter, ASSIGNED, NOW, TEMPLATES } from "./builders.ts";

let folder: string;
let problems: TemplateProblem[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "aduan-templates-"));
  problems = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Files saved within one tick of the clock must still be told apart. */
let savedAt = 1_000_000;

function save(path: string, text: string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  savedAt += 1;
  utimesSync(file, savedAt, savedAt);
}

function office() {
  const letters = lettersFrom({
    templatesDir: TEMPLATES,
    overridesDir: folder,
    onProblem: (problem) => problems.push(problem),
  });
  return () => letters.render(aLetter(ASSIGNED), exampleTicket(), exampleOffice(), NOW);
}

const SUBJECT = "assignment/subject.txt";

describe("the office's own templates", () => {
  test("take the place of the shipped ones file by file, without a restart", () => {
    const render = office();
    const shipped = render();
    save(SUBJECT, "[{{number}}] Tugas baru: {{unit}}\n");
    const changed = render();
    expect(changed.subject).toBe("[JKD-2026-0042] Tugas baru: Kecamatan Dawe");
    expect(changed.text).toBe(shipped.text);
    rmSync(join(folder, SUBJECT));
    expect(render().subject).toBe(shipped.subject);
    expect(problems).toEqual([]);
  });

  test("a changed partial reaches every letter", () => {
    const render = office();
    save("partials/letterhead.txt", "Dinas Contoh\n");
    expect(render().text).toContain("\nDinas Contoh\n");
  });

  test("written on Windows they work too", () => {
    save(SUBJECT, "\uFEFF[{{number}}] Tugas\r\n");
    expect(office()().subject).toBe("[JKD-2026-0042] Tugas");
  });

  const broken: { name: string; path?: string; text: string; line: number; reason: RegExp }[] = [
    {
      name: "an open block",
      text: "[{{number}}]\n{{#if unit}}a",
      line: 2,
      reason: /blok belum ditutup/,
    },
    {
      name: "blocks that do not match",
      text: "[{{number}}] {{#if unit}}{{/each}}",
      line: 1,
      reason: /ditutup dengan/,
    },
    {
      name: "an unknown field",
      text: "[{{number}}]\n\n{{nomor}}",
      line: 3,
      reason: /"nomor" tidak dikenal/,
    },
    {
      name: "an unknown field in a condition",
      text: "[{{number}}]\n{{#if mendesak}}!{{/if}}",
      line: 2,
      reason: /"mendesak"/,
    },
    {
      name: "another letter's field",
      text: "[{{number}}] {{opensAt}}",
      line: 1,
      reason: /"opensAt"/,
    },
    {
      name: "an unknown partial",
      text: "[{{number}}]{{> kop}}",
      line: 0,
      reason: /bagian "kop" tidak ada/,
    },
    { name: "no number", text: "Penugasan - {{topic}}", line: 0, reason: /\[\{\{number\}\}\]/ },
    { name: "nothing in it", text: " \n", line: 0, reason: /kosong/ },
    {
      name: "HTML that is not made safe",
      path: "assignment/body.html",
      text: "\n{{{title}}}",
      line: 2,
      reason: /\{\{\{title\}\}\}/,
    },
    {
      name: "a frame left out",
      path: "assignment/body.html",
      text: "<p>{{number}}</p>",
      line: 0,
      reason: /layout/,
    },
    {
      name: "a layout without the letter",
      path: "partials/layout.txt",
      text: "Salam",
      line: 0,
      reason: /tidak memuat/,
    },
  ];

  for (const { name, path = SUBJECT, text, line, reason } of broken) {
    test(`${name}: refused with file, line and reason, the shipped one goes on`, () => {
      const render = office();
      const shipped = render();
      save(path, text);
      expect(render()).toEqual(shipped);
      expect(problems).toEqual([
        { file: join(folder, path), line, reason: expect.stringMatching(reason) },
      ]);
    });
  }

  test("the last good version goes on, and its mistake is told once", () => {
    const render = office();
    save(SUBJECT, "[{{number}}] Baik");
    render();
    save(SUBJECT, "[{{number}}] {{salah}}");
    expect(render().subject).toBe("[JKD-2026-0042] Baik");
    expect(render().subject).toBe("[JKD-2026-0042] Baik");
    expect(problems).toHaveLength(1);
    save(SUBJECT, "[{{number}}] Diperbaiki");
    expect(render().subject).toBe("[JKD-2026-0042] Diperbaiki");
    expect(problems).toHaveLength(1);
  });
});
