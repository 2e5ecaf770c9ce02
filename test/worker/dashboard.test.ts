import { expect, test } from "vitest";
import { MINUTE } from "../../src/desk/time.ts";
import { at, exampleTicket } from "../../src/letters/examples-office.ts";
import { dashboardDue } from "../../src/worker/dashboard.ts";
import { aKeeper } from "./support/a-keeper.ts";

test("Dasbor is due at once, then at most every quarter of an hour, also after a restart", async () => {
  const office = await aKeeper(at(25, 9, 0));
  const { clock } = office;
  expect(await dashboardDue(office.keeper)).not.toBeNull();
  await office.keeper.commit({ state: { dashboard: clock.now } });
  clock.now += 15 * MINUTE - 1;
  await office.restart();
  expect(await dashboardDue(office.keeper)).toBeNull();
  clock.now += 1;
  expect(await dashboardDue(office.keeper)).not.toBeNull();
});

test("it counts the running month and what is open, as they stand now", async () => {
  const office = await aKeeper(at(25, 9, 0));
  await office.put(
    exampleTicket({}, { number: "JKD-2026-0001" }),
    exampleTicket({ reportedAt: at(3, 9, 0, 6) }, { number: "JKD-2026-0002", phase: "closed" }),
  );
  const dashboard = await dashboardDue(office.keeper);
  expect(dashboard?.digest.openCount).toBe(1);
  expect(dashboard?.recap.month).toBe("2026-11");
  expect(dashboard?.recap.head.cameIn).toBe(1);
  expect(dashboard?.recap.before).toHaveLength(5);
  expect(dashboard?.recap.before[0]).toMatchObject({ month: "2026-06", cameIn: 1 });
});
