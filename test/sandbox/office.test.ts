import { afterEach, beforeEach, expect, test } from "vitest";

import { anOffice, LOG_TAB, START } from "./an-office.ts";

let office: Awaited<ReturnType<typeof anOffice>>;
beforeEach(async () => {
  office = await anOffice();
});
afterEach(() => office.close());

const LOG = `/api/tabs/${LOG_TAB}`;
const RSUD = ["JKD-2026-0001", "RSUD", "Jaringan IGD mati"];
const DISDAG = ["JKD-2026-0002", "Disdag", "Aplikasi lambat"];
const HEADERS = ["No. Aduan", "OPD/Desa", "Uraian Aduan"];

const edits: { name: string; method?: string; path: string; body: unknown; want: string[][] }[] = [
  {
    name: "types into a cell",
    method: "PUT",
    path: "/cells",
    body: { row: 1, column: 1, text: "Dinas Kesehatan" },
    want: [HEADERS, ["JKD-2026-0001", "Dinas Kesehatan", "Jaringan IGD mati"], DISDAG],
  },
  {
    name: "renames a column by typing over its header",
    method: "PUT",
    path: "/cells",
    body: { row: 0, column: 1, text: "Unit" },
    want: [["No. Aduan", "Unit", "Uraian Aduan"], RSUD, DISDAG],
  },
  {
    name: "sorts below the header",
    path: "/sort",
    body: { column: 1, ascending: true },
    want: [HEADERS, DISDAG, RSUD],
  },
  {
    name: "deletes a row",
    path: "/rows",
    body: { action: "delete", at: 1 },
    want: [HEADERS, DISDAG],
  },
  {
    name: "copies a row",
    path: "/rows",
    body: { action: "copy", at: 1, to: 2 },
    want: [HEADERS, RSUD, RSUD, DISDAG],
  },
  {
    name: "moves a row",
    path: "/rows",
    body: { action: "move", at: 1, to: 3 },
    want: [HEADERS, DISDAG, RSUD],
  },
  {
    name: "inserts a column",
    path: "/columns",
    body: { action: "insert", at: 1 },
    want: [HEADERS, RSUD, DISDAG].map(([first = "", ...rest]) => [first, "", ...rest]),
  },
  {
    name: "moves a column",
    path: "/columns",
    body: { action: "move", at: 2, to: 0 },
    want: [HEADERS, RSUD, DISDAG].map(([one = "", two = "", three = ""]) => [three, one, two]),
  },
];
for (const { name, method = "POST", path, body, want } of edits) {
  test(`a person ${name}`, async () => {
    expect(await office.ask(method, LOG + path, body)).toMatchObject({ status: 200 });
    expect(office.log()).toEqual(want);
  });
}

test("an edit is taken back once, and a tab is renamed", async () => {
  await office.ask("PUT", `${LOG}/cells`, { row: 1, column: 2, text: "" });
  expect(office.log()[1]).toEqual(["JKD-2026-0001", "RSUD"]);
  await office.ask("POST", "/api/undo", {});
  expect(office.log()[1]).toEqual(RSUD);
  await office.ask("PUT", `${LOG}/title`, { title: "Log 2026" });
  expect((await office.ask("GET", "/api/tabs")).answer).toMatchObject([
    { id: LOG_TAB, title: "Log 2026" },
    { title: "Riwayat" },
  ]);
});

test("a colour rule shows where its text stands", async () => {
  office.google.store.change("setup", (book) => {
    const range = { sheetId: LOG_TAB, startRowIndex: 1, startColumnIndex: 1, endColumnIndex: 2 };
    const condition = { type: "TEXT_EQ", values: [{ userEnteredValue: "RSUD" }] };
    const format = { backgroundColor: { red: 1, green: 0.8 } };
    book.tabs[0]?.rules.push({ ranges: [range], booleanRule: { condition, format } });
  });
  const { answer } = await office.ask("GET", LOG);
  expect(answer).toHaveProperty("rows[1].cells[1].background", "rgb(255 204 0)");
  expect(answer).not.toHaveProperty("rows[2].cells[1].background");
});

