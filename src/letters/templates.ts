import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

import { LETTER_KINDS } from "../desk/letter.ts";
import { checkTemplate, type TemplateSamples } from "./template-check.ts";
import { asTemplateError, type TemplateProblem } from "./template-error.ts";
import { compileTemplates, PART_NAMES, PARTIALS, type TemplateSet } from "./template-set.ts";

export interface TemplateFolders {
  /** The templates shipped with the program. */
  templatesDir: string;
  /** The office's own: a file here takes the place of the shipped one of the same name. */
  overridesDir?: string | undefined;
  /** Asked for only when there is a file to try. */
  samples: () => TemplateSamples;
  /** Told once for each version of a file that cannot be used. */
  onProblem: (problem: TemplateProblem) => void;
}

export interface Templates {
  /** The templates as they are now; a changed file is looked at before it is taken. */
  current(): TemplateSet;
  /** Never changes: what a letter falls back on. */
  shipped: TemplateSet;
}

/**
 * Reads the shipped templates once and looks for changed files of the office's at each call. Throws
 * when the shipped ones cannot be read.
 */
export function templatesFrom(folders: TemplateFolders): Templates {
  const shippedSources = readShipped(folders.templatesDir);
  const shipped = compileTemplates(shippedSources);
  const { overridesDir } = folders;
  if (overridesDir === undefined) return { shipped, current: () => shipped };

  const paths = [...shippedSources.keys()];
  const accepted = new Map<string, string>();
  const seen = new Map<string, string>();
  let current = shipped;

  function take(path: string, text: string | undefined): boolean {
    const before = accepted.get(path);
    if (text === undefined) return accepted.delete(path);
    accepted.set(path, text);
    try {
      checkTemplate(path, new Map([...shippedSources, ...accepted]), folders.samples());
      return true;
    } catch (error) {
      if (before === undefined) accepted.delete(path);
      else accepted.set(path, before);
      const { file, line, reason } = asTemplateError(error, path);
      folders.onProblem({ file: join(overridesDir ?? "", file), line, reason });
      return false;
    }
  }

  return {
    shipped,
    current() {
      let changed = false;
      for (const path of paths) {
        const version = versionOf(join(overridesDir, path));
        if ((seen.get(path) ?? "") === version) continue;
        seen.set(path, version);
        changed = take(path, readIfThere(join(overridesDir, path))) || changed;
      }
      if (changed) current = compileTemplates(new Map([...shippedSources, ...accepted]));
      return current;
    },
  };
}

function readShipped(folder: string): Map<string, string> {
  const letters = LETTER_KINDS.flatMap((kind) => PART_NAMES.map((part) => `${kind}/${part}`));
  const partials = readdirSync(join(folder, PARTIALS)).map((name) => `${PARTIALS}${name}`);
  return new Map([...letters, ...partials].map((path) => [path, read(join(folder, path))]));
}

/** `""` when there is no such file. */
function versionOf(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false, bigint: true });
  return stats === undefined ? "" : `${stats.mtimeNs}/${stats.size}/${stats.ino}`;
}

function readIfThere(file: string): string | undefined {
  return statSync(file, { throwIfNoEntry: false }) === undefined ? undefined : read(file);
}

/** Editors on Windows write a byte-order mark and line ends of their own. */
function read(file: string): string {
  return readFileSync(file, "utf8")
    .replace(/^\uFEFF/, "")
    .replaceAll("\r\n", "\n");
}
