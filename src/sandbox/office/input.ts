import type { Context } from "hono";
import { z } from "zod";

/** Something asked of the sandbox that cannot be done; its words are for the person who asked. */
export class InputError extends Error {
  override name = "InputError" as const;
  readonly status: 400 | 404 | 409;

  constructor(message: string, status: 400 | 404 | 409 = 400) {
    super(message);
    this.status = status;
  }
}

/** The request's JSON, checked; every mistake at once. Throws `InputError`. */
export async function bodyOf<T>(context: Context, schema: z.ZodType<T>): Promise<T> {
  // A form on a foreign page can post text without asking first, but not this type.
  if (!context.req.header("content-type")?.startsWith("application/json")) {
    throw new InputError("Kirim sebagai application/json");
  }
  const json: unknown = await context.req.json().catch(() => {
    throw new InputError("Isi permintaan bukan JSON");
  });
  return check(json, schema);
}

export function check<T>(value: unknown, schema: z.ZodType<T>): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.map(
    ({ path, message }) => `${path.join(".") || "isi"}: ${message}`,
  );
  throw new InputError(problems.join("; "));
}

export const wholeNumber = z.coerce
  .number({ error: "harus berupa angka" })
  .int("harus bilangan bulat")
  .min(0, "tidak boleh kurang dari nol");

export function text(longest: number) {
  return z
    .string({ error: "harus berupa teks" })
    .max(longest, `paling panjang ${longest} karakter`);
}
