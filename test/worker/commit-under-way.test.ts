import { expect, test } from "vitest";

import { at, exampleOffice, exampleRun, exampleTicket } from "../../src/letters/examples-office.ts";
import { alarm } from "../../src/worker/alarm.ts";
import { deliver } from "../../src/worker/deliver.ts";
import { aKeeper } from "./support/a-keeper.ts";

test("a letter is never judged by the ticket before it, while both are on their way to the disk", async () => {
  const office = await aKeeper(at(24, 10, 0), exampleOffice());
  const { keeper, journal } = office;
  await keeper.commit({ state: { "sheet-read": at(24, 10, 0) } });
  // Other rules than those of its run: its deadline moves, and Budi is told.
  const run = exampleRun({
    step: 5,
    startedAt: at(24, 9, 0),
    dueAt: at(24, 11, 0),
    policy: "lain",
  });
  await office.put(exampleTicket({ priority: "Sedang", visit: "Perlu" }, { runs: [run] }));

  const written = Promise.withResolvers<void>();
  const disk = Promise.withResolvers<void>();
  keeper.ports.journal = {
    ...journal,
    async commit(batch, lease) {
      await journal.commit(batch, lease);
      written.resolve();
      await disk.promise;
    },
  };
  const recorded = keeper.record([{ type: "tick" }]);
  await written.promise;
  const [planned] = await journal.lettersIn(["planned"]);
  const delivered = deliver(keeper);
  // Whatever can go on without the disk has done so by then.
  await new Promise((resolve) => setImmediate(resolve));
  disk.resolve();
  await Promise.all([recorded, delivered]);

  expect(planned?.kind).toBe("deadline-moved");
  expect(await journal.lettersIn(["withdrawn"])).toEqual([]);
  expect(office.taken.map(({ rendered }) => rendered.subject)).toEqual([planned?.key]);
});

test("of two alarms at once the digest will tell both", async () => {
  const { keeper, journal } = await aKeeper(at(24, 10, 0), exampleOffice());
  await Promise.all(["satu", "dua"].map((name) => alarm(keeper, name, `Gangguan ${name}`, [])));
  const troubles = await journal.state<{ name: string }[]>("troubles");
  expect(troubles?.map(({ name }) => name)).toEqual(["satu", "dua"]);
});
