import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, expect, test } from "vitest";

import { WorkerProcess } from "../../src/sandbox/worker-process.ts";

let folder: string;
let worker: WorkerProcess;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "aduan-worker-"));
});
afterEach(async () => {
  await worker.stop("SIGKILL");
  await rm(folder, { recursive: true, force: true });
});

test("a command runs to its end with the given environment alone", async () => {
  worker = await aWorker(
    "console.log(process.argv[2], process.env.KANTOR, process.env.HOME ?? 'tanpa rumah', process.cwd()); process.exitCode = 3;",
  );
  expect(await worker.run("setup")).toBe(3);
  expect(worker.tail()).toEqual([`setup contoh tanpa rumah ${folder}`]);
});

test("a worker is asked to finish and finishes in its own time", async () => {
  worker = await aWorker(
    "process.once('SIGTERM', () => { console.log('selesai'); process.exit(0); }); console.log('jalan'); setInterval(() => {}, 1000);",
  );
  worker.start();
  worker.start();
  await line("jalan");
  expect(worker.status()).toMatchObject({ running: true, starts: 1, ended: "" });
  await worker.stop();
  expect(worker.tail()).toContain("selesai");
  expect(worker.status()).toMatchObject({ running: false, ended: "berakhir dengan kode 0" });
});

test("a worker that is killed says so, and can be started again", async () => {
  worker = await aWorker("console.log('jalan'); setInterval(() => {}, 1000);");
  worker.start();
  await line("jalan");
  await worker.stop("SIGKILL");
  expect(worker.status()).toMatchObject({ running: false, ended: "dihentikan oleh SIGKILL" });
  worker.start();
  expect(worker.status()).toMatchObject({ running: true, starts: 2 });
});

async function aWorker(program: string): Promise<WorkerProcess> {
  const main = join(folder, "pekerja.mjs");
  await writeFile(main, program);
  return new WorkerProcess({ env: { KANTOR: "contoh" }, folder, main });
}

function line(wanted: string): Promise<void> {
  return new Promise((resolve) => {
    const stop = worker.onChange(() => {
      if (!worker.tail().includes(wanted)) return;
      stop();
      resolve();
    });
  });
}
