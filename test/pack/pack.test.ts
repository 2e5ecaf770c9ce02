import { execFile } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { execPath } from "node:process";
import { promisify } from "node:util";

import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { buildPack } from "../../src/pack/build.ts";
import { cacheFolder, freshPack } from "../../src/pack/fresh.mjs";

const run = promisify(execFile);
const SOURCES = join(import.meta.dirname, "../../src");

/** Some unpackers give every file of a release one time. */
const RELEASED = new Date("2026-11-24T00:00:00Z");

/** A program that tells where it runs, what its parts say, and where it believes to lie. */
const PROGRAM = {
  "src/main.ts": `
    import { greeting } from "greeting";
    import { office } from "./office.ts";
    export async function run(args: readonly string[]): Promise<void> {
      const { later } = await import("./later.ts");
      const where = import.meta.filename.includes("/.cache/") ? "pack" : "src";
      console.log([where, args[0], greeting, office, later, import.meta.dirname].join(" "));
    }`,
  "src/office.ts": `export const office: string = "kudus";`,
  "src/later.ts": `export const later: string = "nanti";`,
  "package.json": `{ "type": "module" }`,
  "node_modules/.package-lock.json": "{}",
  "node_modules/greeting/package.json": `{ "name": "greeting", "main": "index.js" }`,
  "node_modules/greeting/index.js": `exports.greeting = "halo";`,
};

