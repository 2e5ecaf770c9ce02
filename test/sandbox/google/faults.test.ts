import { expect, test } from "vitest";

import type { Fault } from "../../../src/sandbox/google/faults.ts";
import type { RemoteErrorKind } from "../../../src/errors.ts";
import { openOffice, texts, withLog } from "./office.ts";
import type { Office } from "./office.ts";

const cases: {
  fault: Fault;
  read: RemoteErrorKind;
  write: RemoteErrorKind;
  /** Was the write done all the same? */
  done: boolean;
}[] = [
  {
    fault: { kind: "unavailable", when: "before" },
    read: "temporary",
    write: "uncertain",
    done: false,
  },
  {
    fault: { kind: "unavailable", when: "after" },
    read: "temporary",
    write: "uncertain",
    done: true,
  },
  {
    fault: { kind: "internal", when: "before" },
    read: "temporary",
    write: "uncertain",
    done: false,
  },
  { fault: { kind: "reset", when: "before" }, read: "temporary", write: "uncertain", done: false },
  { fault: { kind: "reset", when: "after" }, read: "temporary", write: "uncertain", done: true },
  { fault: { kind: "bad-gateway" }, read: "temporary", write: "uncertain", done: false },
  { fault: { kind: "quota" }, read: "temporary", write: "temporary", done: false },
  { fault: { kind: "disabled" }, read: "misconfigured", write: "misconfigured", done: false },
  { fault: { kind: "not-found" }, read: "misconfigured", write: "misconfigured", done: false },
  { fault: { kind: "denied" }, read: "misconfigured", write: "misconfigured", done: false },
];

test.each(cases)(
  "after $fault.kind ($fault.when) the client knows what may have happened",
  async (one) => {
    const office = await openOffice();
    await withLog(office);
    office.google.faults.add({ ...one.fault, times: 2 });

    await expect(office.get("properties.title")).rejects.toMatchObject({ kind: one.read });
    await expect(append(office)).rejects.toMatchObject({ kind: one.write });

    expect(texts(office).length > 1).toBe(one.done);
    await expect(office.get("properties.title")).resolves.toMatchObject({});
  },
);

test("silence is given up after the client's time", async () => {
  const office = await openOffice({ timeoutMs: 150 });
  await withLog(office);
  office.google.faults.add({ kind: "hang", times: 2 });
  await expect(office.get("properties.title")).rejects.toMatchObject({ kind: "temporary" });
  await expect(append(office)).rejects.toMatchObject({ kind: "uncertain" });
  expect(office.google.requests.slice(-2).map(({ status }) => status)).toEqual([0, 0]);
});

test("a slow answer still comes", async () => {
  const office = await openOffice();
  office.google.faults.add({ kind: "slow", ms: 20 });
  await expect(office.get("properties.title")).resolves.toMatchObject({});
});

test("a fault waits for the method that it is meant for", async () => {
  const office = await openOffice();
  office.google.faults.add({ kind: "unavailable", when: "before", for: "batchUpdate" });
  await office.get("properties.title");
  await expect(withLog(office)).rejects.toMatchObject({ kind: "uncertain" });
  expect(office.google.faults.waiting()).toBe(0);
});

test("a failed call is never made again by the client itself", async () => {
  const office = await openOffice();
  await office.get("properties.title");
  const before = office.google.requests.length;
  office.google.faults.add({ kind: "unavailable", when: "before", times: 5 });
  await expect(office.get("properties.title")).rejects.toMatchObject({ kind: "temporary" });
  const { spreadsheetId } = office.google;
  const get = office.client.call(() => office.client.sheets.spreadsheets.get({ spreadsheetId }), {
    what: "lembar kerja",
  });
  await expect(get).rejects.toMatchObject({ kind: "temporary" });
  expect(office.google.requests.length - before).toBe(2);
});

test("the quota is counted by the office's minute, reads and writes apart, failures too", async () => {
  const office = await openOffice();
  await withLog(office);
  for (let call = 0; call < 59; call += 1) await office.get("properties.title");
  office.google.share(false);
  await expect(office.get("properties.title")).rejects.toMatchObject({ kind: "misconfigured" });
  office.google.share(true);

  await expect(office.get("properties.title")).rejects.toMatchObject({
    kind: "temporary",
    message:
      "Quota exceeded for quota metric 'Read requests' and limit 'Read requests per minute per user' of service 'sheets.googleapis.com' for consumer 'project_number:100000000001'.",
  });
  await append(office);
  office.clock.now += 60_000;
  await expect(office.get("properties.title")).resolves.toMatchObject({});
});

test("a person's edit can fall between a read and the write that follows it", async () => {
  const office = await openOffice();
  await withLog(office, ["a"]);
  const seen: string[] = [];
  office.google.betweenReadAndWrite = ({ id }) => {
    seen.push(id);
    office.google.people.insertRows(10, 1, 1, "Budi");
  };
  await append(office);
  await office.get("properties.title");
  await append(office);
  await append(office);
  expect(seen).toEqual(["sheets.spreadsheets.batchUpdate"]);
  expect(texts(office).map((row) => row[0] ?? "")).toEqual(["Nomor", "", "a", "b", "b", "b"]);
});

async function append(office: Office): Promise<void> {
  const rows = [{ values: [{ userEnteredValue: { stringValue: "b" } }] }];
  await office.batch({ appendCells: { sheetId: 10, rows, fields: "userEnteredValue" } });
}
