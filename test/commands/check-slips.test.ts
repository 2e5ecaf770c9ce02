import { once } from "node:events";
import { createServer } from "node:net";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { startSandbox } from "../../src/sandbox/start.ts";
import type { Sandbox } from "../../src/sandbox/start.ts";

const MONDAY_MORNING = Date.UTC(2026, 10, 23, 1);

describe("check, after the usual slips of an installation", { timeout: 60_000 }, () => {
  let office: Sandbox;

  beforeAll(async () => {
    office = await startSandbox({ start: MONDAY_MORNING, rate: 0, port: 0 });
    await office.clock.beat();
    await office.worker.stop();
  }, 60_000);
  afterAll(() => office.close());

  async function check(changed: Record<string, string> = {}) {
    const before = office.worker.tail().length;
    const code = await office.worker.run("check", changed);
    const lines = office.worker.tail().slice(before);
    return { code, lines, failed: lines.filter((line) => line.startsWith("GAGAL")) };
  }

  test("a wrong password is named for the mailbox and for the mail server, and the rest is tried", async () => {
    const password = "bukan-kata-sandinya";
    const { code, lines, failed } = await check({
      IMAP_PASSWORD: password,
      SMTP_PASSWORD: password,
    });
    expect(failed.map((line) => line.split(":")[0])).toEqual(["GAGAL  IMAP", "GAGAL  SMTP"]);
    expect(failed[0]).toContain("IMAP_PASSWORD");
    expect(failed[1]).toContain("SMTP_PASSWORD");
    expect(lines.at(-1)).toMatch(/^baik {3}Kalender/u);
    expect(lines.join()).not.toContain(password);
    expect(code).toBe(1);
  });

  test("a closed port is told with the host and the port", async () => {
    const closed = String(await closedPort());
    const { code, failed } = await check({ IMAP_PORT: closed, SMTP_PORT: closed });
    expect(failed.map((line) => line.split(":")[0])).toEqual(["GAGAL  IMAP", "GAGAL  SMTP"]);
    for (const line of failed) expect(line).toContain(closed);
    expect(code).toBe(1);
  });

  test("a form's public link is refused before anything is tried", async () => {
    const link = "https://docs.google.com/forms/d/e/1FAIpQLSexample0123456789/viewform";
    const { code, lines } = await check({ FORM_ID: link });
    expect(lines.join("\n")).toMatch(/FORM_ID.*(?:edit|sunting)/su);
    expect(code).toBe(2);
  });

  test("a form that is gone, or not shared, says what to do", async () => {
    const { code, failed } = await check({ FORM_ID: "1FormulirYangSudahDihapus0123456789" });
    expect(failed).toHaveLength(1);
    expect(failed[0]).toMatch(/^GAGAL {2}Formulir: .*FORM_ID/u);
    expect(code).toBe(1);
  });

  test("a spreadsheet that is not there says so, with the variable to look at", async () => {
    const { code, failed } = await check({ SPREADSHEET_ID: "1LembarKerjaYangTidakAda0123456789" });
    expect(failed).toHaveLength(1);
    expect(failed[0]).toMatch(/^GAGAL {2}Lembar kerja: .*SPREADSHEET_ID/u);
    expect(code).toBe(1);
  });

  test("the machine's clock beside Google's", async () => {
    // The office's Monday is not today: the machine's clock is wrong by more than an hour.
    const { lines } = await check({ CLOCK_URL: "" });
    expect(lines.join("\n")).toMatch(/! {2}Lembar kerja: jam komputer ini \d+ menit lebih/u);
  });

  test("no section head, and a tab that was deleted", async () => {
    const people = office.google.people;
    const places = Array.from({ length: 20 }, (_, at) => ({
      tab: "Petugas",
      row: at + 1,
      column: "Peran",
    }));
    const head = places.find((place) => people.shown(place) === "Kepala Seksi");
    if (!head) throw new Error("No section head in the example office");
    people.setCell(head, "Petugas", "admin@kominfo.example");
    const headless = await check();
    expect(headless.code).toBe(0);
    expect(headless.lines.join("\n")).toMatch(/! {2}Lembar kerja: .*Kepala Seksi/u);

    people.deleteTab("Petugas", "admin@kominfo.example");
    const { code, failed } = await check();
    expect(failed[0]).toMatch(/^GAGAL {2}Lembar kerja: .*Petugas.*npm run setup/u);
    expect(code).toBe(1);
  });
});

async function closedPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port");
  server.close();
  await once(server, "close");
  return address.port;
}
