import { expect, test } from "vitest";

import { openOffice } from "./office.ts";
import { askToken, rawCall, tokenFor } from "./raw.ts";
import type { Claims } from "./raw.ts";

const NOW = Math.floor(Date.now() / 1000);

test("a signed assertion becomes a bearer token for an hour", async () => {
  const { google } = await openOffice();
  const { status, body } = await askToken(google);
  expect(status).toBe(200);
  expect(body).toMatchObject({ expires_in: 3599, token_type: "Bearer" });
});

const refused: { name: string; claims: Partial<Claims>; description: RegExp }[] = [
  {
    name: "an hour ago",
    claims: { iat: NOW - 8_000, exp: NOW - 4_400 },
    description: /Check your iat and exp/,
  },
  {
    name: "ahead of time",
    claims: { iat: NOW + 900, exp: NOW + 4_500 },
    description: /Check your iat and exp/,
  },
  { name: "for more than an hour", claims: { exp: NOW + 7_200 }, description: /short-lived token/ },
  { name: "of another account", claims: { iss: "x@y.example" }, description: /account not found/ },
  {
    name: "for another audience",
    claims: { aud: "http://127.0.0.1/token" },
    description: /audience/,
  },
];

test.each(refused)("an assertion $name is an invalid grant", async ({ claims, description }) => {
  const { google } = await openOffice();
  const { status, body } = await askToken(google, claims);
  expect(status).toBe(400);
  expect(body).toMatchObject({
    error: "invalid_grant",
    error_description: expect.stringMatching(description),
  });
});

test("without a token, with a wrong one and with an expired one the answer is 401", async () => {
  const { google } = await openOffice();
  const path = `v4/spreadsheets/${google.spreadsheetId}`;
  const token = await tokenFor(google);
  expect((await rawCall(google, path, { token })).status).toBe(200);
  google.expireTokens();
  const answers = await Promise.all([
    rawCall(google, path),
    rawCall(google, path, { token: "ya29.wrong" }),
    rawCall(google, path, { token }),
  ]);
  expect(answers.map(({ body }) => body.error?.status)).toEqual(
    Array.from({ length: 3 }, () => "UNAUTHENTICATED"),
  );
});

test("a POST that only reads refuses a readonly scope, the GET takes it", async () => {
  const { google } = await openOffice();
  const readonly = "https://www.googleapis.com/auth/spreadsheets.readonly";
  const token = await tokenFor(google, readonly);
  const path = `v4/spreadsheets/${google.spreadsheetId}`;

  const post = await rawCall(google, `${path}:getByDataFilter`, { token, body: {} });

  expect((await rawCall(google, path, { token })).status).toBe(200);
  expect(post.status).toBe(403);
  expect(JSON.stringify(post.body)).toContain("ACCESS_TOKEN_SCOPE_INSUFFICIENT");
});

test("answers carry the office's date and Google's headers", async () => {
  const { google } = await openOffice();
  const token = await tokenFor(google);
  const { headers } = await rawCall(google, `v4/spreadsheets/${google.spreadsheetId}`, { token });
  expect(headers.get("date")).toBe("Tue, 24 Nov 2026 03:20:00 GMT");
  expect(headers.get("content-type")).toBe("application/json; charset=UTF-8");
  expect(headers.get("cache-control")).toBe("private");
  expect(headers.get("content-length")).toBeNull();
  expect(headers.get("etag")).toBeNull();
});
