import * as fc from "fast-check";

import type { Message } from "../../src/desk/message.ts";
import { CORPUS } from "./corpus.ts";
import { read } from "./builder.ts";

const CLASSES = ["complaint", "reply", "bounce", "automatic", "bulk", "empty", "other"];

/** Longest that one message may take. */
const TIME_LIMIT = 2_000;

/** Small messages of the corpus: the big ones cost seconds and mutate no better. */
const SEEDS = Object.values(CORPUS)
  .flat()
  .map(({ raw }) => raw)
  .filter((raw) => raw.length > 0 && raw.length < 8_000);

/**
 * Reads mutated and made-up messages and counts the verdicts; throws with the smallest message
 * that breaks a promise.
 */
export async function fuzz(runs: number, seed: number): Promise<number> {
  let verdicts = 0;
  await fc.assert(
    fc.asyncProperty(fc.oneof(mutated(), structured()), async (raw) => {
      const { message, took } = await timed(raw);
      // Once more, since a busy machine is no hang.
      if (took > TIME_LIMIT && (await timed(raw)).took > TIME_LIMIT) {
        throw new Error(`Reading took ${Math.round(took)} ms`);
      }
      check(message);
      verdicts += 1;
    }),
    { numRuns: runs, seed, interruptAfterTimeLimit: 1_800_000, markInterruptAsFailure: true },
  );
  return verdicts;
}

async function timed(raw: Uint8Array): Promise<{ message: Message; took: number }> {
  const start = performance.now();
  const message = await read(raw);
  return { message, took: performance.now() - start };
}

function check(message: Message): void {
  const { verdict, text, newText, subject, attachments, problems } = message;
  if (!CLASSES.includes(verdict.class) || verdict.reason === "") throw new Error("No verdict");
  if (text !== "" && newText === "") throw new Error("Words lost from a reply");
  if (text.length > 21_000 || subject.length > 500) throw new Error("Past the bound");
  if (verdict.answerable && message.replyTo === null) throw new Error("Nobody to answer");
  // oxlint-disable-next-line no-control-regex -- control characters are what must not be there
  const dirty = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/;
  const shown = [subject, text, newText, ...attachments.map(({ name }) => name), ...problems];
  const names = [message.from, message.replyTo, ...message.authors].map((each) => each?.name ?? "");
  for (const piece of [...shown, ...names]) {
    if (dirty.test(piece) || !piece.isWellFormed()) throw new Error("Controls or half characters");
  }
}

/** A message of the corpus with pieces cut, doubled, overwritten, or swapped with another's. */
function mutated(): fc.Arbitrary<Uint8Array> {
  const change = fc.record({
    kind: fc.constantFrom("cut", "double", "overwrite", "flip", "graft"),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 1, max: 200 }),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 12 }),
    other: fc.nat(SEEDS.length - 1),
  });
  return fc
    .tuple(fc.nat(SEEDS.length - 1), fc.array(change, { minLength: 1, maxLength: 6 }))
    .map(([index, changes]) => changes.reduce(apply, Buffer.from(SEEDS[index] ?? [])));
}

interface Change {
  kind: string;
  at: number;
  length: number;
  bytes: Uint8Array;
  other: number;
}

function apply(raw: Buffer, { kind, at, length, bytes, other }: Change): Buffer {
  const from = Math.floor(at * raw.length);
  const to = Math.min(raw.length, from + length);
  const piece = raw.subarray(from, to);
  if (kind === "cut") return Buffer.concat([raw.subarray(0, from), raw.subarray(to)]);
  if (kind === "double") return Buffer.concat([raw.subarray(0, to), piece, raw.subarray(to)]);
  if (kind === "flip") return Buffer.from(raw).fill(bytes[0] ?? 0, from, Math.min(to, from + 1));
  if (kind === "graft") {
    const donor = Buffer.from(SEEDS[other] ?? []);
    return Buffer.concat([raw.subarray(0, from), donor.subarray(Math.floor(at * donor.length))]);
  }
  return Buffer.concat([raw.subarray(0, from), bytes, raw.subarray(to)]);
}

const HEADER_NAMES = [
  "From",
  "To",
  "Subject",
  "Sender",
  "Reply-To",
  "Message-ID",
  "In-Reply-To",
  "References",
  "Date",
  "Content-Type",
  "Content-Transfer-Encoding",
  "Content-Disposition",
  "Auto-Submitted",
  "Return-Path",
  "Precedence",
  "List-Id",
  "X-Spam-Flag",
  "X-Aduan-Surat",
  "MIME-Version",
];

const HEADER_VALUES = [
  "a@b.example",
  "<>",
  "",
  "Grup: a@b.example, c@d.example;",
  "=?utf-8?Q?=F0=9F?= =?utf-8?Q?=93=B6?=",
  "=?x?B?////?=",
  "multipart/mixed; boundary=b",
  "multipart/report; report-type=delivery-status; boundary=b",
  "text/html; charset=utf-7",
  'text/plain; charset="x-aneh"; format=flowed',
  "message/rfc822",
  "text/calendar; method=REQUEST",
  "application/ms-tnef; name=winmail.dat",
  "base64",
  "quoted-printable",
  "attachment; filename*0*=UTF-8''%E2; filename*1*=%80%AEexe",
  "yes",
  "auto-replied",
  "bulk",
  "<a@b> <c@d>",
];

const BODIES = [
  "",
  "mati",
  "Pada 1 Jan 2026 10.00 X menulis:\n> y",
  "> > >",
  "<div><p>mati</div>",
  "&#x110000;&amp;",
  "BEGIN:VCALENDAR\nMETHOD:REPLY\nEND:VCALENDAR",
  "Final-Recipient: rfc822; a@b\nAction: failed",
  "=00=FF=",
  "QUJD",
  "+AGo-",
  "Dari: a <b@c.example>\nDikirim: x\nKepada: y\n\nz",
  "\u202E\u0000",
];

/** A message put together from the pieces that matter, in any order. */
function structured(): fc.Arbitrary<Uint8Array> {
  const value = fc.oneof(
    fc.constantFrom(...HEADER_VALUES),
    fc.string({ maxLength: 60, unit: "binary" }),
  );
  const header = fc
    .tuple(fc.constantFrom(...HEADER_NAMES), value)
    .map(([name, text]) => `${name}: ${text}`);
  const body = fc.oneof(fc.constantFrom(...BODIES), fc.string({ maxLength: 200, unit: "binary" }));
  const block = fc
    .tuple(fc.array(header, { maxLength: 8 }), body)
    .map(([headers, text]) => `${headers.join("\r\n")}\r\n\r\n${text}`);
  const ending = fc.constantFrom("\r\n--b--", "", "\r\n--b");
  return fc
    .tuple(block, fc.array(block, { maxLength: 5 }), ending)
    .map(([head, parts, end]) => Buffer.from([head, ...parts].join("\r\n--b\r\n") + end));
}
