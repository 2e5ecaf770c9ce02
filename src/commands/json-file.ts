import type { ZodType } from "zod";

export type ReadJson<T> = { ok: true; data: T } | { ok: false; problems: string[] };

/** So many mistakes are told at once. */
const SHOWN = 10;

/** The text of a JSON file as `schema` wants it; else every mistake with its place, in Indonesian. */
export function readJson<T>(text: string, schema: ZodType<T>): ReadJson<T> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { ok: false, problems: [`Isi berkas bukan JSON: ${detail}`] };
  }
  const read = schema.safeParse(json);
  if (read.success) return { ok: true, data: read.data };
  const { issues } = read.error;
  const problems = issues
    .slice(0, SHOWN)
    .map(({ path, message }) => `${path.join(".") || "berkas"}: ${message}`);
  if (issues.length > SHOWN) problems.push(`… dan ${issues.length - SHOWN} kesalahan lain`);
  return { ok: false, problems };
}
