/** Asks the office; throws an Error with the office's own words when it says no. */
export async function ask(path, { method = "GET", body } = {}) {
  const response = await fetch(`/api${path}`, {
    method,
    headers: body === undefined ? {} : { "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

/** Starts something; shows the office's answer when it fails. */
export function attempt(work, done = "") {
  void trying(work, done);
}

/** The same, for those who go on afterwards. */
export async function trying(work, done = "") {
  try {
    await work();
    say(done);
  } catch (error) {
    say(error.message);
  }
}

let fading;

export function say(message) {
  clearTimeout(fading);
  element("message").textContent = message;
  if (message) fading = setTimeout(() => say(""), 8000);
}

export function element(id) {
  return document.getElementById(id);
}

/** A new element with a class, properties and children. */
export function make(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

const SHORT = new Intl.DateTimeFormat("id-ID", {
  dateStyle: "medium",
  timeStyle: "short",
  timeZone: "Asia/Jakarta",
});
const LONG = new Intl.DateTimeFormat("id-ID", {
  dateStyle: "full",
  timeStyle: "medium",
  timeZone: "Asia/Jakarta",
});

export function shortTime(instant) {
  return SHORT.format(instant);
}

export function longTime(instant) {
  return `${LONG.format(instant)} WIB`;
}
