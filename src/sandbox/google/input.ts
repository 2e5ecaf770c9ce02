import type { Service } from "./discovery.ts";
import { badRequest, invalidArgument } from "./refusal.ts";
import type { Violation } from "./refusal.ts";

/**
 * A request body as the handlers get it: `null` and read-only fields are gone, every name and every
 * type is known. Throws the 400 that Google gives for the first things that are wrong.
 */
export function acceptInput(service: Service, schema: string, body: unknown): unknown {
  const violations: Violation[] = [];
  const accepted = accept({ service, violations }, schema, body, "");
  if (violations.length === 0) return accepted;
  const message = violations.map(({ description }) => description).join("\n");
  throw invalidArgument(message, [badRequest(violations)]);
}

/** Of the same kind; used where both come from the same schema. */
export function isLike<T>(value: unknown, like: T): value is T {
  return typeof value === typeof like && Array.isArray(value) === Array.isArray(like);
}

interface Check {
  service: Service;
  violations: Violation[];
}

function accept(check: Check, type: string, value: unknown, path: string): unknown {
  if (type === "any") return value;
  if (type.endsWith("[]")) return acceptList(check, type.slice(0, -2), value, path);
  if (type.endsWith("{}")) return acceptMap(check, type.slice(0, -2), value, path);
  const schema = check.service.schemas[type];
  if (schema) return acceptObject(check, type, value, path);
  if (isScalar(type, value)) return value;
  refuseValue(check, type.startsWith("enum ") ? enumName(check, path) : PROTO[type], value, path);
  return undefined;
}

function acceptList(check: Check, type: string, value: unknown, path: string): unknown {
  // In a list of any, null is a value of its own: "leave this cell alone".
  if (!Array.isArray(value)) {
    refuseValue(check, listName(type), value, path);
    return undefined;
  }
  return value.map((item, index) => accept(check, type, item, `${path}[${index}]`));
}

function acceptMap(check: Check, type: string, value: unknown, path: string): unknown {
  if (!isObject(value)) {
    refuseValue(check, "TYPE_MESSAGE", value, path);
    return undefined;
  }
  const entries = Object.entries(value).map(([key, item]) => [
    key,
    accept(check, type, item, `${path}[${key}]`),
  ]);
  return Object.fromEntries(entries);
}

function acceptObject(check: Check, type: string, value: unknown, path: string): unknown {
  if (!isObject(value)) {
    refuseValue(check, `type.googleapis.com/${check.service.package}.${type}`, value, path);
    return undefined;
  }
  const schema = check.service.schemas[type] ?? {};
  const accepted: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value)) {
    const propertyType = schema[name];
    if (propertyType === undefined) {
      refuseName(check, name, path);
    } else if (item !== null && !propertyType.startsWith("readonly ")) {
      accepted[name] = accept(check, propertyType, item, join(path, snakeCase(name)));
    }
  }
  return accepted;
}

function refuseName(check: Check, name: string, path: string): void {
  const place = path === "" ? "" : ` at '${path}'`;
  const description = `Invalid JSON payload received. Unknown name "${name}"${place}: Cannot find field.`;
  check.violations.push(path === "" ? { description } : { field: path, description });
}

function refuseValue(check: Check, type = "TYPE_MESSAGE", value: unknown, path: string): void {
  const shown = typeof value === "string" ? `"${value}"` : JSON.stringify(value);
  const description = `Invalid value at '${path}' (${type}), ${shown}`;
  check.violations.push({ field: path, description });
}

export function isScalar(type: string, value: unknown): boolean {
  if (type.startsWith("enum ")) {
    return typeof value === "string" && type.slice(5).split("|").includes(value);
  }
  switch (type) {
    case "bool":
      return typeof value === "boolean";
    case "int32":
    case "uint32":
      return Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 32;
    case "float":
    case "double":
      return typeof value === "number" && Number.isFinite(value);
    case "int64":
      return typeof value === "string" ? /^-?\d+$/.test(value) : Number.isSafeInteger(value);
    default:
      return typeof value === "string";
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const PROTO: Readonly<Record<string, string>> = {
  bool: "TYPE_BOOL",
  int32: "TYPE_INT32",
  int64: "TYPE_INT64",
  float: "TYPE_FLOAT",
  double: "TYPE_DOUBLE",
  string: "TYPE_STRING",
};

function listName(type: string): string {
  return type.startsWith("any")
    ? "type.googleapis.com/google.protobuf.ListValue"
    : (PROTO[type] ?? "TYPE_MESSAGE");
}

/** The discovery document does not give the enum's own name; the field's name is near enough. */
function enumName(check: Check, path: string): string {
  const field = path.slice(path.lastIndexOf(".") + 1).replace(/\[\d+\]$/, "");
  const name = field.replaceAll(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());
  return `type.googleapis.com/${check.service.package}.${name}`;
}

function join(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}

function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
