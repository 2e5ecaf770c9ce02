import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, expect, test } from "vitest";

import { ConfigError } from "../../src/errors.ts";
import { googleClient } from "../../src/google/client.ts";
import type { GoogleClientOptions } from "../../src/google/client.ts";
import { startGoogle } from "../../src/sandbox/google/server.ts";
import type { Google } from "../../src/sandbox/google/server.ts";

const ABOUT = { what: "lembar kerja" };

async function open(): Promise<Google> {
  const google = await startGoogle({ now: () => Date.parse("2026-11-24T03:20:00Z") });
  running.push(google);
  return google;
}

async function get(google: Google, options: Partial<GoogleClientOptions> = {}) {
  const client = await googleClient({ key: google.keyFile(), rootUrl: google.rootUrl, ...options });
  const { spreadsheetId } = google;
  return client.call(() => client.sheets.spreadsheets.get({ spreadsheetId }), ABOUT);
}

test("a call gives the data and Google's own time", async () => {
  const google = await open();
  const { data, serverDate } = await get(google);
  expect(data.spreadsheetId).toBe(google.spreadsheetId);
  expect(serverDate).toBe(Date.parse("2026-11-24T03:20:00Z"));
});

test("the token is asked for once, at the root that was given", async () => {
  const google = await open();
  const client = await googleClient({ key: google.keyFile(), rootUrl: google.rootUrl });
  const { spreadsheetId } = google;
  const read = () => client.sheets.spreadsheets.get({ spreadsheetId });
  await client.call(read, ABOUT);
  await client.call(read, ABOUT);
  await client.call(() => client.forms.forms.get({ formId: google.form.id }), { what: "formulir" });
  expect(google.requests.map(({ id }) => id)).toEqual([
    "token",
    "sheets.spreadsheets.get",
    "sheets.spreadsheets.get",
    "forms.forms.get",
  ]);
});

test("a key that Google refuses names the clock, the likely fault on an office server (B058)", async () => {
  const google = await open();
  const key = { ...google.keyFile(), client_email: "lain@proyek.example" };
  await expect(get(google, { key })).rejects.toMatchObject({
    kind: "misconfigured",
    remedy: expect.stringContaining("jam komputer ini mungkin salah"),
  });
});

test("a broken private key is refused before any call, and is not shown", async () => {
  const google = await open();
  const key = { client_email: google.account, private_key: "bukan-kunci-rahasia" };
  const failure = await get(google, { key }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ConfigError);
  expect(String(failure)).not.toContain("bukan-kunci-rahasia");
  expect(google.requests).toEqual([]);
});

test("a token that Google no longer takes is dropped, and the next call signs in afresh", async () => {
  const google = await open();
  const client = await googleClient({ key: google.keyFile(), rootUrl: google.rootUrl });
  const { spreadsheetId } = google;
  const read = () => client.call(() => client.sheets.spreadsheets.get({ spreadsheetId }), ABOUT);
  await read();
  google.expireTokens();
  await expect(read()).rejects.toMatchObject({ kind: "temporary" });
  await expect(read()).resolves.toMatchObject({});
  expect(google.requests.filter(({ id }) => id === "token")).toHaveLength(2);
});

test("a token endpoint in trouble is temporary, also for a write", async () => {
  const google = await open();
  google.faults.add({ kind: "bad-gateway", for: "token", times: 9 });
  const client = await googleClient({ key: google.keyFile(), rootUrl: google.rootUrl });
  const { spreadsheetId } = google;
  const requestBody = { requests: [{ addSheet: {} }] };
  const write = client.call(
    () => client.sheets.spreadsheets.batchUpdate({ spreadsheetId, requestBody }),
    { ...ABOUT, write: true },
  );
  await expect(write).rejects.toMatchObject({
    kind: "temporary",
    message: "Google menjawab dengan halaman HTML, bukan data",
  });
});

test("a port where nobody listens is temporary: nothing was sent", async () => {
  const google = await open();
  await google.close();
  const client = await googleClient({ key: google.keyFile(), rootUrl: google.rootUrl });
  const { spreadsheetId } = google;
  const write = client.call(() => client.sheets.spreadsheets.batchUpdate({ spreadsheetId }), {
    ...ABOUT,
    write: true,
  });
  await expect(write).rejects.toMatchObject({ kind: "temporary" });
});

const remedies = [
  {
    name: "not shared",
    fault: "denied",
    remedy: "Bagikan lembar kerja kepada ACCOUNT sebagai Editor.",
  },
  {
    name: "a wrong id",
    fault: "not-found",
    remedy: "Periksa juga SPREADSHEET_ID: lembar kerja dengan ID itu mungkin sudah dihapus",
  },
  { name: "the API switched off", fault: "disabled", remedy: "Aktifkan Google Sheets API" },
] as const;

test.each(remedies)("$name comes with its remedy (B058)", async ({ fault, remedy }) => {
  const google = await open();
  google.faults.add({ kind: fault, for: "spreadsheets" });
  await expect(get(google)).rejects.toMatchObject({
    kind: "misconfigured",
    remedy: expect.stringContaining(remedy.replace("ACCOUNT", google.account)),
  });
});

test("a request that Google finds wrong is rejected", async () => {
  const google = await open();
  const client = await googleClient({ key: google.keyFile(), rootUrl: google.rootUrl });
  const { spreadsheetId } = google;
  const read = client.call(
    () => client.sheets.spreadsheets.get({ spreadsheetId, fields: "rows" }),
    ABOUT,
  );
  await expect(read).rejects.toMatchObject({ kind: "rejected" });
});

const roots: { root: string; accepted: boolean }[] = [
  { root: "http://127.0.0.1:9/", accepted: true },
  { root: "http://localhost:9/", accepted: true },
  { root: "https://proxy.kuduskab.example/", accepted: true },
  { root: "http://10.0.0.7:9/", accepted: false },
  { root: "http://127.0.0.1:9", accepted: false },
  { root: "ftp://127.0.0.1/", accepted: false },
  { root: "", accepted: false },
];

test.each(roots)("the root $root is accepted: $accepted", async ({ root, accepted }) => {
  const google = await open();
  const outcome = await googleClient({ key: google.keyFile(), rootUrl: root }).catch(
    (error: unknown) => error,
  );
  expect(outcome instanceof ConfigError).toBe(!accepted);
});

test("the key is read from its file, a byte-order mark before it included", async () => {
  const google = await open();
  const folder = await mkdtemp(join(tmpdir(), "aduan-key-"));
  folders.push(folder);
  const path = join(folder, "kunci.json");
  await writeFile(path, `\uFEFF${JSON.stringify(google.keyFile())}`);
  await expect(get(google, { key: path })).resolves.toMatchObject({});

  await writeFile(path, "{}");
  await expect(get(google, { key: path })).rejects.toThrow("bukan kunci akun layanan Google");
  await expect(get(google, { key: join(folder, "tiada.json") })).rejects.toThrow(
    "tidak dapat dibaca (ENOENT)",
  );
});

const running: Google[] = [];
const folders: string[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((google) => google.close()));
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
});
