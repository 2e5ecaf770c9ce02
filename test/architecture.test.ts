import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";

import { parseSync } from "oxc-parser";
import type { ParseResult } from "oxc-parser";
import { describe, expect, test } from "vitest";

/*
 * The layers, as a failing test. An adapter may name the types of the worker's ports, since it
 * implements a port, but takes nothing from there that runs.
 */

const ROOT = join(import.meta.dirname, "..");
const LONGEST_SOURCE = 250;
const LONGEST_TEST = 300;

interface Layer {
  /** Folders and root files of ours, besides its own folder. */
  ours: readonly string[];
  packages: readonly string[];
}

const SHARED = ["desk", "errors.ts", "secret.ts"];

const LAYERS: Readonly<Record<string, Layer>> = {
  desk: { ours: [], packages: [] },
  mailbox: { ours: SHARED, packages: ["imapflow", "mailparser", "nodemailer", "zod"] },
  form: { ours: [...SHARED, "google"], packages: ["googleapis", "zod"] },
  sheet: { ours: [...SHARED, "google"], packages: ["googleapis", "zod"] },
  google: { ours: SHARED, packages: ["googleapis", "google-auth-library", "gaxios", "zod"] },
  letters: {
    ours: SHARED,
    packages: [
      "handlebars",
      "nodemailer",
      "zod",
      "echarts",
      "@resvg/resvg-js",
      "dejavu-fonts-ttf",
      "exceljs",
      "playwright-core",
    ],
  },
  journal: { ours: SHARED, packages: [] },
  pack: { ours: [], packages: ["rolldown"] },
  worker: { ours: SHARED, packages: ["node-cron", "zod"] },
  "": {
    ours: ["desk", "commands", "config", "log", "pack", "errors.ts", "secret.ts"],
    packages: ["zod", "node-cron", "pino"],
  },
};

/** Modules of node that reach outside the process; the rest (paths, hashes) only compute. */
const REACHING = new Set(
  ["fs", "fs/promises", "net", "tls", "http", "https", "dns", "child_process", "sqlite", "os"].map(
    (name) => `node:${name}`,
  ),
);

/** The door and main.ts; the sandbox starts the worker; a recap's files and a pack are made in children. */
const MAY_TOUCH_PROCESS = [
  /^src\/(launch\.mjs|main\.ts)$/u,
  /^src\/pack\//u,
  /^src\/commands\/pack-later\.ts$/u,
  /^src\/sandbox\//u,
  /^src\/letters\/recap-files(-child)?\.ts$/u,
];

/** Each named after what it talks to. */
const MAY_REACH = [
  /^src\/main\.ts$/u,
  /^src\/log\.ts$/u,
  /^src\/pack\//u,
  /^src\/mailbox\/imap[^/]*\.ts$/u,
  /^src\/form\/google-forms\.ts$/u,
  /^src\/sheet\/google-sheets\.ts$/u,
  /^src\/google\/client\.ts$/u,
  /^src\/letters\/(templates|screenshot|smtp|recap-files)\.ts$/u,
  /^src\/journal\/(connect|backup)\.ts$/u,
  /^src\/worker\/(run|lease|pulse|remote-clock)\.ts$/u,
  /^src\/commands\//u,
  /^src\/sandbox\//u,
];

const FILES = filesUnder("src").map((path) => ({ path, ...read(path) }));

