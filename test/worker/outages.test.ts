import { expect, test } from "vitest";

import { RemoteError } from "../../src/errors.ts";
import { typeInto } from "../../src/sandbox/office/table.ts";
import { at } from "../journal/builders.ts";
import { columnOf } from "../sheet/support/sheet-office.ts";
import { HELPDESK } from "./support/inbox.ts";
import { ASSIGNED, DONE, LOG, mailsFrom, withAssigned } from "./support/log-acts.ts";
import {
  kindsOf,
  OPERATOR,
  openOfficeAtWork,
  type OfficeAtWork,
} from "./support/office-at-work.ts";

/** What the operator was told, by the name of each alarm. */
function alarms({ sent }: OfficeAtWork): string[] {
  return sent
    .filter(({ rendered }) => rendered.subject.startsWith("alarm "))
    .map(({ to, rendered }) => {
      expect(to.address).toBe(OPERATOR);
      return rendered.subject.split("/").slice(1, 3).join("/");
    });
}

const numbered = (serial: number) => `JKD-2026-${String(serial).padStart(4, "0")}`;

const tokensOf = ({ google }: OfficeAtWork) =>
  google.requests.filter(({ id }) => id === "token").length;

test("a token revoked early costs one sign-in, and the next beat mends the pass (B010)", async () => {
  const { world, first } = await withAssigned("RSUD");
  const signedIn = tokensOf(world);
  await world.beats(30);
  expect(tokensOf(world)).toBe(signedIn);
  world.google.expireTokens();
  const [next = ""] = await world.complaints("Dinsos");
  await world.beats(3);
  expect(columnOf(world, "No. Aduan")).toEqual([first, next]);
  expect(tokensOf(world)).toBe(signedIn + 1);
  await world.beats(147);
  expect(tokensOf(world)).toBeLessThanOrEqual(6);
  expect(columnOf(world, "No. Aduan")).toEqual([first, next]);
  expect(alarms(world)).toEqual([]);
});

test("a key that Google refuses for an hour is told once, tried seldom, and mail is answered meanwhile (B010)", async () => {
  const world = await openOfficeAtWork();
  world.sent.length = 0;
  world.google.expireTokens();
  world.google.refuseKey(true);
  const tried = tokensOf(world);
  for (let nth = 1; nth <= 5; nth++) {
    await mailsFrom(world, `opd${nth}`);
    await world.beats(12);
  }
  expect(kindsOf(world)).toEqual({ acknowledgement: 5, alarm: 1 });
  expect(alarms(world)).toEqual(["away/sheet"]);
  const [told] = (await world.journal.state<{ text: string }[]>("troubles")) ?? [];
  expect(told?.text).toContain("jam komputer ini mungkin salah");
  expect(told?.text).toContain("kunci");
  expect(tokensOf(world) - tried).toBeLessThanOrEqual(20);
  world.google.refuseKey(false);
  await world.beats(8);
  expect(columnOf(world, "No. Aduan")).toHaveLength(5);
  expect(alarms(world)).toEqual(["away/sheet", "back/sheet"]);
  expect(kindsOf(world)["acknowledgement"]).toBe(5);
});

test("a day without Google: mail is answered, and everything typed meanwhile is found in order", async () => {
  const world = await openOfficeAtWork(at("2026-11-24T07:30+07:00"));
  const { faults } = world.google;
  const before = await world.complaints("RSUD", "Disdukcapil");
  await world.beats(3);
  for (const number of before) world.type(number, ASSIGNED);
  await world.beats(6);
  world.clock.now = at("2026-11-24T08:00+07:00");
  world.sent.length = 0;
  faults.add({ kind: "unavailable", when: "before", times: Number.POSITIVE_INFINITY });
  const offices = Array.from({ length: 25 }, (_, nth) => `opd${nth}`);
  for (const [nth, office] of offices.entries()) {
    await mailsFrom(world, office);
    await world.beats(4, 5 * 60_000);
    if (nth === 8 || nth === 16) await world.restart();
  }
  for (const number of before) {
    await world.arrive(
      `From: umum@jawab.example\nTo: ${HELPDESK}\nSubject: Re: [${number}] Aduan diterima\n\nApakah sudah ada kabar?`,
    );
  }
  const calls = ["Satpol", "Disdag", "PUPR"].map((unit) => ({
    Kanal: "Telepon",
    "OPD/Desa": unit,
    "Uraian Aduan": `Jaringan ${unit} putus`,
  }));
  for (const [nth, cells] of calls.entries()) {
    typeInto(world.google, { tab: LOG, row: 3 + nth }, cells, "Rina");
  }
  for (const number of before) world.type(number, DONE);
  world.clock.now = at("2026-11-25T07:50+07:00");
  await world.beats(10);
  const acknowledged = world.sent.filter(({ rendered }) =>
    rendered.subject.startsWith("acknowledgement"),
  );
  expect(new Set(acknowledged.map(({ to }) => to.address)).size).toBeGreaterThanOrEqual(25);
  expect(kindsOf(world)["resolution"]).toBe(undefined);
  expect(alarms(world).filter((name) => name === "away/sheet")).toHaveLength(1);

  // What the Sheet would have caused waits for a fresh look at it.
  const kinds = ["acknowledgement", "alarm", "digest"];
  expect(Object.keys(kindsOf(world)).toSorted()).toEqual(kinds);
  faults.clear();
  await world.beats(6);
  const numbers = columnOf(world, "No. Aduan").filter((text) => text !== "");
  // Typed rows come after the mails that were answered before anybody could see them.
  const mails = Array.from({ length: 26 }, (_, nth) => numbered(nth + 3));
  const typed = [29, 30, 31].map(numbered);
  expect(numbers).toEqual([...before, ...typed, ...mails]);
  for (const number of before) {
    expect(world.ticket(number)).toMatchObject({ phase: "closed" });
  }
  expect(kindsOf(world)["resolution"]).toBe(2);
});

