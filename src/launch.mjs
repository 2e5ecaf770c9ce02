// @ts-check
/*
 * The program's door. JavaScript, because for TypeScript Node would load its type stripper before it
 * can be told of the compile cache: a tenth of a start.
 */
import { enableCompileCache } from "node:module";
import { dirname, resolve } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";

import { cacheFolder, forgetPack, freshPack } from "./pack/fresh.mjs";

const root = resolve(import.meta.dirname, "..");
const args = process.argv.slice(2);
// Only the worker's start counts in milliseconds; what a person types runs as it stands in src.
const entry = args[0] === "start" ? freshPack(root) : undefined;
// A third of a start is compiling; where the folder cannot be written nothing is lost. A pack's goes
// when the pack goes: each is compiled anew.
enableCompileCache(entry === undefined ? cacheFolder(root) : dirname(entry));
const { run } = (await packed()) ?? (await import("./main.ts"));
await run(args);

async function packed() {
  if (entry === undefined) return undefined;
  try {
    return await import(pathToFileURL(entry).href);
  } catch {
    forgetPack(root);
    return undefined;
  }
}
