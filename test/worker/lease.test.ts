import { fork } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { AlreadyRunningError, lockFolder } from "../../src/worker/lease.ts";

const ME = { pid: 41, host: "meja-bantuan", startedAt: Date.UTC(2026, 10, 23, 1) };

describe("the lock on DATA_DIR", () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "aduan-lock-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test("tells the second who holds it (B037)", () => {
    const lock = lockFolder(folder, ME);
    expect(() => lockFolder(folder, { ...ME, pid: 42 })).toThrow(
      /pid 41, host meja-bantuan, mulai 2026-11-23T01:00:00/u,
    );
    lock.release();
  });

  test("leaves the first undisturbed by the second's try (B037)", () => {
    const lock = lockFolder(folder, ME);
    expect(() => lockFolder(folder, ME)).toThrow(AlreadyRunningError);
    expect(() => lockFolder(folder, ME)).toThrow(AlreadyRunningError);
    lock.release();
  });

  test("is free again after release, and leaves no note", () => {
    lockFolder(folder, ME).release();
    expect(existsSync(join(folder, "lock.txt"))).toBe(false);
    lockFolder(folder, ME).release();
  });

  test("is free again after its process was killed, without cleaning up (B037)", async () => {
    const holder = fork(join(import.meta.dirname, "lock-holder.ts"), [folder]);
    await once(holder, "message");
    expect(() => lockFolder(folder, ME)).toThrow(`pid ${holder.pid}`);
    const ended = once(holder, "exit");
    holder.kill("SIGKILL");
    await ended;
    lockFolder(folder, ME).release();
  });
});