describe("the layers", () => {
  for (const [name, layer] of Object.entries(LAYERS)) {
    const files = FILES.filter(({ path }) => layerOf(path) === name);
    test(`src/${name} imports only what its layer may`, () => {
      const wrong = files.flatMap(({ path, imports }) =>
        imports
          .filter((each) => !isAllowed(each, { name, layer }))
          .map((each) => `${path}: ${each.from}`),
      );
      expect(wrong).toEqual([]);
    });
  }

  test("the sandbox never takes anything of the worker's insides", () => {
    const inside = new Set(["worker", "mailbox", "form", "sheet", "google", "letters", "journal"]);
    const wrong = FILES.filter(({ path }) => layerOf(path) === "sandbox").flatMap(
      ({ path, imports }) =>
        imports
          .filter(({ from }) => inside.has(targetOf(from) ?? ""))
          .map(({ from }) => `${path}: ${from}`),
    );
    expect(wrong).toEqual([]);
  });

  test("only files named for it reach outside the process", () => {
    const wrong = FILES.filter(({ path }) => !MAY_REACH.some((each) => each.test(path))).flatMap(
      ({ path, imports }) =>
        imports.filter(({ from }) => REACHING.has(from)).map(({ from }) => `${path}: ${from}`),
    );
    expect(wrong).toEqual([]);
  });

  test("only main.ts touches the process, and what starts a process or is one", () => {
    const wrong = FILES.filter(({ path }) => !MAY_TOUCH_PROCESS.some((each) => each.test(path)))
      .filter(({ imports, touchesProcess }) => {
        return touchesProcess || imports.some(({ from }) => from === "node:process");
      })
      .map(({ path }) => path);
    expect(wrong).toEqual([]);
  });

  test("the core never asks for the time or for chance", () => {
    const clocks =
      /\bTemporal\.Now\b|\bDate\.now\b|\bnew Date\b|\bMath\.random\b|\bperformance\.now\b/u;
    const wrong = FILES.filter(({ path, text }) => layerOf(path) === "desk" && clocks.test(text));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});

describe("the size of files", () => {
  const sizes: { folder: string; most: number }[] = [
    { folder: "src", most: LONGEST_SOURCE },
    { folder: "test", most: LONGEST_TEST },
  ];
  for (const { folder, most } of sizes) {
    test(`no file of ${folder}/ is longer than ${most} lines`, () => {
      const long = filesUnder(folder)
        .map((path) => ({
          path,
          lines: readFileSync(join(ROOT, path), "utf8").split("\n").length - 1,
        }))
        .filter(({ lines }) => lines > most);
      expect(long).toEqual([]);
    });
  }
});

interface Import {
  /** A package, `node:…`, or a path from the root such as `src/desk/time.ts`. */
  from: string;
  typesOnly: boolean;
}

function isAllowed({ from, typesOnly }: Import, { name, layer }: { name: string; layer: Layer }) {
  if (from.startsWith("node:")) return name !== "desk";
  const target = targetOf(from);
  if (target === undefined) return layer.packages.includes(packageOf(from));
  if (target === name) return true;
  // Port types, and the composition root's lazy loading, cross the layers on purpose.
  const isPort = /^src\/worker\/(?:ports|sheet-port|journal-port)\.ts$/.test(from);
  if (isPort && typesOnly && name !== "desk") return true;
  if (name === "" && target === "sandbox") return true;
  return layer.ours.includes(target) || layer.ours.includes(from.replace(/^src\//u, ""));
}

/** The folder below src, `""` for src itself, undefined for a package. */
function targetOf(from: string): string | undefined {
  return from.startsWith("src/") ? layerOf(from) : undefined;
}

function layerOf(path: string): string {
  const parts = path.split("/");
  return parts.length > 2 ? (parts[1] ?? "") : "";
}

function packageOf(from: string): string {
  return from
    .split("/")
    .slice(0, from.startsWith("@") ? 2 : 1)
    .join("/");
}

function read(path: string): { text: string; imports: Import[]; touchesProcess: boolean } {
  const text = readFileSync(join(ROOT, path), "utf8");
  const parsed = parseSync(path, text);
  return {
    text,
    imports: importsOf(parsed, path, text),
    touchesProcess: text.includes("process") && hasProcess(parsed.program),
  };
}

function importsOf({ module }: ParseResult, path: string, text: string): Import[] {
  const statics = module.staticImports.map(({ moduleRequest, entries }) => ({
    from: moduleRequest.value,
    typesOnly: entries.length > 0 && entries.every(({ isType }) => isType),
  }));
  const again = module.staticExports
    .flatMap(({ entries }) => entries)
    .flatMap(({ moduleRequest, isType }) =>
      moduleRequest ? [{ from: moduleRequest.value, typesOnly: isType }] : [],
    );
  // The door takes the pack by its path; everything else is named.
  const lazy = module.dynamicImports
    .map(({ moduleRequest: { start, end } }) => text.slice(start, end))
    .filter((request) => request.startsWith('"'))
    .map((request) => ({ from: request.slice(1, -1), typesOnly: false }));
  return [...statics, ...again, ...lazy].map((each) => ({
    ...each,
    from: resolved(each.from, path),
  }));
}

function resolved(from: string, path: string): string {
  return from.startsWith(".") ? normalize(join(dirname(path), from)).replaceAll("\\", "/") : from;
}

/** Does the code (comments and texts do not count) speak of node's global `process`? */
function hasProcess(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(hasProcess);
  if (typeof node !== "object" || node === null) return false;
  const { type, object }: { type?: unknown; object?: { type?: unknown; name?: unknown } } = node;
  if (type === "MemberExpression" && object?.type === "Identifier" && object.name === "process") {
    return true;
  }
  return Object.values(node).some(hasProcess);
}

function filesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.m?[jt]s$/u.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
}
