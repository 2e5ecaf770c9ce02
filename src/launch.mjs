// @ts-check
/*
 * The program's door. JavaScript, because for TypeScript Node would load its type stripper before it
 * can be told of the compile cache: a tenth of a start.
 */
import { enableCompileCache } from "node:module";
import { resolve } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";

import { cacheFolder, forgetPack, freshPack } from "./pack/fresh.mjs";

const root = resolve(import.meta.dirname, "..");
// A third of a start is compiling; where the folder cannot be written nothing is lost.
enableCompileCache(cacheFolder(root));
const args = process.argv.slice(2);
const { run } = (await packed()) ?? (await import("./main.ts"));
await run(args);

/** Only the worker's start counts in milliseconds; what a person types runs as it stands in src. */
async function packed() {
  const entry = args[0] === "start" ? freshPack(root) : undefined;
  if (entry === undefined) return undefined;
  try {
    return await import(pathToFileURL(entry).href);
  } catch {
    forgetPack(root);
    return undefined;
  }
}
