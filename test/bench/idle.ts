import { readFileSync } from "node:fs";
import { join } from "node:path";

import { buildPack } from "../../src/pack/build.ts";
import { forgetPack } from "../../src/pack/fresh.mjs";
import { startSandbox } from "../../src/sandbox/start.ts";
import type { Sandbox } from "../../src/sandbox/start.ts";
import { percentile } from "./table.ts";
import type { Row } from "./table.ts";

const ROOT = join(import.meta.dirname, "../..");
const MONDAY_MORNING = Date.UTC(2026, 10, 23, 1);
/** USER_HZ of every Linux there is. */
const TICKS_A_SECOND = 100;

/** A whole office with nothing to do: what a beat costs in Google calls, CPU and memory. */
export async function benchIdle({ short }: { short: boolean }): Promise<Row[]> {
  const beats = short ? 10 : 60;
  const office = await startSandbox({ start: MONDAY_MORNING, rate: 0, port: 0 });
  try {
    const { pid } = office.worker.status();
    if (pid === null) throw new Error("The worker does not run");
    await office.clock.beat();
    // As after an install or an edit, and as at every later start: a worker packs itself meanwhile.
    forgetPack(ROOT);
    const fromSources = await starts(office);
    await buildPack(ROOT);
    const packed = await starts(office);

    const again = office.worker.status().pid ?? pid;
    for (let beat = 0; beat < 5; beat += 1) await office.clock.beat();
    const calls = office.google.requests.length;
    const before = cpuMilliseconds(again);
    for (let beat = 0; beat < beats; beat += 1) await office.clock.beat();
    const cpu = (cpuMilliseconds(again) - before) / beats;
    const perBeat = (office.google.requests.length - calls) / beats;
    const resident = residentMegabytes(again);
    return [
      { what: "Google calls a beat", value: perBeat, unit: "" },
      { what: "CPU a beat", value: cpu, unit: "ms", goal: "60 ms" },
      { what: "resident", value: resident, unit: "MB", goal: "150 MB" },
      {
        what: "start to the end of the first pass, median",
        value: percentile(packed, 0.5),
        unit: "ms",
        goal: "700 ms",
      },
      { what: "  the slowest of 5", value: Math.max(...packed), unit: "ms" },
      { what: "  from its sources, median", value: percentile(fromSources, 0.5), unit: "ms" },
    ];
  } finally {
    await office.close();
  }
}

/** Five starts after one that fills the compile cache. */
async function starts(office: Sandbox): Promise<number[]> {
  const taken: number[] = [];
  for (let nth = 0; nth < 6; nth += 1) taken.push(await restart(office));
  return taken.slice(1);
}

/** Milliseconds from a worker's start until it has done every pass once. */
async function restart(office: Sandbox): Promise<number> {
  await office.worker.stop();
  const began = performance.now();
  office.worker.start();
  await office.clock.beat();
  return performance.now() - began;
}

function cpuMilliseconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /su, "")
    .split(" ");
  // Fields 14 and 15 of proc(5); the first two were cut off with the name.
  const ticks = Number(fields[11]) + Number(fields[12]);
  return (ticks / TICKS_A_SECOND) * 1000;
}

function residentMegabytes(pid: number): number {
  const line = /^VmRSS:\s+(\d+) kB/mu.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  return Number(line?.[1]) / 1024;
}
