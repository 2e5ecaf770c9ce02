import { createVerify, generateKeyPairSync, randomBytes } from "node:crypto";

import { isObject } from "./input.ts";
import { Refusal } from "./refusal.ts";

/** The JSON file that Google hands out for a service account. */
export interface ServiceAccountKey {
  type: "service_account";
  project_id: string;
  private_key_id: string;
  private_key: string;
  client_email: string;
  client_id: string;
  auth_uri: string;
  token_uri: string;
}

export interface SignIn {
  account: string;
  key(): ServiceAccountKey;
  /** The token endpoint's answer to a form body. */
  token(form: URLSearchParams): { status: number; body: unknown };
  /** Throws 401 or 403 when the bearer may not call a method with these scopes. */
  authorise(authorization: string | undefined, scopes: readonly string[]): void;
  /** From now on every token given out so far is refused. */
  expireTokens(): void;
  /** Whether the key's assertions are answered as those of a machine whose clock is wrong. */
  refuseKey(refused: boolean): void;
}

/** Tokens are checked against the machine's clock, as the library that asks for them uses it. */
export function createSignIn(machineNow: () => number = Date.now): SignIn {
  const account = "aduan@sandbox-aduan.iam.gserviceaccount.example";
  const pair = keyPair();
  const tokens = new Map<string, { scopes: string[]; expires: number }>();
  let isRefused = false;

  return {
    account,
    key: () => ({
      type: "service_account",
      project_id: "sandbox-aduan",
      private_key_id: "sandbox-key-1",
      private_key: pair.privateKey,
      client_email: account,
      client_id: "100000000000000000001",
      auth_uri: "https://accounts.google.com/o/oauth2/auth",
      token_uri: TOKEN_URL,
    }),
    token(form) {
      const claims = readJwt(form, pair.publicKey);
      const problem = isRefused
        ? WRONG_CLOCK
        : typeof claims === "string"
          ? claims
          : wrongClaim(claims, account, machineNow());
      if (problem !== null || typeof claims === "string") {
        return { status: 400, body: { error: "invalid_grant", error_description: problem } };
      }
      const token = `ya29.sandbox-${randomBytes(24).toString("base64url")}`;
      const scopes = claims.scope
        .split(" ")
        .map((scope) => scope.slice(scope.lastIndexOf("/") + 1));
      tokens.set(token, { scopes, expires: machineNow() + LIFETIME * 1000 });
      return {
        status: 200,
        body: { access_token: token, expires_in: LIFETIME, token_type: "Bearer" },
      };
    },
    authorise(authorization, scopes) {
      const token = tokens.get(/^Bearer (.+)$/.exec(authorization ?? "")?.[1] ?? "");
      if (!token || token.expires <= machineNow()) throw unauthenticated();
      if (!scopes.some((scope) => token.scopes.includes(scope))) throw insufficientScope();
    },
    expireTokens: () => tokens.clear(),
    refuseKey(refused) {
      isRefused = refused;
    },
  };
}

/** Made once a process: a key takes longer than all else that starts here. */
let madePair: { publicKey: string; privateKey: string } | undefined;

function keyPair() {
  madePair ??= generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  return madePair;
}

const TOKEN_URL = "https://oauth2.googleapis.com/token";
const LIFETIME = 3599;
const GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";

interface Claims {
  iss: string;
  scope: string;
  aud: string;
  iat: number;
  exp: number;
}

/** The claims of the assertion, or what is wrong with it. */
function readJwt(form: URLSearchParams, publicKey: string): Claims | string {
  if (form.get("grant_type") !== GRANT) return "Invalid grant_type.";
  const [head = "", body = "", signature = ""] = (form.get("assertion") ?? "").split(".");
  const verify = createVerify("RSA-SHA256").update(`${head}.${body}`);
  if (!verify.verify(publicKey, Buffer.from(signature, "base64url"))) {
    return "Invalid JWT Signature.";
  }
  const header = decoded(head);
  const claims = decoded(body);
  if (!isObject(header) || header["alg"] !== "RS256") return "Invalid JWT: only RS256 is accepted.";
  return isClaims(claims) ? claims : "Invalid JWT: claims are missing.";
}

function decoded(part: string): unknown {
  return JSON.parse(Buffer.from(part, "base64url").toString());
}

function isClaims(value: unknown): value is Claims {
  if (!isObject(value)) return false;
  const texts = [value["iss"], value["scope"], value["aud"]].every((it) => typeof it === "string");
  return texts && typeof value["iat"] === "number" && typeof value["exp"] === "number";
}

function wrongClaim(claims: Claims, account: string, now: number): string | null {
  const seconds = now / 1000;
  const { iss, aud, iat, exp } = claims;
  if (iss !== account) return "Invalid grant: account not found";
  if (aud !== TOKEN_URL) return "Invalid JWT: Failed audience check.";
  const inTime = iat <= seconds + SLACK && exp > seconds - SLACK && exp - iat <= 3600 && exp > iat;
  return inTime && iat > seconds - 3600 - SLACK ? null : WRONG_CLOCK;
}

const SLACK = 300;
const WRONG_CLOCK =
  "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim.";

function unauthenticated(): Refusal {
  return new Refusal(
    401,
    "UNAUTHENTICATED",
    "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.",
  );
}

function insufficientScope(): Refusal {
  const details = [
    {
      "@type": "type.googleapis.com/google.rpc.ErrorInfo",
      reason: "ACCESS_TOKEN_SCOPE_INSUFFICIENT",
      domain: "googleapis.com",
    },
  ];
  const message = "Request had insufficient authentication scopes.";
  return new Refusal(403, "PERMISSION_DENIED", message, details);
}