test("a mailbox away for six hours is tried seldom, told once and once again when it is over (B077)", async () => {
  const { world, first } = await withAssigned("RSUD");
  const { inbox } = world;
  inbox.failure = () => new RemoteError("connection refused", { kind: "temporary" });
  inbox.readings = 0;
  await mailsFrom(world, "dinsos");
  await world.beats(10);
  expect(inbox.readings).toBeLessThanOrEqual(20);
  world.type(first, { Keterangan: "ditelepon" });
  await world.beats(290);
  inbox.readings = 0;
  await world.beats(60);
  expect(inbox.readings).toBeLessThanOrEqual(15);
  expect(alarms(world)).toEqual(["away/mail"]);
  expect(columnOf(world, "Masalah", "Pengaturan").join("\n")).toContain(
    "Kotak surat tidak terbaca",
  );
  // The rest of the office went on.
  expect(world.ticket(first).fields.remark).toBe("ditelepon");

  inbox.failure = () => undefined;
  await world.beats(6);
  expect(columnOf(world, "No. Aduan")).toHaveLength(2);
  expect(alarms(world)).toEqual(["away/mail", "back/mail"]);
  expect(columnOf(world, "Masalah", "Pengaturan").join("\n")).not.toContain("Kotak surat");
});

test("a mailbox that refuses the login is asked at most ten times an hour (B077)", async () => {
  const world = await openOfficeAtWork();
  world.inbox.failure = () => new RemoteError("login refused", { kind: "misconfigured" });
  world.inbox.readings = 0;
  await world.beats(60);
  expect(world.inbox.readings).toBeLessThanOrEqual(10);
});

test("a refused login at the mail server fails no letter: all leave once when it is mended (B004)", async () => {
  const world = await openOfficeAtWork();
  world.sent.length = 0;
  let logins = 0;
  world.refusal = () => {
    logins += 1;
    return new RemoteError("535 5.7.8", {
      kind: "misconfigured",
      remedy: "Kata sandi surat ditolak; periksa SMTP_PASSWORD.",
    });
  };
  const offices = Array.from({ length: 12 }, (_, nth) => `opd${nth}`);
  for (const office of offices) {
    await mailsFrom(world, office);
    await world.beats(10);
  }
  expect(world.sent).toEqual([]);
  expect(await world.journal.lettersIn(["failed", "expired"])).toEqual([]);
  expect(logins).toBeLessThanOrEqual(20);
  expect(columnOf(world, "Masalah", "Pengaturan").join("\n")).toContain(
    "Surat tidak dapat dikirim sejak",
  );
  world.refusal = () => undefined;
  await world.beats(6);
  expect(kindsOf(world)).toEqual({ acknowledgement: 12, alarm: 1 });
  expect(alarms(world)).toEqual(["back/delivery"]);
  expect(new Set(world.sent.map(({ to }) => to.address)).size).toBe(13);
  for (let serial = 1; serial <= 12; serial++) {
    const step = world.ticket(numbered(serial)).runs.find((run) => run.step === 2);
    expect(step?.endedAt).toBeGreaterThan(at("2026-11-25T11:00+07:00"));
  }
});

test("a letter at which the mail server hangs up is put off by itself, and the others leave", async () => {
  const world = await openOfficeAtWork();
  world.sent.length = 0;
  let tries = 0;
  world.refusal = ({ to }) => {
    if (to.address !== "umum@opd1.example") return undefined;
    tries += 1;
    return new RemoteError("connection closed", { kind: "temporary" });
  };
  await mailsFrom(world, "opd1");
  await world.beats(2);
  await mailsFrom(world, "opd2", "opd3");
  await world.beats(18);
  expect(kindsOf(world)).toEqual({ acknowledgement: 2 });
  // After 1, 2, 5 and 15 minutes, since the server lets everybody in.
  expect(tries).toBe(4);
  expect(columnOf(world, "Masalah", "Pengaturan").join("")).toBe("");
  world.refusal = () => undefined;
  await world.beats(10);
  expect(kindsOf(world)["acknowledgement"]).toBe(3);
});

test("a mail server that is away is not well again because nothing is left to send", async () => {
  const world = await openOfficeAtWork();
  world.sent.length = 0;
  let greetings = 0;
  const away = new RemoteError("connection closed", { kind: "temporary" });
  world.refusal = () => away;
  world.greeting = () => {
    greetings += 1;
    return away;
  };
  await mailsFrom(world, "opd1");
  await world.beats(5);
  const waiting = await world.journal.lettersIn(["planned"]);
  expect(waiting).toMatchObject([{ attempts: 0, detail: "server surat tidak dapat dihubungi" }]);
  await world.commit({ letters: waiting.map((letter) => ({ ...letter, state: "withdrawn" })) });
  await world.beats(60);
  expect(columnOf(world, "Masalah", "Pengaturan").join("")).toContain("Surat tidak dapat dikirim");
  expect(greetings).toBeLessThanOrEqual(20);
  world.greeting = () => undefined;
  world.refusal = () => undefined;
  await world.beats(5);
  expect(columnOf(world, "Masalah", "Pengaturan").join("")).toBe("");
  expect(alarms(world)).toEqual(["back/delivery"]);
});
