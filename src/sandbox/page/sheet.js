import { ask, attempt, element, make, trying } from "./api.js";
import { drawGrid } from "./grid.js";

let tabs = [];
let tab = null;
let view = null;
let selected = null;
let editing = false;

export function startSheet() {
  for (const button of document.querySelectorAll("[data-tool]")) {
    button.addEventListener("click", () => attempt(() => use(button.dataset.tool)));
  }
  element("grid").addEventListener("keydown", (event) => {
    if (editing || !selected) return;
    if (event.key === "Delete") attempt(() => write(selected.row, selected.column, ""));
    else if (event.key === "Enter") edit(selected);
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) edit(selected, event.key);
    else return;
    event.preventDefault();
  });
}

export async function showSheet() {
  tabs = await ask("/tabs");
  tab = tabs.some(({ id }) => id === tab) ? tab : firstTab();
  element("sheet-tabs").replaceChildren(...tabs.filter(({ hidden }) => !hidden).map(tabButton));
  if (tab === null) return;
  view = await ask(`/tabs/${tab}`);
  // What somebody is typing is never taken away; the grid follows when they are done.
  if (!editing) draw();
}

function firstTab() {
  const visible = tabs.filter(({ hidden }) => !hidden);
  return (visible.find(({ title }) => title === "Log Aduan") ?? visible[0])?.id ?? null;
}

function tabButton({ id, title }) {
  const button = make("button", {
    textContent: title,
    onclick: () => {
      tab = id;
      selected = null;
      return showSheet();
    },
  });
  button.setAttribute("aria-pressed", String(id === tab));
  return button;
}

function draw() {
  drawGrid(element("grid"), view, selected, select);
  const names = view.rows[headerRow()]?.cells ?? [];
  element("cell-name").textContent = selected
    ? `Baris ${selected.row + 1}, ${names[selected.column]?.text || "kolom tanpa judul"}`
    : "Pilih sebuah sel";
}

function headerRow() {
  return Math.max(0, view.frozenRows - 1);
}

function select(place) {
  const again = selected?.row === place.row && selected?.column === place.column;
  selected = place;
  if (again) edit(place);
  else draw();
}

function edit({ row, column }, typed) {
  const cell = view.rows[row]?.cells[column];
  const td = element("grid").querySelector(`td[data-row="${row}"][data-column="${column}"]`);
  if (!td || editing) return;
  editing = true;
  const choices = cell?.choices ?? [];
  const field = choices.length
    ? make("select", {}, ...["", ...choices].map((choice) => new Option(choice, choice)))
    : make("input");
  field.value = typed ?? cell?.text ?? "";
  let finished = false;
  const finish = async (save) => {
    if (finished) return;
    finished = true;
    editing = false;
    if (save && field.value !== (cell?.text ?? "")) {
      await trying(() => write(row, column, field.value));
    }
    await showSheet();
    element("grid").focus();
  };
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") void finish(true);
    if (event.key === "Escape") void finish(false);
    event.stopPropagation();
  });
  field.addEventListener("blur", () => void finish(true));
  if (choices.length) field.addEventListener("change", () => void finish(true));
  td.className += " editing";
  td.replaceChildren(field);
  field.focus();
}

function write(row, column, text) {
  return ask(`/tabs/${tab}/cells`, { method: "PUT", body: { row, column, text } });
}

async function use(tool) {
  if (tool === "undo") return ask("/undo", { method: "POST", body: {} });
  if (tool === "rename") return rename();
  if (!selected) throw new Error("Pilih dahulu sebuah sel.");
  const { row, column } = selected;
  const tools = {
    "sort-up": () => send("sort", { column, ascending: true }),
    "sort-down": () => send("sort", { column, ascending: false }),
    "row-insert": () => send("rows", { action: "insert", at: row }),
    "row-copy": () => send("rows", { action: "copy", at: row, to: row + 1 }),
    "row-delete": () => send("rows", { action: "delete", at: row }),
    "column-insert": () => send("columns", { action: "insert", at: column }),
    "column-left": () =>
      send("columns", { action: "move", at: column, to: Math.max(0, column - 1) }),
    "column-right": () => send("columns", { action: "move", at: column, to: column + 2 }),
    "column-delete": () => send("columns", { action: "delete", at: column }),
  };
  return tools[tool]();
}

function rename() {
  const current = tabs.find(({ id }) => id === tab);
  const title = window.prompt("Nama baru tab ini:", current?.title);
  if (title) return ask(`/tabs/${tab}/title`, { method: "PUT", body: { title } });
  return undefined;
}

function send(part, body) {
  return ask(`/tabs/${tab}/${part}`, { method: "POST", body });
}
