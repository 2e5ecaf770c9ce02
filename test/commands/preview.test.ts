import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { simpleParser } from "mailparser";
import { afterEach, beforeEach, expect, test } from "vitest";

import { preview } from "../../src/commands/preview.ts";
import { ConfigError } from "../../src/errors.ts";
import { exampleLetters } from "../../src/letters/examples.ts";
import { startMail } from "../../src/sandbox/mail/server.ts";
import { env, reader } from "../config/right.ts";

let folder: string;
let printed: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "aduan-preview-test-"));
  printed = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

function run(args: string[], values: Record<string, string | undefined> = {}): Promise<number> {
  const context = {
    args,
    env: { PATH: "", ...values },
    out: (line: string) => void printed.push(line),
    err: (line: string) => void printed.push(line),
    readFile: reader(),
    canWrite: () => true,
    pid: 1,
    host: "host",
    programDir: resolve(import.meta.dirname, "../.."),
    stop: new AbortController().signal,
  };
  return preview(context);
}

test(
  "preview writes every letter with its files, and says why there are no pictures",
  { timeout: 60_000 },
  async () => {
    expect(await run(["--dir", folder])).toBe(0);
    const names = exampleLetters().map(({ name }) => name);
    const files = readdirSync(folder);
    expect(files).toEqual(
      expect.arrayContaining([
        ...names.map((name) => `${name}.html`),
        ...names.map((name) => `${name}.txt`),
      ]),
    );
    expect(files).toEqual(expect.arrayContaining(["index.html", "rekapitulasi-2026-11.xlsx"]));
    expect(readFileSync(join(folder, "index.html"), "utf8").match(/<section/g)).toHaveLength(
      names.length,
    );
    expect(printed.join()).toContain("Chromium tidak ditemukan");
  },
);

const HELPDESK = { address: "helpdesk@kab.example", password: "rahasia-smtp" };

test(
  "preview --send brings every letter to one person, marked, in no thread and without coming back",
  { timeout: 60_000 },
  async () => {
    const mail = await startMail({ now: () => Date.now(), helpdesk: HELPDESK });
    try {
      const { host, port } = mail.smtp;
      const smtp = { SMTP_HOST: host, SMTP_PORT: String(port), SMTP_SECURE: "false" };
      expect(await run(["--dir", folder, "--send", "kasi@kab.example"], env(smtp))).toBe(0);
      expect([...mail.mailboxes.keys()]).toEqual(["kasi@kab.example"]);
      const letters = mail.mailboxes.get("kasi@kab.example") ?? [];
      expect(letters).toHaveLength(exampleLetters().length);
      const parsed = await Promise.all(letters.map(({ raw }) => simpleParser(raw)));
      for (const { subject, replyTo, inReplyTo, references } of parsed) {
        expect(subject).toMatch(/^\[PRATINJAU\] \S/);
        expect(replyTo?.text).toBe("kasi@kab.example");
        expect([inReplyTo, references]).toEqual([undefined, undefined]);
      }
      expect(new Set(parsed.map(({ messageId }) => messageId)).size).toBe(letters.length);
      const recap = parsed.find(({ subject }) => subject?.includes("Rekapitulasi"));
      expect(recap?.attachments.map(({ filename }) => filename?.split(".").at(-1))).toEqual([
        "png",
        "png",
        "xlsx",
      ]);
    } finally {
      await mail.close();
    }
  },
);

test("preview sends nothing without a configuration, nor to no address, nor to the helpdesk", async () => {
  await expect(run(["--dir", folder, "--send", "a@kab.example"])).rejects.toThrow(ConfigError);
  for (const to of ["kasi", "Helpdesk@kab.example"]) {
    await expect(run(["--dir", folder, "--send", to], env())).rejects.toThrow(ConfigError);
  }
  expect(readdirSync(folder)).toEqual([]);
});

test("preview knows no other options", async () => {
  expect(await run(["--kirim"])).toBe(2);
  expect(await run(["--help"])).toBe(0);
});
