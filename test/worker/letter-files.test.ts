import { expect, test } from "vitest";
import type { Letter } from "../../src/desk/letter.ts";
import { MINUTE } from "../../src/desk/time.ts";
import { RemoteError } from "../../src/errors.ts";
import { at, exampleTicket } from "../../src/letters/examples-office.ts";
import type { MailFiles } from "../../src/worker/ports.ts";
import { filesOf } from "../../src/worker/letter-files.ts";
import { aLetter } from "../journal/builders.ts";
import { aKeeper } from "./support/a-keeper.ts";

const NOW = at(24, 9, 0);
const PHOTO = { name: "lampu.jpg", type: "image/jpeg", content: new Uint8Array([1, 2, 3]) };

async function filesFrom(answer: MailFiles | undefined | RemoteError, attachFrom: string[]) {
  const office = await aKeeper(NOW);
  await office.put(exampleTicket());
  const { keeper } = office;
  keeper.ports.mailbox.files = () =>
    answer instanceof RemoteError ? Promise.reject(answer) : Promise.resolve(answer);
  const rendered = { ...RENDERED, references: [], attachFrom };
  const letter: Letter = { ...aLetter(), ticket: "JKD-2026-0042", plannedAt: NOW, rendered };
  return {
    now: () => filesOf(keeper, letter),
    later: () => filesOf(keeper, { ...letter, plannedAt: NOW - 5 * MINUTE }),
  };
}

const RENDERED = {
  subject: "",
  text: "",
  html: "",
  date: NOW,
  inReplyTo: "",
  autoSubmitted: "auto-generated",
  attachmentNote: "",
  boundarySeed: "",
} as const;

test("the reporter's files go with it, byte for byte", async () => {
  const { now } = await filesFrom({ files: [PHOTO], tooBig: [] }, ["INBOX/1/7"]);
  expect(await now()).toEqual({ files: [PHOTO], missing: [] });
});

test("a mail without pictures is no reason to speak of missing ones", async () => {
  const { now } = await filesFrom({ files: [], tooBig: [] }, ["INBOX/1/7"]);
  expect(await now()).toEqual({ files: [], missing: [] });
});

test("what was too big is named", async () => {
  const { now } = await filesFrom({ files: [PHOTO], tooBig: ["denah.pdf"] }, ["INBOX/1/7"]);
  expect(await now()).toEqual({ files: [PHOTO], missing: ["denah.pdf (terlalu besar)"] });
});

test("files of a mail that is gone are named as far as they are known", async () => {
  const { now } = await filesFrom(undefined, ["INBOX/1/7", "INBOX/1/9"]);
  expect(await now()).toEqual({
    files: [],
    missing: [
      "lampu-radio.jpg (suratnya tidak ada lagi)",
      "surat-pengantar.pdf (suratnya tidak ada lagi)",
      "berkas surat pelapor, bila ada (suratnya tidak ada lagi)",
    ],
  });
});

test("a letter waits five minutes for a mailbox that is away, then goes and names them", async () => {
  const away = new RemoteError("mailbox away", { kind: "temporary" });
  const { now, later } = await filesFrom(away, ["INBOX/1/7"]);
  expect(await now()).toBe("wait");
  expect(await later()).toMatchObject({
    files: [],
    missing: [expect.stringContaining("lampu-radio.jpg (kotak surat"), expect.anything()],
  });
});
