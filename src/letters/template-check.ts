import type { LetterKind } from "../desk/letter.ts";
import type { TemplateData } from "./data.ts";
import { fieldsIn, type UsedField } from "./template-fields.ts";
import { asTemplateError, TemplateError } from "./template-error.ts";
import { compileTemplates, PARTIALS, type TemplateSources } from "./template-set.ts";

/** Data of every kind in all its variants, to try a template on before it is used. */
export type TemplateSamples = ReadonlyMap<LetterKind, readonly TemplateData[]>;

/**
 * Tries one changed file among the others; throws TemplateError with the file, the line and the
 * reason when it must not be used: syntax, a field that its letter does not have, raw HTML, or a
 * letter left without its number, its text or its frame.
 */
export function checkTemplate(
  path: string,
  sources: TemplateSources,
  samples: TemplateSamples,
): void {
  const source = sources.get(path) ?? "";
  if (source.trim() === "" && !path.startsWith(PARTIALS)) {
    throw new TemplateError(path, 0, "berkas kosong");
  }
  const kinds = kindsOf(path, samples);
  checkFields(path, source, namesIn(kinds.flatMap((kind) => samples.get(kind) ?? [])));
  const set = compileTemplates(sources);
  for (const kind of kinds) {
    for (const data of samples.get(kind) ?? []) {
      try {
        checkParts(path, data, set.render(kind, data));
      } catch (error) {
        throw inFile(path, asTemplateError(error, path));
      }
    }
  }
}

/** A kind's own file concerns that kind, a partial every letter. */
function kindsOf(path: string, samples: TemplateSamples): LetterKind[] {
  const all = [...samples.keys()];
  if (path.startsWith(PARTIALS)) return all;
  return all.filter((kind) => path.startsWith(`${kind}/`));
}

/** What breaks only together with the changed file is that file's doing, wherever it shows. */
function inFile(path: string, error: TemplateError): TemplateError {
  return error.file === path ? error : new TemplateError(path, error.line, error.reason);
}

function checkParts(
  path: string,
  data: TemplateData,
  { subject, text, html }: { subject: string; text: string; html: string },
): void {
  const missing = (what: string) => new TemplateError(path, 0, what);
  if (subject === "") throw missing("judul menjadi kosong");
  if (data.number !== "" && !subject.includes(`[${data.number}]`)) {
    throw missing("judul tidak memuat [{{number}}]");
  }
  if (data.number !== "" && !(text.includes(data.number) && html.includes(data.number))) {
    throw missing("surat tidak memuat {{number}}");
  }
  if (text.trim() === "") throw missing("isi surat menjadi kosong");
  if (!/<\/body>\s*<\/html>\s*$/.test(html)) throw missing("bagian layout tidak dipakai");
}

/** Handlebars is strict where a field is printed, not where `if` or `each` asks for one. */
function checkFields(path: string, source: string, names: ReadonlySet<string>): void {
  for (const { name, line, raw } of usedFields(path, source)) {
    if (raw && path.endsWith(".html")) {
      throw new TemplateError(path, line, `{{{${name}}}} tidak boleh: pakailah {{${name}}}`);
    }
    if (!raw && !names.has(name))
      throw new TemplateError(path, line, `isian "${name}" tidak dikenal`);
  }
}

/** Helpers, and what partials are given by those who include them. */
const ALWAYS = [
  "this",
  "fact",
  "row",
  "if",
  "unless",
  "each",
  "with",
  "label",
  "value",
  "first",
  "second",
  "third",
  "text",
  "subject",
];

function namesIn(data: unknown, names = new Set(ALWAYS)): Set<string> {
  if (Array.isArray(data)) for (const each of data) namesIn(each, names);
  else if (typeof data === "object" && data !== null) {
    for (const [key, value] of Object.entries(data)) {
      names.add(key);
      namesIn(value, names);
    }
  }
  return names;
}

function usedFields(path: string, source: string): UsedField[] {
  try {
    return fieldsIn(source);
  } catch (error) {
    throw asTemplateError(error, path);
  }
}
