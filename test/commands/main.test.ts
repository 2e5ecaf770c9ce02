import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { text } from "node:stream/consumers";

import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { openJournal } from "../../src/journal/sqlite.ts";
import { aTicket } from "../journal/builders.ts";
import { KEY_FILE, env } from "../config/right.ts";

const MAIN = join(import.meta.dirname, "../../src/main.ts");

describe("the program", { timeout: 20_000 }, () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "aduan-main-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function aduan(args: string[], values: NodeJS.ProcessEnv = {}) {
    const child = spawn(process.execPath, [MAIN, ...args], {
      cwd: folder,
      env: { PATH: process.env["PATH"], ...values },
    });
    const [out, err] = [text(child.stdout), text(child.stderr)];
    const [code] = await once(child, "close");
    return { code, out: await out, err: await err };
  }

  test("names every command when asked for help", async () => {
    const { code, out } = await aduan(["--help"]);
    expect(code).toBe(0);
    for (const name of ["start", "once", "setup", "check", "status", "sandbox", "vectors"]) {
      expect(out).toContain(`  ${name}`);
    }
  });

  test("explains one command", async () => {
    const { code, out } = await aduan(["status", "--help"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^aduan status\n/u);
  });

  const refused: { name: string; args: string[]; said: RegExp }[] = [
    { name: "a command that is not built yet", args: ["retry"], said: /belum dibuat/u },
    { name: "a command that it does not know", args: ["mulai"], said: /tidak dikenal/u },
    { name: "a name of Object's own", args: ["constructor"], said: /tidak dikenal/u },
    { name: "an option that it does not know", args: ["status", "--cepat"], said: /"--cepat"/u },
  ];
  for (const { name, args, said } of refused) {
    test(`refuses ${name} with exit code 2`, async () => {
      const { code, err } = await aduan(args);
      expect(code).toBe(2);
      expect(err).toMatch(said);
    });
  }

  test("ends with 2 and every mistake of the configuration, and writes nothing (B023)", async () => {
    const { code, err } = await aduan(["status"]);
    expect(code).toBe(2);
    expect(err).toMatch(/IMAP_HOST.*\n.*IMAP_USER/u);
    expect(await readdir(folder)).toEqual([]);
  });

  test("points at an .env that Windows has named .env.txt", async () => {
    await writeFile(join(folder, ".env.txt"), "IMAP_HOST=mail.kab.example\n");
    const { code, err } = await aduan(["status"]);
    expect(code).toBe(2);
    expect(err).toContain('".env.txt"');
  });

  test("reads .env, a byte-order mark included, and shows the journal's state", async () => {
    const key = join(folder, "kunci.json");
    await writeFile(key, KEY_FILE);
    const values = { ...env({ GOOGLE_APPLICATION_CREDENTIALS: key }), DATA_DIR: folder };
    const lines = Object.entries(values).map(([name, value]) => `${name}="${value}"`);
    await writeFile(join(folder, ".env"), `\uFEFF${lines.join("\n")}\n`);
    const journal = await openJournal(join(folder, "journal.db"));
    await journal.commit({ tickets: [aTicket()] }, await journal.lease());
    const { code, out, err } = await aduan(["status"]);
    await journal.close();
    expect(err).toBe("");
    expect(code).toBe(0);
    expect(out).toContain("Aduan terbuka: 1\n");
  });
});
