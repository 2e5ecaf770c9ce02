import { mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { rolldown } from "rolldown";
import { afterAll, beforeAll, expect, test } from "vitest";

import type { parseMessage } from "../../src/mailbox/message.ts";

const MESSAGE = join(import.meta.dirname, "../../src/mailbox/message.ts");
const MAIL = "From: camat@jati.example\r\nSubject: Jaringan mati\r\n\r\nSejak pagi.\r\n";

let folder = "";
let library = "";
let read: typeof parseMessage;

/** As in a worker's pack: the parser is a file of its own, loaded with the first mail. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "aduan-parser-"));
  const bundle = await rolldown({ input: MESSAGE, platform: "node", logLevel: "silent" });
  await bundle.write({
    dir: folder,
    format: "esm",
    entryFileNames: "message.mjs",
    chunkFileNames: "[name].mjs",
  });
  await bundle.close();
  const name = readdirSync(folder).find((each) => each.startsWith("mailparser")) ?? "";
  library = join(folder, name);
  ({ parseMessage: read } = await import(pathToFileURL(join(folder, "message.mjs")).href));
});
afterAll(() => rmSync(folder, { recursive: true }));

test("a mail is not taken for broken while the parser is not there, and is read when it is back", async () => {
  const mail = {
    folder: "INBOX",
    uidValidity: "1",
    uid: 1,
    receivedAt: Date.UTC(2026, 10, 24, 1),
    source: Buffer.from(MAIL),
    truncated: false,
    sent: false,
  };
  renameSync(library, `${library}.away`);
  await expect(read(mail, { ourAddresses: [] })).rejects.toThrow(/part of the program/u);
  renameSync(`${library}.away`, library);
  expect(await read(mail, { ourAddresses: [] })).toMatchObject({
    subject: "Jaringan mati",
    from: { address: "camat@jati.example" },
    problems: [],
  });
});
