import { execFileSync } from "node:child_process";

import { describe, expect, test } from "vitest";

/** Zones of a rented server whose clocks change, and one without summer time (B031). */
const ZONES = ["Europe/London", "America/New_York", "Asia/Jayapura"];

function runIn(zone: string, args: string[]): string {
  return execFileSync(process.execPath, args, {
    env: { ...process.env, TZ: zone, NODE_OPTIONS: "" },
    encoding: "utf8",
  }).trim();
}

/** What the process's own clock shows when the program has ended, whatever it was asked for. */
const ON_EXIT = `data:text/javascript,process.on("exit", () => console.log(new Date(1790000000000).getHours()))`;

test.each(ZONES)("the program leaves the zone %s to the machine", (zone) => {
  const lines = runIn(zone, ["--import", ON_EXIT, "src/main.ts", "--help"]).split("\n");
  expect(lines.at(-1)).toBe("14");
});

/** Plays three hours of a worker's clock from each instant; a line of the minutes that had a beat. */
const THREE_HOURS = `
  import { mock } from "node:test";
  process.env.TZ = "UTC";
  const [cron, zone, ...starts] = process.argv.slice(1);
  const { followCron } = await import("./src/worker/run.ts");
  for (const start of starts) {
    mock.timers.enable({ apis: ["setTimeout", "Date"], now: Date.parse(start) });
    const beats = [];
    const beat = async () => void beats.push(new Date().toISOString().slice(11, 16));
    const stop = new AbortController();
    const ended = followCron({ cron, zone }, beat, stop.signal, { log: console });
    for (let second = 0; second < 3 * 3600; second++) {
      mock.timers.tick(1_000);
      await new Promise((resolve) => setImmediate(resolve));
    }
    stop.abort();
    await ended;
    mock.timers.reset();
    console.log(beats.join(" "));
  }
`;

function beats(machine: string, cron: string, office: string, ...starts: string[]): string[][] {
  const script = ["--input-type=module-typescript", "-e", THREE_HOURS, cron, office, ...starts];
  return runIn(machine, script)
    .split("\n")
    .map((line) => line.split(" "));
}

describe("the beat", () => {
  test.each([
    ["Europe/London", "Asia/Jakarta", "2026-10-24T23:30:20Z", "2027-03-28T00:00:20Z"],
    ["America/New_York", "Asia/Jakarta", "2026-11-01T04:30:20Z", "2027-03-14T05:30:20Z"],
    ["Europe/London", "Europe/London", "2026-10-24T23:30:20Z", "2027-03-28T00:00:20Z"],
  ])("comes every minute on a machine in %s for an office in %s", (zone, office, ...starts) => {
    for (const minutes of beats(zone, "* * * * *", office, ...starts)) {
      // One at the start, and one at each of the 180 full minutes that follow.
      expect(new Set(minutes).size).toBe(181);
      expect(minutes).toHaveLength(181);
    }
  });

  test("keeps hours that POLL_CRON names by the office's clock, wherever the machine stands", () => {
    const start = "2026-11-24T00:10:20Z";
    const [atSeven] = beats("America/New_York", "*/20 7 * * *", "Asia/Jakarta", start);
    expect(atSeven).toEqual(["00:10", "00:20", "00:40"]);
  });
});
