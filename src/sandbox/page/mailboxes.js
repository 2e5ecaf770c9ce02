import { ask, attempt, element, longTime, make, shortTime } from "./api.js";
import { answerLetter } from "./write.js";

let names = new Map();
let box = null;
let letter = null;
const read = new Set();

export function startMailboxes(people) {
  names = new Map(
    people.map(({ name, address, role }) => [address, role ? `${name} (${role})` : name]),
  );
}

export async function showMailboxes() {
  const boxes = await ask("/mailboxes");
  const total = boxes.reduce((sum, { letters }) => sum + letters, 0);
  element("unread").textContent = total > read.size ? String(total - read.size) : "";
  element("people").replaceChildren(
    ...boxes
      .toSorted((a, b) => b.lastAt - a.lastAt)
      .map(({ address, letters }) =>
        entry(address === box, () => openBox(address), [
          make("span", { className: "count", textContent: letters }),
          names.get(address) ?? address,
          make("small", { textContent: address }),
        ]),
      ),
  );
  if (box) await showLetters();
}

async function openBox(address) {
  box = address;
  letter = null;
  await showMailboxes();
}

async function showLetters() {
  const letters = await ask(`/mailboxes/${encodeURIComponent(box)}`);
  element("letters").replaceChildren(
    ...letters.toReversed().map(({ index, at, subject, attachments }) =>
      entry(index === letter, () => openLetter(index), [
        make(read.has(`${box} ${index}`) ? "span" : "strong", { textContent: subject }),
        make("small", {
          textContent: `${shortTime(at)}${attachments ? ` · ${attachments} lampiran` : ""}`,
        }),
      ]),
    ),
  );
}

function openLetter(index) {
  letter = index;
  read.add(`${box} ${index}`);
  return attempt(async () => {
    const address = box;
    const found = await ask(`/mailboxes/${encodeURIComponent(address)}/${index}`);
    drawLetter(found, { address, index });
    await showMailboxes();
  });
}

function drawLetter({ at, to, from, subject, text, html, attachments }, place) {
  const facts = [
    ["Dari", from],
    ["Kepada", `${names.get(to) ?? ""} ${to}`],
    ["Waktu", longTime(at)],
    ...attachments.map(({ name, size }) => ["Lampiran", `${name} (${size} bita)`]),
  ];
  const body = html
    ? make("iframe", { title: "Isi surat", srcdoc: html })
    : make("pre", { textContent: text });
  // No scripts, no forms, no links to the office: what came by mail stays inert.
  if (html) body.setAttribute("sandbox", "");
  const plain = make("pre", { textContent: text, hidden: true });
  element("letter").replaceChildren(
    make("h2", { textContent: subject }),
    make(
      "dl",
      {},
      ...facts.flatMap(([name, value]) => [
        make("dt", { textContent: name }),
        make("dd", { textContent: value }),
      ]),
    ),
    make(
      "div",
      { className: "buttons" },
      make("button", {
        textContent: "Balas",
        className: "primary",
        onclick: () => answerLetter({ ...place, name: names.get(to) ?? "", subject }),
      }),
      ...(html
        ? [
            make("button", {
              textContent: "Bentuk teks",
              onclick: () => {
                plain.hidden = !plain.hidden;
                body.hidden = !plain.hidden;
              },
            }),
          ]
        : []),
    ),
    body,
    ...(html ? [plain] : []),
  );
}

function entry(current, onclick, children) {
  const button = make("button", { onclick }, ...children);
  button.setAttribute("aria-current", String(current));
  return make("li", {}, button);
}
