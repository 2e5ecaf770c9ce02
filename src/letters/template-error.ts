/** A template that cannot be used: where and why, in Indonesian for whoever wrote it. */
export class TemplateError extends Error {
  override name = "TemplateError" as const;
  readonly file: string;
  /** From 1; 0 when the whole file is meant. */
  readonly line: number;
  readonly reason: string;

  constructor(file: string, line: number, reason: string) {
    super(`${file}:${line}: ${reason}`);
    this.file = file;
    this.line = line;
    this.reason = reason;
  }
}

export interface TemplateProblem {
  file: string;
  line: number;
  reason: string;
}

/** What Handlebars says, as ours; its messages carry the line as `on line 3` or `- 3:5`. */
export function asTemplateError(error: unknown, file: string): TemplateError {
  if (error instanceof TemplateError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const line = /on line (\d+)/.exec(message)?.[1] ?? / - (\d+):\d+$/.exec(message)?.[1];
  return new TemplateError(file, Number(line ?? 0), reasonOf(message));
}

function reasonOf(message: string): string {
  const unknown = /^"(.+?)" not defined/.exec(message)?.[1];
  if (unknown !== undefined) return `isian "${unknown}" tidak dikenal`;
  const helper = /^Missing helper: "(.+?)"/.exec(message)?.[1];
  if (helper !== undefined) return `perintah "${helper}" tidak dikenal`;
  const partial = /^The partial (\S+) could not be found/.exec(message)?.[1];
  if (partial !== undefined) return `bagian "${partial}" tidak ada`;
  const mismatch = /^(\S+) doesn't match (\S+)/.exec(message);
  if (mismatch !== null) return `blok "${mismatch[1]}" ditutup dengan "${mismatch[2]}"`;
  if (message.startsWith("Parse error"))
    return "penulisan {{ }} tidak benar atau blok belum ditutup";
  return message.split("\n")[0] ?? "";
}
