import { Secret } from "./secret.ts";

const SECRET_NAMES = /password|passwd|secret|token|authorization|credential|private_?key/iu;
const CONTENT_NAMES = /^(subject|text|html|body|quote|phone|raw)$/iu;
const ADDRESS = /[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/gu;
const DEEPEST = 5;

/** The fields as the log may hold them: no secrets, no bodies, no addresses; errors as plain data. */
export function harmless(fields: Record<string, unknown>): Record<string, unknown> {
  return cleanEntries(Object.entries(fields), 0);
}

function cleanEntries(entries: [string, unknown][], depth: number): Record<string, unknown> {
  return Object.fromEntries(entries.map(([name, value]) => [name, cleanNamed(name, value, depth)]));
}

function cleanNamed(name: string, value: unknown, depth: number): unknown {
  // A lease's token and a count of tokens are numbers, and harmless.
  if (SECRET_NAMES.test(name) && typeof value !== "number") return "<secret>";
  if (CONTENT_NAMES.test(name) && typeof value !== "number") return "<content>";
  return clean(value, depth);
}

function clean(value: unknown, depth: number): unknown {
  if (typeof value === "string") return value.replace(ADDRESS, "<address>");
  if (typeof value === "bigint") return value.toString();
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Secret) return "<secret>";
  if (depth >= DEEPEST) return "…";
  if (value instanceof Error) return cleanError(value, depth);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map((each) => clean(each, depth + 1));
  return cleanEntries(Object.entries(value), depth + 1);
}

/** Of a library's error only what tells it apart: requests and headers may hang on it. */
function cleanError(error: Error, depth: number): Record<string, unknown> {
  const { name, message, stack, cause } = error;
  const known = { name, message, kind: undefined, code: undefined, ...pick(error) };
  const causes = cause === undefined ? {} : { cause: clean(cause, depth + 1) };
  return { ...cleanEntries(Object.entries({ ...known, stack }), depth + 1), ...causes };
}

function pick(error: Error): Record<string, unknown> {
  const telling = new Set(["kind", "code", "status", "remedy", "responseCode"]);
  return Object.fromEntries(Object.entries(error).filter(([name]) => telling.has(name)));
}
