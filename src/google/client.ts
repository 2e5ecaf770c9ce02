import { createPrivateKey } from "node:crypto";
import { readFile } from "node:fs/promises";

import { gaxios, JWT } from "google-auth-library";
import type { forms_v1 } from "googleapis/build/src/apis/forms/v1.js";
import { forms } from "googleapis/build/src/apis/forms/index.js";
import { sheets } from "googleapis/build/src/apis/sheets/index.js";
import type { sheets_v4 } from "googleapis/build/src/apis/sheets/v4.js";

import type { Instant } from "../desk/time.ts";
import { ConfigError } from "../errors.ts";
import { isStaleToken, remoteError } from "./failure.ts";

/** What of a service account's key file is needed to sign in. */
export interface GoogleKey {
  client_email: string;
  private_key: string;
}

export interface GoogleClientOptions {
  /** The key file's path, or what is in it. */
  key: string | GoogleKey;
  /** Moves every call, the token's too: loopback or https, with a slash at the end. */
  rootUrl?: string | undefined;
  /** A call without an answer is given up after this long. */
  timeoutMs?: number;
}

export interface GoogleAnswer<T> {
  data: T;
  /** Google's clock, from the `Date` header. */
  serverDate: Instant | null;
}

export interface GoogleClient {
  /** The service account's address: what files are to be shared with. */
  account: string;
  sheets: sheets_v4.Sheets;
  forms: forms_v1.Forms;
  /** Asks for a token, which alone proves the key and the machine's clock. Throws `RemoteError`. */
  signIn(): Promise<void>;
  /**
   * Makes one call. Throws `RemoteError`: a `write` that may have happened is `uncertain`. `what` is
   * the thing called, in Indonesian, for the remedy: "lembar kerja", "formulir".
   */
  call<T>(
    make: () => Promise<{ data: T; headers: unknown }>,
    about: { what: string; write?: boolean },
  ): Promise<GoogleAnswer<T>>;
}

const SCOPES = ["spreadsheets", "forms.responses.readonly", "forms.body.readonly"].map(
  (scope) => `https://www.googleapis.com/auth/${scope}`,
);
const TIMEOUT = 60_000;

/** Throws `ConfigError` when the key file or the root cannot be used. Calls nothing yet. */
export async function googleClient(options: GoogleClientOptions): Promise<GoogleClient> {
  const { rootUrl, timeoutMs = TIMEOUT } = options;
  if (rootUrl !== undefined) requireSafeRoot(rootUrl);
  const key = typeof options.key === "string" ? await readKey(options.key) : options.key;
  requireUsable(key);
  // The library has the token's address in its code, so only a transport of our own can move it.
  const transporter = new gaxios.Gaxios({ timeout: timeoutMs });
  if (rootUrl !== undefined) {
    transporter.interceptors.request.add({
      resolved: async (request) => {
        if (request.url.href === TOKEN_URL) request.url = new URL("token", rootUrl);
        return request;
      },
    });
  }
  const { client_email: email, private_key } = key;
  const auth = new JWT({ email, key: private_key, scopes: SCOPES, transporter });
  const common = {
    auth,
    // POST is not retried anyway; a GET retried in secret would only spend quota.
    retry: false,
    timeout: timeoutMs,
    ...(rootUrl === undefined ? {} : { rootUrl }),
  };
  return {
    account: email,
    sheets: sheets({ version: "v4", ...common }),
    forms: forms({ version: "v1", ...common }),
    async signIn() {
      try {
        await auth.authorize();
      } catch (error) {
        throw remoteError(error, { what: "akun layanan", write: false, account: email });
      }
    },
    async call(make, { what, write = false }) {
      try {
        const { data, headers } = await make();
        return { data, serverDate: dateOf(headers) };
      } catch (error) {
        if (isStaleToken(error)) auth.setCredentials(EXPIRED);
        throw remoteError(error, { what, write, account: email });
      }
    },
  };
}

/** As the library itself starts: the next call asks for a token. */
const EXPIRED = { refresh_token: "jwt-placeholder", expiry_date: 1 };

const TOKEN_URL = "https://oauth2.googleapis.com/token";

function requireSafeRoot(rootUrl: string): void {
  const url = URL.parse(rootUrl);
  const loopback = url?.protocol === "http:" && LOOPBACK.has(url.hostname);
  if ((loopback || url?.protocol === "https:") && rootUrl.endsWith("/")) return;
  throw new ConfigError([
    `GOOGLE_API_ROOT_URL: ${rootUrl} tidak dapat dipakai; isi dengan alamat https:// atau http://127.0.0.1:PORT/ yang diakhiri garis miring.`,
  ]);
}

const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);

async function readKey(path: string): Promise<GoogleKey> {
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw keyProblem(`berkas ${path} tidak dapat dibaca (${codeOf(cause)})`);
  });
  const key = parsedKey(text);
  if (key) return key;
  throw keyProblem(`berkas ${path} bukan kunci akun layanan Google (JSON)`);
}

function parsedKey(text: string): GoogleKey | undefined {
  try {
    // Windows editors put a byte-order mark in front.
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    return isKey(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isKey(value: unknown): value is GoogleKey {
  if (typeof value !== "object" || value === null) return false;
  const { client_email, private_key } = value as Partial<Record<string, unknown>>;
  return typeof client_email === "string" && typeof private_key === "string";
}

function requireUsable({ private_key }: GoogleKey): void {
  try {
    createPrivateKey(private_key);
  } catch {
    throw keyProblem("private_key di dalamnya rusak");
  }
}

function keyProblem(what: string): ConfigError {
  return new ConfigError([
    `GOOGLE_APPLICATION_CREDENTIALS: ${what}; isi dengan jalur berkas kunci JSON yang diunduh dari Google Cloud.`,
  ]);
}

function codeOf(cause: unknown): string {
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  return typeof code === "string" ? code : "tidak diketahui";
}

function dateOf(headers: unknown): Instant | null {
  const at = hasGet(headers) ? Date.parse(headers.get("date") ?? "") : Number.NaN;
  return Number.isNaN(at) ? null : at;
}

/** The library's Headers are of its own class, not the global one. */
function hasGet(headers: unknown): headers is Pick<Headers, "get"> {
  return typeof headers === "object" && headers !== null && "get" in headers;
}
