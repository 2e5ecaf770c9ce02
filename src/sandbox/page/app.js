import { ask, element } from "./api.js";
import { showClock, startClock } from "./clock.js";
import { showSheet, startSheet } from "./sheet.js";
import { showMailboxes, startMailboxes } from "./mailboxes.js";
import { showWorker, startWorker } from "./worker.js";
import { startWriting } from "./write.js";

const SHOW = {
  sheet: showSheet,
  mail: showMailboxes,
  form: () => {},
  clock: () => Promise.all([showClock(), ...(element("worker").hidden ? [] : [showWorker()])]),
  worker: showWorker,
};

const state = await ask("/state");
startNavigation();
startSheet();
startMailboxes(state.people);
startWriting(state);
startClock();
startWorker();
for (const show of Object.values(SHOW)) void show();
follow();

function startNavigation() {
  const buttons = [...document.querySelectorAll("nav button")];
  for (const button of buttons) {
    button.addEventListener("click", () => openView(button.dataset.view));
  }
  window.addEventListener("open-view", ({ detail }) => openView(detail));
}

function openView(view) {
  for (const button of document.querySelectorAll("nav button")) {
    button.setAttribute("aria-selected", String(button.dataset.view === view));
  }
  for (const section of document.querySelectorAll("main section")) {
    section.hidden = section.id !== view;
  }
  if (view === "worker") void showWorker();
}

/** Server-sent events say what has changed; each part then asks for itself, one question at a time. */
function follow() {
  const events = new EventSource("/api/events");
  for (const [change, show] of Object.entries(SHOW)) {
    events.addEventListener(change, inTurn(show));
  }
  events.addEventListener("error", () => {
    element("worker-state").textContent = "kantor contoh tidak berjalan";
    element("worker-state").className = "state away";
  });
}

/** Never two of the same at once; what came in between is asked once more. */
function inTurn(show) {
  let asking = false;
  let again = false;
  const run = async () => {
    asking = true;
    while (again) {
      again = false;
      await show();
    }
    asking = false;
  };
  return () => {
    again = true;
    if (!asking) void run();
  };
}
