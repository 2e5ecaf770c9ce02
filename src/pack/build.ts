import {
  closeSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, normalize, sep } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";

import { rolldown } from "rolldown";
import type { Plugin } from "rolldown";

import { cacheFolder, manifestPath, partOf } from "./fresh.mjs";
import type { Manifest, Part } from "./fresh.mjs";

/** The sandbox, and what only processes of their own load: never part of a worker. */
const OUTSIDE = [
  /\/sandbox\/main\.ts$/,
  "playwright-core",
  "echarts",
  "exceljs",
  "@resvg/resvg-js",
];

/** A running worker loads the parts it seldom needs late: from the pack that it started from. */
const KEPT = 7 * 24 * 60 * 60 * 1000;

/**
 * Writes the program at `root`, libraries included, as few files: a start then loads ten modules
 * instead of seven hundred, in half the time. Answers its first module. Throws when it cannot be made
 * or written; nothing needs it.
 */
export async function buildPack(root: string): Promise<string> {
  const packages = ["package.json", "node_modules/.package-lock.json"];
  // Looked at before they are read: what changes meanwhile must not pass for what went in.
  const parts: Part[] = packages.map((file) => partOf(join(root, file)));
  const bundle = await rolldown({
    input: join(root, "src/main.ts"),
    platform: "node",
    external: OUTSIDE,
    plugins: [sourcesOf(root, parts)],
    logLevel: "silent",
  });
  mkdirSync(cacheFolder(root), { recursive: true });
  const folder = mkdtempSync(join(cacheFolder(root), "pack-"));
  try {
    await bundle.write({
      dir: folder,
      format: "esm",
      entryFileNames: "[name].mjs",
      chunkFileNames: "[name]-[hash].mjs",
    });
  } finally {
    await bundle.close();
  }
  const entry = join(folder, "main.mjs");
  if (!parts.some(([path]) => path === join(root, "src/main.ts"))) {
    throw new Error(`Cannot pack ${root}: its sources are found elsewhere`);
  }
  const made = readdirSync(folder).map((name) => kept(join(folder, name)));
  announce({ root, node: process.version, entry, parts: [...parts, ...made] });
  clear(root, folder);
  return entry;
}

/** Notes each source that goes in, and lets it believe that it still lies where it lay. */
function sourcesOf(root: string, parts: Part[]): Plugin {
  const sources = join(root, "src") + sep;
  return {
    name: "sources",
    load(id) {
      const path = normalize(id);
      if (path.startsWith(sources)) parts.push(partOf(path));
      return null;
    },
    transform(code, id) {
      const path = normalize(id);
      if (!path.startsWith(sources)) return null;
      // As functions: a `$` in a text to put in would mean something.
      return code
        .replaceAll("import.meta.url", () => JSON.stringify(pathToFileURL(path).href))
        .replaceAll("import.meta.dirname", () => JSON.stringify(dirname(path)));
    },
  };
}

/** A file of the pack, on the disk: after a power cut one that was not written out may be empty. */
function kept(path: string): Part {
  const descriptor = openSync(path, "r+");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  return partOf(path);
}

/** Whole or not at all: a start may read it at this very moment. */
function announce(manifest: Manifest): void {
  const path = manifestPath(manifest.root);
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(manifest));
  renameSync(draft, path);
}

function clear(root: string, current: string): void {
  const folders = readdirSync(cacheFolder(root))
    .filter((name) => name.startsWith("pack-"))
    .map((name) => join(cacheFolder(root), name));
  for (const folder of folders) {
    if (folder === current || Date.now() - statSync(folder).mtimeMs < KEPT) continue;
    rmSync(folder, { recursive: true, force: true });
  }
}
