import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { RemoteError } from "../../src/errors.ts";
import { openLog } from "../../src/log.ts";
import type { FileLog } from "../../src/log.ts";
import { Secret } from "../../src/secret.ts";

describe("the log", () => {
  let dir: string;
  let log: FileLog;
  let printed: string[];

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), "aduan-log-"));
    printed = [];
    log = openLog({ dir, level: "info", console: (line) => printed.push(line) });
  });
  afterEach(async () => {
    log.close();
    await rm(dir, { recursive: true });
  });

  async function written(): Promise<string> {
    const names = await readdir(dir);
    return (await Promise.all(names.map((name) => readFile(join(dir, name), "utf8")))).join("");
  }

  test("writes one JSON line an entry, at once", async () => {
    log.info("Mail read", { count: 3 });
    expect(JSON.parse(await written())).toMatchObject({ msg: "Mail read", count: 3 });
  });

  test("leaves out what lies below its level", async () => {
    log.debug("Mail seen", { uid: 9 });
    expect(await written()).toBe("");
  });

  test("holds no secret, no body and no address, wherever they hide", async () => {
    log.warn("Letter refused", {
      password: "rahasia",
      key: new Secret("kunci"),
      to: { address: "sri@bae.example", subject: "Internet mati" },
      error: new RemoteError("550 no such user <sri@bae.example>", { kind: "rejected" }),
      list: ["budi@opd.example"],
    });
    const text = await written();
    expect(text).not.toMatch(/rahasia|kunci|sri@|budi@|Internet mati/u);
    expect(text).toContain("550 no such user");
    expect(text).toContain('"kind":"rejected"');
  });

  test("writes the same warning of a dead server once in half an hour", async () => {
    for (let ms = 0; ms < 1000; ms += 1) log.warn("Mailbox away", { code: "ECONNREFUSED", ms });
    log.warn("Mailbox away", { code: "ETIMEDOUT" });
    expect((await written()).trim().split("\n")).toHaveLength(2);
    expect(printed).toHaveLength(2);
  });

  test("writes warnings of different tickets each", async () => {
    log.warn("Letter failed", { number: "JKD-2026-0001" });
    log.warn("Letter failed", { number: "JKD-2026-0002" });
    expect((await written()).trim().split("\n")).toHaveLength(2);
  });

  test("tells the console trouble with its remedy, in Indonesian, and nothing of routine", () => {
    const remedy = "Bagikan lembar kerja kepada akun layanan.";
    log.info("Pass done", { ms: 12 });
    log.warn("Sheet refused", { error: new RemoteError("403", { kind: "misconfigured", remedy }) });
    log.info("Started", { sentence: "aduan berjalan." });
    expect(printed).toEqual([`Peringatan: ${remedy}`, "aduan berjalan."]);
  });

  test("keeps thirty days of files and touches no other file", async () => {
    const days = Array.from({ length: 40 }, (_, day) => String(day + 1).padStart(2, "0"));
    for (const day of days) {
      const month = Number(day) > 28 ? "02" : "01";
      const date = Number(day) > 28 ? String(Number(day) - 28).padStart(2, "0") : day;
      await writeFile(join(dir, `aduan-2020-${month}-${date}.log`), "");
    }
    await writeFile(join(dir, "catatan.txt"), "");
    log.info("Pass done");
    const names = await readdir(dir);
    expect(names.filter((name) => name.endsWith(".log"))).toHaveLength(30);
    expect(names).toContain("catatan.txt");
    expect(names).not.toContain("aduan-2020-01-01.log");
  });
});
