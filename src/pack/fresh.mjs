// @ts-check
import { readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";

/**
 * What a pack was made of, and its own files. It serves only the very sources, packages, place and
 * Node that it was made from: an edited file, an update or a moved folder make it stale, and so does
 * a file of its own that is gone, or not what was written.
 *
 * @typedef {object} Manifest
 * @property {string} root
 * @property {string} node
 * @property {string} entry The pack's first module, an absolute path.
 * @property {Part[]} parts
 */

/**
 * Path, bytes, and time of the last change of one file as the disk keeps it (epoch milliseconds):
 * unpacking or copying sets the time that a file shows back to that of its source.
 *
 * @typedef {[path: string, size: number, changed: number]} Part
 */

/** @param {string} root @returns {string} */
export function cacheFolder(root) {
  return join(root, "node_modules/.cache/aduan");
}

/** @param {string} root @returns {string} */
export function manifestPath(root) {
  return join(cacheFolder(root), "pack.json");
}

/**
 * The first module of the pack of the program at `root` as it stands now; undefined when there is none.
 *
 * @param {string} root
 * @returns {string | undefined}
 */
export function freshPack(root) {
  try {
    /** @type {Manifest} */
    const pack = JSON.parse(readFileSync(manifestPath(root), "utf8"));
    if (pack.root !== root || pack.node !== process.version) return undefined;
    return pack.parts.every(isUnchanged) ? pack.entry : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} root */
export function forgetPack(root) {
  try {
    rmSync(manifestPath(root));
  } catch {
    // Whoever may not write here did not write it.
  }
}

/** @param {string} path @returns {Part} */
export function partOf(path) {
  const { size, ctimeMs } = statSync(path);
  return [path, size, ctimeMs];
}

/** @param {Part} part */
function isUnchanged([path, size, changed]) {
  const [, sizeNow, changedNow] = partOf(path);
  return sizeNow === size && changedNow === changed;
}
