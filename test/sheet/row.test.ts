import { expect, test } from "vitest";

import type { Instant } from "../../src/desk/time.ts";
import { toSerial } from "../../src/sheet/serials.ts";
import { workerCells } from "../../src/sheet/row.ts";
import { wib } from "../desk/clock-builders.ts";
import { DeskLife } from "../desk/support/desk-life.ts";
import { aMail } from "../desk/support/messages.ts";
import { ASSIGNED } from "../desk/support/office.ts";

function mailedAt(time: string) {
  const life = new DeskLife(time);
  const number = life.mail(aMail) ?? "";
  const cellsAt = (now: Instant) => workerCells(life.ticket(number), life.office, now);
  return { life, number, cellsAt };
}

test("at the due instant a row is not yet Terlambat, one second later it is (B119)", () => {
  const { life, cellsAt } = mailedAt("2026-11-24 09.00");
  life.until("2026-11-24 09.10");
  expect(cellsAt(wib("2026-11-24 09.10"))).toMatchObject({
    due: toSerial(wib("2026-11-24 09.30"), "Asia/Jakarta"),
    timeState: "Tepat waktu",
  });
  life.until("2026-11-24 09.29");
  expect(cellsAt(wib("2026-11-24 09.30"))["timeState"]).toBe("Mendekati batas");
  expect(cellsAt(wib("2026-11-24 09.30.01"))["timeState"]).toBe("Terlambat");
});

test("a row says that it waits for the reporter, and then has no deadline (B080)", () => {
  const { life, number, cellsAt } = mailedAt("2026-11-24 09.00");
  life.type(number, { status: "Menunggu Info" }).until("2026-11-24 09.20");
  expect(cellsAt(life.now)).toMatchObject({ timeState: "Menunggu pelapor", due: "" });
});

test("out of hours a row in time says so, and one that is late stays late", () => {
  const { life, cellsAt } = mailedAt("2026-11-24 15.50");
  life.until("2026-11-24 16.10");
  expect(cellsAt(life.now)["timeState"]).toBe("Di luar jam");
  life.until("2026-11-25 16.10");
  expect(cellsAt(life.now)["timeState"]).toBe("Terlambat");
});

test("a request has no deadline, and a closed ticket is Selesai however late it was", () => {
  const request = mailedAt("2026-11-24 09.00");
  request.life.type(request.number, { kind: "Permintaan" }).until("2026-11-24 09.10");
  expect(request.cellsAt(request.life.now)).toMatchObject({ timeState: "Tanpa batas", due: "" });

  const { life, number, cellsAt } = mailedAt("2026-11-24 09.00");
  life.type(number, ASSIGNED).until("2026-11-24 11.00");
  expect(cellsAt(life.now)["timeState"]).toBe("Terlambat");
  life.type(number, { status: "Selesai", result: "Kabel diganti" }).until("2026-11-24 11.10");
  expect(cellsAt(life.now)).toMatchObject({ timeState: "Selesai", due: "" });
});
