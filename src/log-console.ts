/**
 * What people at the console read of an entry: trouble as one sentence in Indonesian, and whatever
 * the writer gave as `sentence`. Undefined: only the file holds it.
 */
export function consoleLine(
  level: string,
  message: string,
  fields: Record<string, unknown>,
): string | undefined {
  const sentence = textIn(fields, "sentence") ?? remedyIn(fields);
  if (level === "error") return `Galat: ${sentence ?? seeFile(message)}`;
  if (level === "warn") return `Peringatan: ${sentence ?? seeFile(message)}`;
  return textIn(fields, "sentence");
}

function remedyIn(fields: Record<string, unknown>): string | undefined {
  const own = textIn(fields, "remedy");
  if (own) return own;
  const errors = Object.values(fields).filter((value) => typeof value === "object" && value);
  return errors.map((error) => textIn(Object(error), "remedy")).find((remedy) => remedy);
}

function textIn(fields: Record<string, unknown>, name: string): string | undefined {
  const value = fields[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

function seeFile(message: string): string {
  return `rincian ada di berkas log (${message})`;
}
