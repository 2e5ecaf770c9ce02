import { expect, test } from "vitest";

import type { Act } from "../../src/sandbox/week/act.ts";
import { judge, type Evidence, type Row } from "../../src/sandbox/week/judge.ts";
import { lettersIn, type FoundLetter } from "../../src/sandbox/week/letters.ts";
import type { ReceivedMail } from "../../src/sandbox/mail/received.ts";

const ADA = { name: "Ada", address: "ada@dinas.example" };
const SUBJECT = "[JKD-2026-0001] Aduan diterima - Internet mati";

const acts: Act[] = [
  {
    do: "mail",
    at: 1,
    id: "mati",
    from: ADA,
    subject: "mati",
    text: "Internet di ruang rapat mati",
    expect: { becomes: "ticket", acknowledgedTo: ADA.address },
  },
  {
    do: "mail",
    at: 2,
    id: "lagi",
    from: ADA,
    subject: "Re: mati",
    text: "Sekarang lantai dua juga",
    expect: { becomes: "part", of: "mati", shown: true },
  },
  {
    do: "mail",
    at: 3,
    id: "buletin",
    from: { name: "", address: "redaksi@buletin.example" },
    subject: "Edisi November",
    text: "Kiat merawat sakelar",
    expect: { becomes: "nothing", listed: true },
  },
];

const right: Evidence = {
  log: [row("JKD-2026-0001", "Internet di ruang rapat mati"), {}],
  otherMail: [{ Perihal: "Edisi November" }],
  letters: [letter({ subject: SUBJECT })],
  shown: new Set(["lagi"]),
};

const cases: {
  name: string;
  change: Partial<Evidence>;
  want: Partial<ReturnType<typeof judge>["counts"]>;
}[] = [
  { name: "a week in which all went well", change: {}, want: {} },
  {
    name: "a complaint without a row",
    change: { log: [] },
    want: { tickets: 0, rows: 0, lost: 1, unanswered: 1, answeredByMistake: 1 },
  },
  {
    name: "a complaint whose row has no number",
    change: { log: [row("", "Internet di ruang rapat mati")] },
    want: { tickets: 0, lost: 1, unanswered: 1, answeredByMistake: 1 },
  },
  { name: "a reply that nobody sees", change: { shown: new Set<string>() }, want: { lost: 1 } },
  { name: "bulk mail listed nowhere", change: { otherMail: [] }, want: { lost: 1 } },
  {
    name: "a reply that opened a ticket",
    change: { log: [...right.log, row("JKD-2026-0002", "Sekarang lantai dua juga")] },
    want: { tickets: 2, rows: 2, duplicates: 1 },
  },
  {
    name: "a row that nobody wrote",
    change: { log: [...right.log, row("JKD-2026-0002", "Lain sekali")] },
    want: { tickets: 2, rows: 2, duplicates: 1 },
  },
  {
    name: "the same letter twice",
    change: { letters: [...right.letters, ...right.letters] },
    want: { letters: { acknowledgement: 2 }, duplicates: 1, answeredByMistake: 1 },
  },
  {
    name: "an acknowledgement to somebody else",
    change: { letters: [letter({ subject: SUBJECT, to: "lain@dinas.example" })] },
    want: { unanswered: 1, answeredByMistake: 1 },
  },
  {
    name: "an answer to a newsletter",
    change: {
      letters: [...right.letters, letter({ subject: "Salam", to: "redaksi@buletin.example" })],
    },
    want: { letters: { acknowledgement: 1, unknown: 1 }, answeredByMistake: 1 },
  },
];

for (const { name, change, want } of cases) {
  test(`counts ${name}`, () => {
    const { counts, problems } = judge(
      {
        acts,
        letters: [],
        digests: { to: "kasi@dinas.example", times: 0 },
        neverWrittenTo: ["redaksi@buletin.example"],
      },
      { ...right, ...change },
    );
    expect(counts).toEqual({
      tickets: 1,
      rows: 1,
      lost: 0,
      duplicates: 0,
      letters: { acknowledgement: 1 },
      unanswered: 0,
      answeredByMistake: 0,
      ...want,
    });
    expect(problems.length > 0).toBe(Object.keys(want).length > 0);
  });
}

test("names the letters that came too rarely, and what was solved but stayed open", () => {
  const { problems } = judge(
    {
      acts: [...acts, { do: "cells", at: 4, of: "mati", cells: { Status: "Selesai" } }],
      letters: [{ kind: "resolution", of: "mati", to: ADA.address, times: 1 }],
      digests: { to: "kasi@dinas.example", times: 5 },
      neverWrittenTo: [],
    },
    right,
  );
  expect(problems).toEqual([
    "mati: 0 instead of 1 letters resolution to ada@dinas.example",
    "0 instead of 5 digests to kasi@dinas.example",
    "mati: solved, but not closed",
  ]);
});

const kinds: { subject: string; headers?: Record<string, string>; want: FoundLetter["kind"] }[] = [
  { subject: SUBJECT, want: "acknowledgement" },
  { subject: "[JKD-2026-0001] Melewati batas waktu - Kabel", want: "overdue" },
  { subject: "[JKD-2026-0001] Batas waktu 08.52 WIB - Kabel", want: "warning" },
  { subject: "Laporan harian aduan jaringan - Rabu", want: "digest" },
  { subject: "Apa saja", headers: { "x-aduan-jenis": "report" }, want: "report" },
  { subject: "Apa saja", want: "unknown" },
];
for (const { subject, headers = {}, want } of kinds) {
  test(`takes "${subject}"${headers["x-aduan-jenis"] ? " with a header" : ""} for ${want}`, () => {
    expect(letter({ subject, headers }).kind).toBe(want);
  });
}

function row(number: string, text: string): Row {
  return { "No. Aduan": number, "Uraian Aduan": text };
}

function letter(mail: Partial<ReceivedMail>): FoundLetter {
  const received: ReceivedMail = {
    to: ADA.address,
    raw: Buffer.alloc(0),
    at: 0,
    from: "helpdesk@dinas.example",
    subject: "",
    text: "",
    html: "",
    messageId: `<${mail.subject}>`,
    headers: {},
    attachments: [],
    ...mail,
  };
  const [found] = lettersIn(new Map([[received.to, [received]]]));
  if (!found) throw new Error("No letter was found");
  return found;
}