describe("a program that is packed for its next start", { timeout: 20_000 }, () => {
  let root: string;

  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), "aduan-pack-")));
    for (const [path, text] of Object.entries(PROGRAM)) {
      write(path, text);
      utimesSync(join(root, path), RELEASED, RELEASED);
    }
    for (const part of ["launch.mjs", "pack/fresh.mjs"]) {
      cpSync(join(SOURCES, part), join(root, "src", part));
    }
  });
  afterEach(() => rmSync(root, { recursive: true }));

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }

  async function launched(command = "start"): Promise<string> {
    const { stdout } = await run(execPath, [join(root, "src/launch.mjs"), command]);
    return stdout.trim();
  }

  test("runs from its sources as long as there is no pack", async () => {
    expect(await launched()).toBe(`src start halo kudus nanti ${join(root, "src")}`);
  });

  test("says the same from its pack, and believes to lie where it lay", async () => {
    await buildPack(root);
    expect(await launched()).toBe(`pack start halo kudus nanti ${join(root, "src")}`);
  });

  test("needs neither its sources' nor its packages' other files then", async () => {
    await buildPack(root);
    write("node_modules/greeting/index.js", "throw new Error('not asked for')");
    expect(await launched()).toMatch(/^pack start halo/u);
  });

  test("is packed for its start alone: what a person types runs as it stands", async () => {
    await buildPack(root);
    expect(await launched("status")).toMatch(/^src status/u);
  });

  test("believes to lie where it lay, whatever signs the place's name has", async () => {
    const odd = join(root, "aduan $& $$ lama");
    for (const part of ["src", "package.json", "node_modules"]) {
      cpSync(join(root, part), join(odd, part), { recursive: true });
    }
    await buildPack(odd);
    const { stdout } = await run(execPath, [join(odd, "src/launch.mjs"), "start"]);
    expect(stdout.trim()).toBe(`pack start halo kudus nanti ${join(odd, "src")}`);
  });

  test("is not made where its sources are found elsewhere than it was told", async () => {
    const link = join(root, "tautan");
    symlinkSync(root, link);
    await expect(buildPack(link)).rejects.toThrow(/elsewhere/u);
    expect(freshPack(link)).toBeUndefined();
  });

  test("is stale at once when packages changed while it was made", async () => {
    const making = buildPack(root);
    write("node_modules/.package-lock.json", `{ "name": "aduan" }`);
    await making;
    expect(freshPack(root)).toBeUndefined();
  });

  const edits: { name: string; edit: () => void }[] = [
    {
      name: "a source is edited",
      edit: () => write("src/office.ts", `export const office: string = "jepara";`),
    },
    {
      name: "a source that is loaded late is touched",
      edit: () => utimesSync(join(root, "src/later.ts"), new Date(), new Date()),
    },
    {
      name: "a source was unpacked over it, as long and as old",
      edit: () => {
        const { atime, mtime } = statSync(join(root, "src/office.ts"));
        write("src/office.ts", `export const office: string = "blora";`);
        utimesSync(join(root, "src/office.ts"), atime, mtime);
      },
    },
    { name: "a source is gone", edit: () => rmSync(join(root, "src/office.ts")) },
    {
      name: "packages are installed anew",
      edit: () => write("node_modules/.package-lock.json", `{ "name": "aduan" }`),
    },
  ];
  for (const { name, edit } of edits) {
    test(`has no fresh pack once ${name}`, async () => {
      const entry = await buildPack(root);
      expect(freshPack(root)).toBe(entry);
      edit();
      expect(freshPack(root)).toBeUndefined();
    });
  }

  test("runs from its sources again when one was edited", async () => {
    await buildPack(root);
    write("src/office.ts", `export const office: string = "jepara";`);
    expect(await launched()).toMatch(/^src start halo jepara/u);
  });

  test("has no fresh pack in another place", async () => {
    await buildPack(root);
    const moved = `${root}-moved`;
    cpSync(root, moved, { recursive: true, preserveTimestamps: true });
    expect(freshPack(moved)).toBeUndefined();
    rmSync(moved, { recursive: true });
  });

  test("runs from its sources, and forgets the pack, when that cannot be loaded", async () => {
    const fussy = `if (import.meta.filename.includes("/.cache/")) throw new Error("not from here");`;
    write("src/office.ts", `${fussy} export const office: string = "kudus";`);
    expect(freshPack(root)).toBeUndefined();
    const entry = await buildPack(root);
    expect(freshPack(root)).toBe(entry);
    expect(await launched()).toMatch(/^src start/u);
    expect(freshPack(root)).toBeUndefined();
  });

  for (const which of ["main", "later"]) {
    test(`runs from its sources when a power cut left its ${which} module empty`, async () => {
      const folder = dirname(await buildPack(root));
      const name = readdirSync(folder).find((each) => each.startsWith(which)) ?? "";
      truncateSync(join(folder, name));
      expect(await launched()).toBe(`src start halo kudus nanti ${join(root, "src")}`);
    });
  }

  test("keeps earlier packs for a week, since a running worker may still load from them", async () => {
    const [old, recent] = [await buildPack(root), await buildPack(root)].map(dirname);
    const eightDaysAgo = new Date(Date.now() - 8 * 24 * 60 * 60 * 1000);
    utimesSync(old ?? "", eightDaysAgo, eightDaysAgo);
    const current = dirname(await buildPack(root));
    const packs = readdirSync(cacheFolder(root)).filter((name) => name.startsWith("pack-"));
    const kept = new Set(packs.map((name) => join(cacheFolder(root), name)));
    expect(kept).toEqual(new Set([recent, current]));
  });

  test("keeps what is compiled of it in its own folder, which goes when it is old", async () => {
    const folder = dirname(await buildPack(root));
    const made = readdirSync(folder);
    expect(await launched()).toMatch(/^pack/u);
    expect(readdirSync(folder).length).toBeGreaterThan(made.length);
    const beside = readdirSync(cacheFolder(root)).filter((name) => !name.startsWith("pack"));
    expect(beside).toEqual([]);
  });

  test("leaves nothing that could be taken for a pack when a source cannot be read", async () => {
    write("src/office.ts", "export const office: string = ;");
    await expect(buildPack(root)).rejects.toThrow(/office/u);
    expect(existsSync(join(cacheFolder(root), "pack.json"))).toBe(false);
  });
});
