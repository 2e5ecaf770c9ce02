import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { MINUTE } from "../../src/desk/time.ts";
import { tableOf } from "../../src/sandbox/office/table.ts";
import { startSandbox } from "../../src/sandbox/start.ts";
import type { Sandbox } from "../../src/sandbox/start.ts";

const MONDAY_MORNING = Date.UTC(2026, 10, 23, 1);

describe("the commands beside a running worker", { timeout: 60_000 }, () => {
  let office: Sandbox;

  beforeAll(async () => {
    office = await startSandbox({ start: MONDAY_MORNING, rate: 0, port: 0 });
    await office.clock.beat();
  }, 60_000);
  afterAll(() => office.close());

  async function aduan(command: string): Promise<{ code: number; lines: string[] }> {
    const before = office.worker.tail().length;
    const code = await office.worker.run(command);
    return { code, lines: office.worker.tail().slice(before) };
  }

  test("check finds everything in order, a line each, in its order", async () => {
    const { code, lines } = await aduan("check");
    const names = lines.map((line) => /^(?:baik {3}|GAGAL {2}) *([^:]+):/u.exec(line)?.[1] ?? line);
    expect(names).toEqual([
      "Konfigurasi",
      "IMAP",
      "SMTP",
      "Token Google",
      "Lembar kerja",
      "Formulir",
      "Jurnal",
      "Kalender",
    ]);
    expect(code).toBe(0);
  });

  test("check says how to share a spreadsheet that is not, and goes on", async () => {
    office.google.share(false);
    const { code, lines } = await aduan("check");
    office.google.share(true);
    expect(code).toBe(1);
    expect(lines.find((line) => line.startsWith("GAGAL  Lembar kerja"))).toContain(
      office.google.account,
    );
    expect(lines.at(-1)).toMatch(/^baik {3}Kalender/u);
  });

  test("status tells that every source was well", async () => {
    const { code, lines } = await aduan("status");
    expect(code).toBe(0);
    expect(lines.filter((line) => / berhasil, 23 November 2026/u.test(line))).toHaveLength(4);
  });

  test("once refuses to run beside it, and says who runs (B037)", async () => {
    const { code, lines } = await aduan("once");
    expect(code).toBe(1);
    expect(lines.join(" ")).toContain(`pid ${office.worker.status().pid}`);
  });

  test("setup takes in new staff, and changes nothing the second time", async () => {
    await aduan("setup");
    const { code, lines } = await aduan("setup");
    expect(lines[0]).toBe("Lembar kerja sudah lengkap; tidak ada yang diubah.");
    expect(code).toBe(0);
  });

  test("accept lets a log that lost half its rows pass, once the operator says so", async () => {
    const { google, form, clock } = office;
    const units = form.questions().find(({ title }) => title === "OPD/Desa")?.choices ?? [];
    for (let nth = 0; nth < 8; nth++) {
      form.submit({
        "Nama pelapor": `Pelapor ${nth}`,
        "OPD/Desa": units[nth] ?? "",
        "Nomor HP/WA": `0812000000${nth}`,
        "Lokasi gangguan": `Ruang ${nth}`,
        "Jenis gangguan": "WiFi",
        Uraian: `Jaringan di ruang ${nth} terputus sejak pagi.`,
        "Apakah pelayanan masyarakat terhenti?": "Tidak",
      });
    }
    const minutes = (count: number) => clock.advanceTo(clock.now() + count * MINUTE);
    const rows = () => tableOf(google, "Log Aduan").filter(({ cells }) => cells["Kode"] !== "");
    await minutes(4);
    const before = rows().length;
    expect((await aduan("accept")).lines).toEqual(["Tidak ada yang menunggu persetujuan."]);

    google.people.deleteRows("Log Aduan", 1, 7, "Sri Lestari");
    await minutes(3);
    expect(rows()).toHaveLength(before - 7);
    const { code, lines } = await aduan("accept");
    expect(lines.at(-1)).toContain("Diterima.");
    expect(code).toBe(0);
    await minutes(4);
    expect(rows()).toHaveLength(before);
  });

  test("SIGTERM ends the worker well, and once can run then", async () => {
    await office.worker.stop();
    expect(office.worker.status().ended).toBe("berakhir dengan kode 0");
    expect(await aduan("once")).toEqual({ code: 0, lines: ["Semua tahap berhasil."] });
  });
});
