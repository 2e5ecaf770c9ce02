import Handlebars from "handlebars";

import { LETTER_KINDS, type LetterKind } from "../desk/letter.ts";
import type { TemplateData } from "./data.ts";
import { asTemplateError, TemplateError } from "./template-error.ts";
import { factMark, layoutText } from "./text-layout.ts";
import { rowMark } from "./text-table.ts";
import { headerLine } from "./values.ts";

/** Path below the templates' folder (`overdue/body.html`) to text. */
export type TemplateSources = ReadonlyMap<string, string>;

export interface RenderedParts {
  subject: string;
  text: string;
  html: string;
}

/** Templates compiled once; a letter then costs one call a part. */
export interface TemplateSet {
  render(kind: LetterKind, data: TemplateData): RenderedParts;
}

export const PART_NAMES = ["subject.txt", "body.txt", "body.html"] as const;
export const PARTIALS = "partials/";

/** Longer subjects are cut by many mail readers; the number stands at the left edge. */
const LONGEST_SUBJECT = 160;

/** Throws TemplateError when a part is missing. Syntax is looked at when a part is first used. */
export function compileTemplates(sources: TemplateSources): TemplateSet {
  const text = engine(sources, ".txt");
  text.registerHelper("fact", (label: string, value: string | number) => factMark(label, value));
  text.registerHelper("row", (...given: unknown[]) => rowMark(given.slice(0, -1).map(String)));
  const html = engine(sources, ".html");
  const parts = new Map(
    LETTER_KINDS.map((kind) => [
      kind,
      {
        subject: part(text, `${kind}/subject.txt`, sources),
        text: part(text, `${kind}/body.txt`, sources),
        html: part(html, `${kind}/body.html`, sources),
      },
    ]),
  );
  return {
    render(kind, data) {
      const compiled = parts.get(kind);
      if (compiled === undefined) throw new TemplateError(kind, 0, "jenis surat tidak dikenal");
      const subject = cut(headerLine(compiled.subject(data)));
      return {
        subject,
        text: layoutText(compiled.text(data)),
        html: compiled.html({ ...data, subject }),
      };
    },
  };
}

type Render = (data: object) => string;

/** Escaping belongs to HTML alone: subjects and texts show what was written. */
function part(own: typeof Handlebars, path: string, sources: TemplateSources): Render {
  const source = sources.get(path);
  if (source === undefined) throw new TemplateError(path, 0, "berkas tidak ada");
  const template = own.compile(source, { strict: true, noEscape: path.endsWith(".txt") });
  return (data) => {
    try {
      return template(data);
    } catch (error) {
      throw asTemplateError(error, path);
    }
  };
}

function engine(sources: TemplateSources, ending: string): typeof Handlebars {
  const own = Handlebars.create();
  own.unregisterHelper("log");
  own.unregisterHelper("lookup");
  for (const [path, source] of sources) {
    if (!path.startsWith(PARTIALS) || !path.endsWith(ending)) continue;
    const name = path.slice(PARTIALS.length, -ending.length);
    own.registerPartial(name, source);
  }
  return own;
}

function cut(subject: string): string {
  const characters = Array.from(subject);
  if (characters.length <= LONGEST_SUBJECT) return subject;
  return `${characters.slice(0, LONGEST_SUBJECT - 3).join("")}...`;
}
