import type { Schemas } from "./discovery.ts";
import { isObject, isScalar } from "./input.ts";
import { RawText } from "./reply-text.ts";

/** What in a reply the schema does not know; [] when it conforms. Text made before is not checked again. */
export function mismatches(schemas: Schemas, type: string, value: unknown, path = type): string[] {
  if (type === "any" || value instanceof RawText) return [];
  if (type.startsWith("readonly ")) return mismatches(schemas, type.slice(9), value, path);
  if (type.endsWith("[]")) {
    if (!Array.isArray(value)) return [`${path} is no list`];
    return value.flatMap((item, index) =>
      mismatches(schemas, type.slice(0, -2), item, `${path}[${index}]`),
    );
  }
  if (type.endsWith("{}")) {
    if (!isObject(value)) return [`${path} is no map`];
    return Object.entries(value).flatMap(([key, item]) =>
      mismatches(schemas, type.slice(0, -2), item, `${path}.${key}`),
    );
  }
  const schema = schemas[type];
  if (!schema) return isScalar(type, value) ? [] : [`${path} is not ${type}: ${String(value)}`];
  if (!isObject(value)) return [`${path} is no object`];
  return Object.entries(value).flatMap(([name, item]) => {
    const propertyType = schema[name];
    if (propertyType === undefined) return [`${path}.${name} is unknown`];
    return item === undefined ? [] : mismatches(schemas, propertyType, item, `${path}.${name}`);
  });
}