const refusals: { name: string; method?: string; path: string; body: unknown; want: string }[] = [
  {
    name: "a cell outside",
    method: "PUT",
    path: `${LOG}/cells`,
    body: { row: 20, column: 0, text: "x" },
    want: "Sel itu di luar lembar",
  },
  {
    name: "a tab that is not there",
    path: "/api/tabs/99/sort",
    body: { column: 0, ascending: true },
    want: "Tab itu tidak ada",
  },
  {
    name: "a title that is taken",
    method: "PUT",
    path: `${LOG}/title`,
    body: { title: "riwayat" },
    want: "Sudah ada tab bernama riwayat",
  },
  {
    name: "rows beyond the last",
    path: `${LOG}/rows`,
    body: { action: "delete", at: 19, count: 2 },
    want: "Di luar lembar",
  },
  {
    name: "a mail from no address",
    path: "/api/mail",
    body: { from: { address: "siapa" }, text: "Halo" },
    want: "from.address: bukan alamat email",
  },
  {
    name: "an answer to no letter",
    path: "/api/mail",
    body: {
      from: { address: "a@b.example" },
      text: "Ya",
      answers: { address: "a@b.example", index: 0 },
    },
    want: "Surat itu tidak ada",
  },
  {
    name: "a form without what it needs",
    path: "/api/form/responses",
    body: { answers: { "Nama pelapor": "Ada", "OPD/Desa": "Dinas Ajaib" } },
    want: '"Dinas Ajaib" bukan pilihan untuk "OPD/Desa"; "Nomor HP/WA" wajib diisi; "Lokasi gangguan" wajib diisi; "Jenis gangguan" wajib diisi; "Uraian" wajib diisi; "Apakah pelayanan masyarakat terhenti?" wajib diisi',
  },
  {
    name: "a jump backwards",
    path: "/api/clock",
    body: { to: "2026-11-24T07:00:00+07:00" },
    want: "Jam hanya dapat dimajukan",
  },
  {
    name: "an unknown deed to the worker",
    path: "/api/worker",
    body: { action: "dance" },
    want: 'action: isi "start", "stop", atau "kill"',
  },
];
for (const { name, method = "POST", path, body, want } of refusals) {
  test(`${name} is refused in words`, async () => {
    const { status, answer } = await office.ask(method, path, body);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(answer).toEqual({ error: want });
  });
}

test("whoever comes under a foreign name, or with a plain form, is turned away", async () => {
  const foreign = { headers: { host: "kantor.example" } };
  expect((await office.app.request("/api/state", foreign)).status).toBe(403);
  const plain = { method: "POST", headers: { host: "localhost" }, body: "{}" };
  expect((await office.app.request("/api/undo-all", plain)).status).toBe(404);
  expect((await office.app.request("/api/clock", plain)).status).toBe(400);
});

test("the page and its parts are served, and nothing above them", async () => {
  expect(await (await get("/index.html")).text()).toContain("Kantor contoh");
  expect((await get("/app.js")).headers.get("content-type")).toContain("javascript");
  expect((await get("/..%2foffice.ts")).status).toBe(404);
});

test("a response is given and edited under the same id", async () => {
  const answers = {
    "Nama pelapor": "Rina",
    "OPD/Desa": "Dinas Kesehatan",
    "Nomor HP/WA": "0812-0000-0199",
    "Lokasi gangguan": "Aula",
    "Jenis gangguan": "WiFi",
    Uraian: "WiFi hilang",
    "Apakah pelayanan masyarakat terhenti?": "Tidak",
  };
  const { answer } = await office.ask("POST", "/api/form/responses", { answers });
  const { id } = office.form.responses()[0] ?? {};
  expect(answer).toEqual({ id });
  await office.ask("PUT", `/api/form/responses/${id}`, { answers: { Uraian: "WiFi lambat" } });
  expect((await office.ask("GET", "/api/form/responses")).answer).toMatchObject([
    { id, createdAt: START, answers: { ...answers, Uraian: "WiFi lambat" } },
  ]);
});

test("a mail reaches the helpdesk's mailbox with the picture it names", async () => {
  const from = { name: "Rina", address: "umum@dinkes.kuduskab.example" };
  const mail = { from, subject: "Mati", text: "Internet mati", pictures: ["foto.png"] };
  expect(await office.ask("POST", "/api/mail", mail)).toMatchObject({ status: 201 });
  const [stored] = office.mail.store.folder("INBOX").messages;
  expect(String(stored?.raw)).toContain("foto.png");
  expect((await office.ask("GET", "/api/mail")).answer).toMatchObject([{ from, subject: "Mati" }]);
});

test("the worker asks for the time and reports its beats", async () => {
  expect((await office.ask("GET", "/clock/next?after=0")).answer).toEqual({
    seq: 1,
    now: START,
    rate: 0,
    beat: false,
  });
  await office.ask("POST", "/api/clock", { minutes: 1 });
  const { answer } = await office.ask("GET", "/clock/next?after=1");
  expect(answer).toEqual({ seq: 2, now: START + 60_000, rate: 0, beat: true });
  expect((await office.ask("POST", "/clock/done", { seq: 2, ok: true })).status).toBe(204);
  expect((await office.ask("GET", "/api/clock")).answer).toMatchObject({ beats: 1, failed: 0 });
});

function get(path: string) {
  return office.app.request(path, { headers: { host: "127.0.0.1" } });
}
