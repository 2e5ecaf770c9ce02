import forms from "./schemas/forms.json" with { type: "json" };
import sheets from "./schemas/sheets.json" with { type: "json" };

/*
 * The schemas are Google's discovery documents (sheets v4, forms v1) without their prose. A type is
 * written as a word: `string`, `int32`, `enum A|B`, `any`, or a schema's name; `[]` makes it a
 * list, `{}` a map from strings, and `readonly ` in front says that input may hold it in vain.
 */

export type Schemas = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface Method {
  id: string;
  verb: string;
  query: Readonly<Record<string, string>>;
  request: string | null;
  response: string;
  /** The last part of each scope's address. */
  scopes: readonly string[];
  service: Service;
}

export interface Service {
  name: "sheets" | "forms";
  package: string;
  schemas: Schemas;
}

export interface Route {
  method: Method;
  /** Path parameters, decoded. */
  params: Readonly<Record<string, string>>;
}

/** The method behind a verb and a path, or undefined. */
export function findRoute(verb: string, path: string): Route | undefined {
  for (const { method, pattern, names } of ROUTES) {
    if (method.verb !== verb) continue;
    const match = pattern.exec(path);
    if (!match) continue;
    const params = names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? "")]);
    return { method, params: Object.fromEntries(params) };
  }
  return undefined;
}

export const SHEETS: Service = {
  name: "sheets",
  package: "google.apps.sheets.v4",
  schemas: sheets.schemas,
};
export const FORMS: Service = {
  name: "forms",
  package: "google.apps.forms.v1",
  schemas: forms.schemas,
};

const ROUTES = [...routesOf(sheets, SHEETS), ...routesOf(forms, FORMS)];

interface Listed {
  id: string;
  verb: string;
  path: string;
  query: Record<string, string | undefined>;
  request: string | null;
  response: string;
  scopes: string[];
}

function routesOf(
  document: { methods: Listed[]; commonQuery: Record<string, string> },
  service: Service,
) {
  return document.methods.map(({ path, query, ...rest }) => {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
    const known = { ...document.commonQuery };
    for (const [name, type] of Object.entries(query)) if (type !== undefined) known[name] = type;
    const method: Method = { ...rest, query: known, service };
    return { method, names, pattern: patternOf(path) };
  });
}

function patternOf(path: string): RegExp {
  const source = path
    .split(/\{\w+\}/)
    .map((piece) => piece.replaceAll(/[.*+?^$()[\]\\|]/g, String.raw`\$&`))
    .join("([^/:]+)");
  return new RegExp(`^/${source}$`);
}
