import type { Schemas } from "./discovery.ts";
import { isLike, isObject } from "./input.ts";
import { parseMask } from "./mask.ts";
import type { Mask } from "./mask.ts";
import { invalidArgument } from "./refusal.ts";

/** The mask of a write; throws Google's 400 when it is missing or names what does not exist. */
export function writeMask(
  fields: string | undefined,
  options: { schemas: Schemas; type: string; prefix: string },
): Mask {
  const { schemas, type, prefix } = options;
  if (fields === undefined || fields.trim() === "") {
    throw invalidArgument(
      `${prefix}At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)`,
    );
  }
  const { mask, unknown } = parseMask(fields, schemas, type);
  if (unknown === null) return mask;
  throw invalidArgument(`${prefix}Invalid field: ${unknown}`);
}

/** `before` with the masked fields taken from `given`; masked but not given is cleared. */
export function masked<T extends object>(before: T, given: Partial<T>, mask: Mask): T {
  const result = blend(before, given, mask);
  return isLike(result, before) ? result : before;
}

function blend(before: unknown, given: unknown, mask: Mask): unknown {
  if (mask === "*") return given;
  const result: Record<string, unknown> = isObject(before) ? { ...before } : {};
  const source = isObject(given) ? given : {};
  for (const [name, below] of mask) {
    const value = blend(result[name], source[name], below);
    if (value === undefined) delete result[name];
    else result[name] = value;
  }
  return Object.keys(result).length === 0 && before === undefined ? undefined : result;
}
