import type { Schemas } from "./discovery.ts";
import { isObject } from "./input.ts";
import { RawText } from "./reply-text.ts";

/** A field mask as a tree; `"*"` is everything from here on. */
export type Mask = "*" | ReadonlyMap<string, Mask>;

/** Reads `a.b,c(d,e/f)`; returns the path that the schema does not know as `unknown`. */
export function parseMask(
  text: string,
  schemas: Schemas,
  type: string,
): { mask: Mask; unknown: string | null } {
  const mask = readGroup({ text, at: 0 });
  return { mask, unknown: unknownPath(mask, schemas, type, "") };
}

export function inMask(mask: Mask, ...path: string[]): boolean {
  return subMask(mask, ...path) !== undefined;
}

/** The part of a mask below a path, or undefined when the path is not asked for. */
export function subMask(mask: Mask, ...path: string[]): Mask | undefined {
  let here: Mask | undefined = mask;
  for (const name of path) {
    if (here === "*" || here === undefined) return here;
    here = here.get(name) ?? here.get("*");
  }
  return here;
}

/** The value with only what the mask names; empty objects stay, as Google leaves them. */
export function project(value: unknown, mask: Mask): unknown {
  if (mask === "*" || value instanceof RawText) return value;
  if (Array.isArray(value)) return value.map((item) => project(item, mask));
  return isObject(value) ? projectObject(value, mask) : value;
}

export function projectObject(value: object, mask: Mask): Record<string, unknown> {
  if (mask === "*") return { ...value };
  const kept: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value)) {
    const below = mask.get(name) ?? mask.get("*");
    if (below !== undefined && item !== undefined) kept[name] = project(item, below);
  }
  return kept;
}

interface Reader {
  text: string;
  at: number;
}

type Growing = Map<string, Mask>;

function readGroup(reader: Reader): Mask {
  const group: Growing = new Map();
  for (;;) {
    readPath(reader, group);
    const sign = reader.text[reader.at];
    reader.at += 1;
    if (sign !== ",") return group.get("*") === "*" && group.size === 1 ? "*" : group;
  }
}

function readPath(reader: Reader, group: Growing): void {
  let here = group;
  for (;;) {
    const name = /^[^.,/()]*/.exec(reader.text.slice(reader.at))?.[0] ?? "";
    reader.at += name.length;
    const sign = reader.text[reader.at];
    if (sign === "." || sign === "/") {
      reader.at += 1;
      here = growingAt(here, name.trim());
    } else if (sign === "(") {
      reader.at += 1;
      merge(here, name.trim(), readGroup(reader));
      return;
    } else {
      merge(here, name.trim(), "*");
      return;
    }
  }
}

function growingAt(group: Growing, name: string): Growing {
  const known = group.get(name);
  // Everything is asked for already: what follows adds nothing.
  if (known === "*") return new Map();
  const next: Growing = known === undefined ? new Map() : new Map(known);
  group.set(name, next);
  return next;
}

function merge(group: Growing, name: string, mask: Mask): void {
  const known = group.get(name);
  if (known === "*" || mask === "*" || known === undefined) {
    group.set(name, known === "*" ? known : mask);
    return;
  }
  const merged: Growing = new Map(known);
  for (const [key, below] of mask) merge(merged, key, below);
  group.set(name, merged);
}

function unknownPath(mask: Mask, schemas: Schemas, type: string, path: string): string | null {
  if (mask === "*") return null;
  const bare = type.replace(/^readonly /, "").replaceAll("[]", "");
  for (const [name, below] of mask) {
    if (name === "*") continue;
    const here = path === "" ? name : `${path}.${name}`;
    const next = bare.endsWith("{}") ? bare.slice(0, -2) : schemas[bare]?.[name];
    if (next === undefined) return here;
    const deeper = unknownPath(below, schemas, next, here);
    if (deeper !== null) return deeper;
  }
  return null;
}
