import { expect, test } from "vitest";
import { RemoteError } from "../../src/errors.ts";
import { at, exampleOffice } from "../../src/letters/examples-office.ts";
import { deliver } from "../../src/worker/deliver.ts";
import { planDigests } from "../../src/worker/digests.ts";
import { aKeeper } from "./support/a-keeper.ts";

/** What the SMTP adapter answers to 552 5.3.4 after the dot, and to SIZE before it. */
class TooBig extends RemoteError {
  readonly tooBig = true;
}

async function recapDay() {
  const quietDays = { ...exampleOffice().policy, digestAt: 17 * 60 };
  const office = await aKeeper(at(1, 8, 0, 12), { ...exampleOffice(), policy: quietDays });
  await office.keeper.commit({ state: { recap: "2026-10" } });
  await planDigests(office.keeper);
  return office;
}

const refusal = () => new TooBig("552 5.3.4 message size exceeds limit", { kind: "rejected" });

test("a recap that is too big for the server goes once more without its files and says so (B106)", async () => {
  const office = await recapDay();
  office.refusal = ({ files }) => (files.length > 0 ? refusal() : undefined);
  await deliver(office.keeper);
  await deliver(office.keeper);
  const missing = ["rekap.xlsx (terlalu besar bagi server surat)"];
  expect(office.taken.map((mail) => [mail.to.address, mail.files.length, mail.missing])).toEqual([
    ["kabid@kominfo.example", 0, missing],
    ["kasi@kominfo.example", 0, missing],
  ]);
});

test("one that is refused without its files too has failed for good, and the operator hears of it", async () => {
  const office = await recapDay();
  office.refusal = ({ to }) => (to.address.startsWith("ka") ? refusal() : undefined);
  await deliver(office.keeper);
  const failed = await office.journal.lettersIn(["failed"]);
  expect(failed.map(({ kind, attempts }) => [kind, attempts])).toEqual([
    ["recap", 1],
    ["recap", 1],
  ]);
  await deliver(office.keeper);
  expect(office.taken.map(({ to }) => to.address)).toEqual([
    "operator@kominfo.example",
    "operator@kominfo.example",
  ]);
});
