import { expect, test } from "vitest";

import { statusLines } from "../../src/commands/status.ts";
import { openJournal } from "../../src/journal/sqlite.ts";
import type { Health } from "../../src/worker/pulse.ts";
import { MONDAY, aLetter, aTicket, anEvent } from "../journal/builders.ts";

const ZONE = { zone: "Asia/Jakarta" };

test("statusLines() tells success, failure, what waits, and letters to look at", async () => {
  const journal = await openJournal(":memory:");
  const health: Health = {
    mail: { lastGoodAt: MONDAY, failingSince: null, problem: "" },
    sheet: { lastGoodAt: MONDAY, failingSince: MONDAY + 60_000, problem: "Google tidak menjawab." },
  };
  const letters = [
    aLetter({ key: "A-1/report", reasons: ["a"] }),
    aLetter({ key: "A-2/report", reasons: ["b"], state: "unsure", detail: "terputus" }),
    aLetter({ key: "A-3/report", reasons: ["c"], state: "failed", detail: "alamat tidak ada" }),
  ];
  await journal.commit(
    { tickets: [aTicket()], events: [anEvent("A-1", 1)], newLetters: letters, state: { health } },
    await journal.lease(),
  );
  const lines = await statusLines(journal, ZONE);
  await journal.close();
  expect(lines).toEqual([
    expect.stringMatching(/^Kotak surat: berhasil, .*08\.00/u),
    "Formulir: belum pernah dijalankan",
    expect.stringMatching(
      /^Lembar kerja: GAGAL sejak .*08\.01.* – Google tidak menjawab\. .*08\.00/u,
    ),
    "Pengiriman surat: belum pernah dijalankan",
    "Aduan terbuka: 1",
    "Surat menunggu dikirim: 1",
    "Riwayat belum tertulis di lembar kerja: 1",
    "Surat tidak pasti terkirim: 1",
    "  A-2/report – terputus",
    "Surat dianggap terkirim: 0",
    "Surat gagal: 1",
    "  A-3/report – alamat tidak ada",
  ]);
});

test("statusLines() tells what waits for accept", async () => {
  const journal = await openJournal(":memory:");
  const brake = { reason: "6 dari 6 aduan terbuka hilang.", since: MONDAY };
  const held = aLetter({ state: "held", awaits: "accept" });
  await journal.commit({ newLetters: [held], state: { brake } }, await journal.lease());
  const lines = await statusLines(journal, ZONE);
  await journal.close();
  expect(lines).toContain(
    "Log aduan DITAHAN sejak 23 November 2026 pukul 08.00 WIB: 6 dari 6 aduan terbuka hilang.",
  );
  expect(lines).toContain("Surat ditahan karena perubahan besar: 1 (jalankan accept)");
});
