import * as z from "zod";

import { unreadable } from "./config-settings.ts";
import { Secret } from "./secret.ts";

export interface GoogleKey {
  /** The service account's address; the spreadsheet and the form are shared with it. */
  email: string;
  key: Secret;
}

const ServiceAccount = z.object({
  type: z.literal("service_account"),
  client_email: z.string().min(3),
  private_key: z.string().includes("PRIVATE KEY"),
});

const WANTED =
  "diharapkan kunci JSON sebuah akun layanan (Google Cloud → Akun layanan → Kunci → Tambahkan kunci → JSON)";

/** Reads a service account's key file. Answers a sentence in Indonesian when it is none. */
export function readGoogleKey(
  path: string,
  readFile: (path: string) => string,
): GoogleKey | { problem: string } {
  let text: string;
  try {
    text = readFile(path);
  } catch (error) {
    return { problem: `${unreadable(path, error)}; ${WANTED}` };
  }
  const content = parseJson(text.replace("\uFEFF", ""));
  if (content === undefined) return { problem: `berkas "${path}" bukan JSON; ${WANTED}` };
  const account = ServiceAccount.safeParse(content);
  if (account.success) return keyOf(account.data);
  if (isOAuthClient(content)) {
    return { problem: `berkas "${path}" berisi klien OAuth, bukan akun layanan; ${WANTED}` };
  }
  const missing = account.error.issues.map((issue) => issue.path.join("."));
  return { problem: `berkas "${path}" tidak lengkap (${missing.join(", ")}); ${WANTED}` };
}

function keyOf({ client_email, private_key }: z.infer<typeof ServiceAccount>): GoogleKey {
  // A key that went through a shell or a form field holds the two characters \n instead of lines.
  return { email: client_email, key: new Secret(private_key.replaceAll("\\n", "\n")) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isOAuthClient(content: unknown): boolean {
  return z
    .union([z.object({ installed: z.object() }), z.object({ web: z.object() })])
    .safeParse(content).success;
}
