import { expect, test } from "vitest";

import { formId, spreadsheetId } from "../../src/config-links.ts";

const ID = "1aB_c-D2eF3gH4iJ5kL6mN7oP8qR9sT0uV";

const spreadsheets: { name: string; pasted: string; want: object }[] = [
  { name: "a bare id", pasted: ID, want: { id: ID } },
  {
    name: "an edit link",
    pasted: `https://docs.google.com/spreadsheets/d/${ID}/edit?gid=0#gid=0`,
    want: { id: ID },
  },
  {
    name: "a link of a second account",
    pasted: `https://docs.google.com/spreadsheets/u/1/d/${ID}/edit`,
    want: { id: ID },
  },
  {
    name: "the published page",
    pasted: "https://docs.google.com/spreadsheets/d/e/2PACX-1vAbC/pubhtml",
    want: { problem: expect.stringContaining("Publikasikan") },
  },
  { name: "another site", pasted: "https://kab.example/x", want: { problem: expect.any(String) } },
];
for (const { name, pasted, want } of spreadsheets) {
  test(`spreadsheetId() reads ${name}`, () => expect(spreadsheetId(pasted)).toEqual(want));
}

const forms: { name: string; pasted: string; want: object }[] = [
  { name: "a bare id", pasted: ID, want: { id: ID } },
  { name: "an edit link", pasted: `https://docs.google.com/forms/d/${ID}/edit`, want: { id: ID } },
  {
    name: "the public link",
    pasted: "https://docs.google.com/forms/d/e/1FAIpQLScAbCdEf/viewform",
    want: { problem: expect.stringContaining("tautan publik") },
  },
  {
    name: "the public link's id",
    pasted: "1FAIpQLScAbCdEf",
    want: { problem: expect.stringContaining("tautan publik") },
  },
  {
    name: "a short link",
    pasted: "https://forms.gle/AbCdEf",
    want: { problem: expect.stringContaining("tautan pendek") },
  },
];
for (const { name, pasted, want } of forms) {
  test(`formId() reads ${name}`, () => expect(formId(pasted)).toEqual(want));
}
