import { ask, attempt, element } from "./api.js";

export function startWorker() {
  for (const button of document.querySelectorAll("[data-worker]")) {
    button.addEventListener("click", () =>
      attempt(() => ask("/worker", { method: "POST", body: { action: button.dataset.worker } })),
    );
  }
}

export async function showWorker() {
  const [status, { console, file }] = await Promise.all([ask("/worker"), ask("/worker/log")]);
  const state = element("worker-state");
  const away = status.starts === 0 ? "pekerja belum berjalan" : `pekerja ${status.ended}`;
  state.textContent = status.running ? "pekerja berjalan" : away;
  state.className = status.running ? "state" : "state away";
  const log = element("worker-log");
  const atEnd = log.scrollTop + log.clientHeight >= log.scrollHeight - 20;
  log.textContent = [...console, "", ...file].join("\n");
  if (atEnd) log.scrollTop = log.scrollHeight;
}
