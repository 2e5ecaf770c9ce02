import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, expect, test } from "vitest";

import { poisonGuard } from "../../src/commands/poison-mail.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "aduan-poison-"));
});

afterEach(() => rm(folder, { recursive: true }));

/** A process over the folder, and how it breaks down. */
function started() {
  const listeners: (() => void)[] = [];
  const guard = poisonGuard(folder, (listener) => void listeners.push(listener));
  return { guard, crash: () => listeners.forEach((listener) => listener()) };
}

test("the mail in hand at a breakdown is refused at the next start, no other", async () => {
  const { guard, crash } = started();
  expect(await guard("INBOX/1/6", async () => "baik")).toBe("baik");
  await guard("INBOX/1/7", async () => crash());
  const next = started();
  await expect(next.guard("INBOX/1/7", async () => "lagi")).rejects.toThrow("broke the program");
  expect(await next.guard("INBOX/1/6", async () => "baik")).toBe("baik");
});

test("a breakdown while no mail is read accuses none", async () => {
  const { guard, crash } = started();
  await expect(guard("INBOX/1/7", () => Promise.reject(new Error("gagal")))).rejects.toThrow(
    "gagal",
  );
  crash();
  expect(await started().guard("INBOX/1/7", async () => "baik")).toBe("baik");
});
