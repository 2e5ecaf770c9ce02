import { ask, attempt, element, longTime } from "./api.js";

let status = { now: 0, rate: 1, goingTo: null };
let heardAt = 0;

export function startClock() {
  for (const button of document.querySelectorAll("[data-jump]")) {
    button.addEventListener("click", () => jump(JSON.parse(button.dataset.jump)));
  }
  element("stop-clock").addEventListener("click", () =>
    attempt(() => ask("/clock", { method: "DELETE" })),
  );
  element("jump-form").addEventListener("submit", (event) => {
    event.preventDefault();
    jump({ to: `${event.target.elements.to.value}:00+07:00` });
  });
  setInterval(draw, 500);
}

export async function showClock() {
  status = await ask("/clock");
  heardAt = performance.now();
  draw();
}

function jump(target) {
  return attempt(() => ask("/clock", { method: "POST", body: target }));
}

function draw() {
  const now = status.now + status.rate * (performance.now() - heardAt);
  element("now").textContent = longTime(now);
  element("big-now").textContent = longTime(now);
  const going = element("going");
  going.hidden = status.goingTo === null;
  going.textContent =
    status.goingTo === null ? "" : `Berjalan sampai ${longTime(status.goingTo)} …`;
  for (const button of document.querySelectorAll("[data-jump], #jump-form button")) {
    button.disabled = status.goingTo !== null;
  }
  element("stop-clock").disabled = status.goingTo === null;
}
