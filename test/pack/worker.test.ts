import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { MINUTE } from "../../src/desk/time.ts";
import { buildPack } from "../../src/pack/build.ts";
import { freshPack } from "../../src/pack/fresh.mjs";
import { HELPDESK } from "../../src/sandbox/example-office.ts";
import { tableOf } from "../../src/sandbox/office/table.ts";
import { startSandbox } from "../../src/sandbox/start.ts";
import type { Sandbox } from "../../src/sandbox/start.ts";

const ROOT = join(import.meta.dirname, "../..");
const MONDAY_MORNING = Date.UTC(2026, 10, 23, 1);
const CLERK = { name: "Petugas RSUD", address: "it@rsud.kuduskab.example" };

/** What the pack holds in parts that are loaded late: the mail's parser, the mailer, the form's reader. */
describe("the worker from its pack", { timeout: 60_000 }, () => {
  let office: Sandbox;

  beforeAll(async () => {
    await buildPack(ROOT);
    office = await startSandbox({ start: MONDAY_MORNING, rate: 0, port: 0 });
    await office.clock.beat();
  }, 60_000);
  afterAll(() => office.close());

  test("takes in a mail with a picture, numbers it, shows it and answers it", async () => {
    expect(freshPack(ROOT)).toBeDefined();
    await office.correspondence.write({
      from: CLERK,
      subject: "Internet mati",
      text: "Internet di ruang IGD mati sejak pukul 07.00. Mohon segera dibantu.",
      pictures: ["modem.png"],
    });
    await office.clock.beat();
    await office.clock.advanceTo(office.clock.now() + 2 * MINUTE);
    const rows = tableOf(office.google, "Log Aduan").filter(({ cells }) => cells["Kode"] !== "");
    expect(rows.map(({ cells }) => cells["No. Aduan"])).toEqual(["JKD-2026-0001"]);
    const letters = office.mail.mailboxes.get(CLERK.address) ?? [];
    expect(letters.map(({ from, subject }) => [from.includes(HELPDESK.address), subject])).toEqual([
      [true, expect.stringContaining("JKD-2026-0001")],
    ]);
  });

  test("ends well when it is asked to, and knows everything at its next start", async () => {
    await office.worker.stop();
    expect(office.worker.status().ended).toBe("berakhir dengan kode 0");
    office.worker.start();
    await office.clock.beat();
    const code = await office.worker.run("status");
    expect(code).toBe(0);
    expect(office.mail.mailboxes.get(CLERK.address)).toHaveLength(1);
  });
});
