import type { HeaderLines, Headers } from "mailparser";

/** The header lines of a message as they were sent, unfolded, by lower-case name. */
export interface HeaderBlock {
  has(name: string): boolean;
  /** The first value, `""` when there is none. */
  first(name: string): string;
  /** Every value of the name, joined by a blank. */
  all(name: string): string;
}

/** Longest value looked at; References of a long thread fit, a bomb does not. */
const MAX_VALUE = 20_000;

export function headerBlock(lines: HeaderLines): HeaderBlock {
  const values = new Map<string, string[]>();
  for (const { key, line } of lines) {
    const value = line
      .slice(line.indexOf(":") + 1)
      .slice(0, MAX_VALUE)
      .replaceAll(/\s+/g, " ")
      .trim();
    const known = values.get(key);
    if (known) known.push(value);
    else values.set(key, [value]);
  }
  return {
    has: (name) => values.has(name),
    first: (name) => values.get(name)?.[0] ?? "",
    all: (name) => (values.get(name) ?? []).join(" "),
  };
}

/** Message-IDs in a header, with brackets, blanks inside them dropped, each once, in order. */
export function messageIds(value: string): string[] {
  const ids = new Set<string>();
  for (const [, inside = ""] of value.slice(0, MAX_VALUE).matchAll(/<([^<>]{1,900})>/g)) {
    const id = inside.replaceAll(/\s+/g, "");
    if (id !== "") ids.add(`<${id}>`);
    if (ids.size === MAX_IDS) break;
  }
  return [...ids];
}

const MAX_IDS = 200;

/** The message's own id; some programs leave the brackets out. */
export function ownMessageId(value: string): string {
  const [id] = messageIds(value);
  if (id !== undefined) return id;
  const bare = value.replaceAll(/[<>\s]/g, "");
  return bare === "" || bare.length > 900 ? "" : `<${bare}>`;
}

/** Content-Type in lower case with its decoded parameters; blank when there is none. */
export function contentType(headers: Headers): {
  value: string;
  params: Readonly<Record<string, string>>;
} {
  const header = headers.get("content-type");
  if (typeof header !== "object" || !("params" in header)) return { value: "", params: {} };
  const { value, params } = header;
  const pairs = Object.entries(params).filter(
    (pair): pair is [string, string] => typeof pair[1] === "string",
  );
  const type = typeof value === "string" ? value.trim().toLowerCase() : "";
  return { value: type, params: Object.fromEntries(pairs) };
}
