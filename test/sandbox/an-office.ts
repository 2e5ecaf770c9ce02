import { SandboxClock } from "../../src/sandbox/clock.ts";
import { HELPDESK } from "../../src/sandbox/example-office.ts";
import { newTab } from "../../src/sandbox/google/book.ts";
import { startGoogle } from "../../src/sandbox/google/server.ts";
import { startMail } from "../../src/sandbox/mail/server.ts";
import { createOffice } from "../../src/sandbox/office.ts";
import { Correspondence } from "../../src/sandbox/office/correspondence.ts";
import { openForm } from "../../src/sandbox/office/form-desk.ts";
import { WorkerProcess } from "../../src/sandbox/worker-process.ts";

export const START = Date.parse("2026-11-24T08:00:00+07:00");
export const LOG_TAB = 7;

/** The office's HTTP interface over real servers, with a small log and no worker. */
export async function anOffice() {
  const clock = new SandboxClock({ start: START, rate: 0, patience: 2_000 });
  const now = () => clock.now();
  const helpdesk = { address: HELPDESK.address, password: "rahasia" };
  const [mail, google] = await Promise.all([startMail({ now, helpdesk }), startGoogle({ now })]);
  google.store.change("setup", (book) => {
    book.tabs = [newTab(LOG_TAB, "Log Aduan", 20, 5), newTab(8, "Riwayat", 5, 3)];
  });
  const rows = [
    ["No. Aduan", "OPD/Desa", "Uraian Aduan"],
    ["JKD-2026-0001", "RSUD", "Jaringan IGD mati"],
    ["JKD-2026-0002", "Disdag", "Aplikasi lambat"],
  ];
  for (const [row, texts] of rows.entries()) {
    for (const [column, text] of texts.entries()) {
      google.people.setCell({ tab: LOG_TAB, row, column }, text, "Sri Lestari");
    }
  }
  const form = openForm(google.form);
  const worker = new WorkerProcess({ env: {}, folder: ".", main: "worker-that-is-not-started" });
  const correspondence = new Correspondence(mail, now);
  const app = createOffice({
    clock,
    mail,
    google,
    form,
    worker,
    correspondence,
    logFolder: "nowhere",
  });

  async function ask(method: string, path: string, body?: unknown) {
    const response = await app.request(path, {
      method,
      headers: { host: "127.0.0.1", "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer: unknown = response.status === 204 ? null : await response.json();
    return { status: response.status, answer };
  }

  return {
    app,
    ask,
    clock,
    mail,
    google,
    form,
    correspondence,
    /** The log's texts, row by row, headers first. */
    log: () =>
      google
        .snapshot()
        .tabs.find(({ id }) => id === LOG_TAB)
        ?.rows.map(({ cells }) => cells.map((cell) => cell?.text ?? ""))
        .filter((texts) => texts.some((text) => text !== "")) ?? [],
    close: async () => {
      clock.close();
      await Promise.all([mail.close(), google.close()]);
    },
  };
}
