import { expect, test } from "vitest";

import { aMailDesk, MAILBOX, written, type MailDesk } from "./support/mail-desk.ts";

const OPERATOR = "operator@kominfo.example";
const HELPDESK_IN_CAPITALS = "HELPDESK@Kominfo.Example";

/** Another desk answers each letter of ours with one of its own, until nothing comes any more. */
async function exchange(
  desk: MailDesk,
  first: string,
  answer: (nth: number, letter: string) => string,
): Promise<number> {
  await desk.arrive(first);
  let seen = 0;
  for (let minute = 0; minute < 60; minute += 1) {
    const theirs = desk.taken.filter(({ to }) => to.address.endsWith("@isp.example"));
    const fresh = theirs.slice(seen);
    seen = theirs.length;
    await desk.arrive(...fresh.map(({ rendered }, at) => answer(seen + at, rendered.text)));
  }
  return seen;
}

const FIRST = written("ISP <layanan+0@isp.example>", "Pemeliharaan", "Kabel di Dawe putus.");

test("a ticket system that quotes our receipts is written to once (B109)", async () => {
  const desk = await aMailDesk();
  const letters = await exchange(desk, FIRST, (nth) =>
    written(
      `layanan+${nth}@isp.example`,
      `[Tiket#88${nth}] Permintaan Anda kami terima`,
      "Tiket Anda telah kami terima.\n\n> [JKD-2026-0001] Aduan diterima\n> Aduan kami catat",
    ),
  );
  expect(letters).toBe(1);
  expect(await desk.aside()).toHaveLength(1);
});

test("one that shows nothing of ours, under a new address each time, is written to once too", async () => {
  const desk = await aMailDesk();
  const letters = await exchange(desk, FIRST, (nth) =>
    written(
      `layanan+${nth}@isp.example`,
      `[Ticket #99${nth}] Request`,
      "Your request has been received. We will come back to you.",
    ),
  );
  expect(letters).toBe(1);
  const second = await desk.ticket("JKD-2026-0002");
  expect(Object.values(second.notes).join(" ")).toContain("sistem tiket lain");
  expect(second.runs[0]).toMatchObject({ step: 2, outcome: "not-owed" });
});

test("one that nothing gives away is stopped by the limits, and the operator is told once", async () => {
  const desk = await aMailDesk();
  const letters = await exchange(desk, FIRST, (nth) =>
    written(`layanan+${nth}@isp.example`, `Info ${nth}`, `Halo, ada kabar ${nth}.`),
  );
  expect(letters).toBe(6);
  expect(desk.keeper.tickets.size).toBe(7);
  expect(desk.lettersTo(OPERATOR)).toEqual(["alarm"]);
  expect(desk.taken.length).toBeLessThan(15);
});

test("a fixed address outside the directory is answered twice an hour at most", async () => {
  const desk = await aMailDesk();
  const letters = await exchange(desk, FIRST, (nth) =>
    written("layanan@isp.example", `Info ${nth}`, `Halo, ada kabar ${nth}.`),
  );
  expect(letters).toBeLessThanOrEqual(3);
});

test("our own address in To, Cc and From becomes no recipient and no ticket (B020, B029)", async () => {
  const desk = await aMailDesk();
  await desk.arrive(
    written(`Penyedia <${HELPDESK_IN_CAPITALS}>`, "Kuota", "Kuota surat 80 %."),
    written(MAILBOX, "[JKD-2026-0042] Aduan diterima", "x", ["Auto-Submitted: auto-replied"]),
    written("kec.bae@kuduskab.example", "Internet mati", "Mati.", [
      `Cc: Helpdesk TIK <${HELPDESK_IN_CAPITALS}>, kabid@diskominfo.example`,
    ]),
  );
  expect(desk.keeper.tickets.size).toBe(1);
  expect(await desk.ticket("JKD-2026-0001")).toMatchObject({
    fields: { email: "kec.bae@kuduskab.example" },
    participants: ["kec.bae@kuduskab.example"],
  });
  expect(desk.taken.map(({ to }) => to.address)).toEqual(["kec.bae@kuduskab.example"]);
});

test("an empty return path is logged with its clock and told to staff, and not answered (B068)", async () => {
  const desk = await aMailDesk();
  await desk.arrive(
    written("disnaker@kuduskab.example", "WiFi mati", "Mati.", ["Return-Path: <>"]),
    written("disnaker@kuduskab.example", "Printer", "Tidak mencetak."),
  );
  const silent = await desk.ticket("JKD-2026-0001");
  expect(silent.runs.map(({ step, outcome }) => [step, outcome])).toEqual([
    [2, "not-owed"],
    [3, null],
  ]);
  expect(Object.values(silent.notes).join(" ")).toContain("Return-Path");
  expect(desk.lettersTo("disnaker@kuduskab.example")).toEqual(["acknowledgement"]);
});

test("Exchange's suppression header decides nothing (B089)", async () => {
  const desk = await aMailDesk();
  await desk.arrive(
    written("inspektorat@kuduskab.example", "Tidak bisa membuka aplikasi", "error 502", [
      "X-Auto-Response-Suppress: DR, OOF, AutoReply",
    ]),
  );
  expect(desk.lettersTo("inspektorat@kuduskab.example")).toEqual(["acknowledgement"]);
});
