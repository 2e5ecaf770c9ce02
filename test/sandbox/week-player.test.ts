import { afterEach, beforeEach, expect, test } from "vitest";

import type { Act, MailAct } from "../../src/sandbox/week/act.ts";
import { Player, WeekError } from "../../src/sandbox/week/player.ts";
import { received } from "../../src/sandbox/mail/received.ts";
import { anOffice, START } from "./an-office.ts";

const LETTER_ID = "<tanda-terima@kominfo.kuduskab.example>";
const RINA = { name: "Rina", address: "rina@rsud.kuduskab.example" };

let office: Awaited<ReturnType<typeof anOffice>>;
beforeEach(async () => {
  office = await anOffice();
  const letter = [
    "From: helpdesk@kominfo.kuduskab.example",
    `To: ${RINA.address}`,
    "Subject: [JKD-2026-0001] Aduan diterima - Internet mati",
    `Message-ID: ${LETTER_ID}`,
    "References: <awal@rsud.kuduskab.example>",
    "",
    "Terima kasih, aduan kami terima.",
  ].join("\r\n");
  office.mail.mailboxes.set(RINA.address, [
    await received(Buffer.from(letter), RINA.address, START),
  ]);
});
afterEach(() => office.close());

const igd: MailAct = {
  do: "mail",
  at: START,
  id: "igd",
  from: RINA,
  subject: "IGD",
  text: "Jaringan IGD mati",
  expect: { becomes: "ticket", acknowledgedTo: RINA.address },
};
const reply: MailAct = {
  ...igd,
  id: "balasan",
  subject: "Re: {nomor:igd}",
  text: "Masih mati",
  answers: { kind: "acknowledgement", of: "igd" },
  expect: { becomes: "part", of: "igd", shown: true },
};

test("a reply stands in the thread of the letter it answers and quotes it", async () => {
  await aPlayer(igd, reply).play(reply);
  const raw = lastMail();
  expect(raw).toContain(`In-Reply-To: ${LETTER_ID}`);
  expect(raw).toContain(`References: <awal@rsud.kuduskab.example> ${LETTER_ID}`);
  expect(raw).toContain("Subject: Re: JKD-2026-0001");
  expect(raw).toContain("> Terima kasih, aduan kami terima.");
});

test("a copy is the same mail to the letter", async () => {
  const copy: MailAct = { ...igd, id: "salinan", copyOf: "igd" };
  const player = aPlayer(igd, copy);
  await player.play(igd);
  await player.play(copy);
  const [first, second] = office.mail.store.folder("INBOX").messages.map(({ raw }) => raw);
  expect(second).toBe(first);
});

test("a bounce is a delivery report that holds the letter's headers", async () => {
  const bounce: MailAct = { ...reply, id: "gagal", bounce: true };
  await aPlayer(igd, bounce).play(bounce);
  expect(lastMail()).toContain("report-type=delivery-status");
  expect(lastMail()).toContain(`Final-Recipient: rfc822; ${RINA.address}`);
  expect(lastMail()).toContain(`Message-ID: ${LETTER_ID}`);
});

test("whoever answers a letter that never came stumbles, and says over what", async () => {
  office.mail.mailboxes.clear();
  await expect(aPlayer(igd, reply).play(reply)).rejects.toThrow(WeekError);
});

test("staff type a row at the end of the log, and into one inserted above another", async () => {
  const typed: Act = {
    do: "type-row",
    at: START,
    id: "telepon",
    cells: { "OPD/Desa": "Dishub", "Uraian Aduan": "Kamera gelap, lihat {nomor:igd}" },
    expect: { becomes: "ticket", acknowledgedTo: null },
  };
  const above: Act = { ...typed, id: "surat", above: "igd", cells: { "Uraian Aduan": "Surat" } };
  const player = aPlayer(igd, typed, above);
  await player.play(typed);
  await player.play(above);
  expect(office.log().map((row) => row[2])).toEqual([
    "Uraian Aduan",
    "Surat",
    "Jaringan IGD mati",
    "Aplikasi lambat",
    "Kamera gelap, lihat JKD-2026-0001",
  ]);
});

test("cells are typed into the row of the ticket wherever a sort has put it", async () => {
  const player = aPlayer(igd);
  await player.play({ do: "sort", at: START, header: "OPD/Desa", ascending: true });
  await player.play({ do: "cells", at: START, of: "igd", cells: { "OPD/Desa": "RSUD Kudus" } });
  expect(office.log().map((row) => row[1])).toEqual(["OPD/Desa", "Disdag", "RSUD Kudus"]);
  await player.play({ do: "delete-row", at: START, of: "igd" });
  expect(office.log()).toHaveLength(2);
});

test("an edited response keeps its id and its other answers", async () => {
  const form: Act = {
    do: "form",
    at: START,
    id: "formulir",
    answers: { "Nama pelapor": "Rina", Uraian: "WiFi hilang" },
    expect: { becomes: "ticket", acknowledgedTo: null },
  };
  const edit: Act = { ...form, id: "ralat", edits: "formulir", answers: { Uraian: "WiFi lambat" } };
  const player = aPlayer(form, edit);
  await player.play(form);
  await player.play(edit);
  expect(office.form.responses().map(({ answers }) => answers)).toEqual([
    { "Nama pelapor": "Rina", Uraian: "WiFi lambat" },
  ]);
});

function aPlayer(...acts: Act[]): Player {
  return new Player(office, acts);
}

/** With its folded header lines made whole. */
function lastMail(): string {
  const raw = String(office.mail.store.folder("INBOX").messages.at(-1)?.raw);
  return raw.replaceAll(/\r\n[ \t]+/g, " ");
}
