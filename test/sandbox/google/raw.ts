import { createSign } from "node:crypto";

import type { Google } from "../../../src/sandbox/google/server.ts";

/** A call without the client library, to send what the library would not. */
export async function rawCall(
  google: Google,
  path: string,
  request: { token?: string; body?: unknown; method?: string } = {},
): Promise<{ status: number; headers: Headers; body: RawBody }> {
  const { token, body, method = body === undefined ? "GET" : "POST" } = request;
  const response = await fetch(new URL(path, google.rootUrl), {
    method,
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const parsed: RawBody = JSON.parse((await response.text()) || "{}");
  return { status: response.status, headers: response.headers, body: parsed };
}

/** Of whatever is answered, what the tests look at. */
export interface RawBody {
  error?: { code: number; message: string; status: string; details?: unknown[] };
  [name: string]: unknown;
}

export interface Claims {
  iss: string;
  scope: string;
  aud: string;
  iat: number;
  exp: number;
}

export const SHEETS_SCOPE = "https://www.googleapis.com/auth/spreadsheets";

function part(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

/** Asks for a token with these claims changed; `now` is in seconds. */
export async function askToken(
  google: Google,
  changed: Partial<Claims> = {},
  now = Math.floor(Date.now() / 1000),
): Promise<{ status: number; body: Record<string, unknown> }> {
  const claims: Claims = {
    iss: google.account,
    scope: SHEETS_SCOPE,
    aud: "https://oauth2.googleapis.com/token",
    iat: now,
    exp: now + 3600,
    ...changed,
  };
  const unsigned = `${part({ alg: "RS256", typ: "JWT" })}.${part(claims)}`;
  const sign = createSign("RSA-SHA256").update(unsigned);
  const signature = sign.sign(google.keyFile().private_key).toString("base64url");
  const response = await fetch(new URL("token", google.rootUrl), {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer",
      assertion: `${unsigned}.${signature}`,
    }),
  });
  const body: Record<string, unknown> = JSON.parse(await response.text());
  return { status: response.status, body };
}

export async function tokenFor(google: Google, scope = SHEETS_SCOPE): Promise<string> {
  const { body } = await askToken(google, { scope });
  return String(body["access_token"]);
}
