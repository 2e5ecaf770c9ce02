import { make } from "./api.js";

const ROW_HEADER = 42;

/** Draws a tab as people see it: widths, colours, frozen rows and columns. */
export function drawGrid(place, view, selected, select) {
  const { scrollLeft, scrollTop } = place;
  const widths = view.columns.map(({ width, hidden }) => (hidden ? 0 : width));
  const table = make(
    "table",
    {},
    make(
      "colgroup",
      {},
      ...[ROW_HEADER, ...widths].map((width, index) => {
        const col = make("col");
        col.style.width = `${width}px`;
        if (index > 0 && width === 0) col.style.display = "none";
        return col;
      }),
    ),
    make("thead", {}, letterRow(view)),
    make(
      "tbody",
      {},
      ...view.rows.map((row, index) => drawRow(view, widths, row, index, selected)),
    ),
  );
  table.style.width = `${ROW_HEADER + widths.reduce((sum, width) => sum + width, 0)}px`;
  table.addEventListener("click", ({ target }) => {
    const td = target.closest("td");
    if (td && !td.classList.contains("editing")) {
      select({ row: Number(td.dataset.row), column: Number(td.dataset.column) });
    }
  });
  place.replaceChildren(table);
  placeFrozenRows(table, view);
  place.scrollTo(scrollLeft, scrollTop);
}

function letterRow({ columns }) {
  return make(
    "tr",
    {},
    make("th", { className: "corner" }),
    ...columns.map(({ hidden }, index) =>
      make("th", { className: "letter", textContent: letters(index), hidden }),
    ),
  );
}

function drawRow(view, widths, { hidden, cells }, row, selected) {
  const line = make("tr", { hidden }, make("th", { className: "number", textContent: row + 1 }));
  let left = ROW_HEADER;
  for (const [column, { hidden: hiddenColumn }] of view.columns.entries()) {
    const td = drawCell(cells[column]);
    td.dataset.row = row;
    td.dataset.column = column;
    td.hidden = hiddenColumn;
    const frozenColumn = column < view.frozenColumns;
    if (frozenColumn) td.style.left = `${left}px`;
    if (frozenColumn || row < view.frozenRows) td.classList.add("frozen");
    if (frozenColumn && row < view.frozenRows) td.classList.add("both");
    if (selected?.row === row && selected?.column === column) td.classList.add("selected");
    left += widths[column];
    line.append(td);
  }
  return line;
}

function drawCell(cell) {
  const td = make("td");
  if (!cell) return td;
  td.append(make("div", { textContent: cell.text, title: cell.text.length > 40 ? cell.text : "" }));
  if (cell.background) td.style.background = cell.background;
  if (cell.color) td.style.color = cell.color;
  if (cell.bold) td.style.fontWeight = "600";
  if (cell.choices) td.classList.add("choices");
  return td;
}

/** Row heights are known only once drawn. */
function placeFrozenRows(table, { frozenRows }) {
  let top = table.tHead.offsetHeight;
  for (const line of [...table.tBodies[0].rows].slice(0, frozenRows)) {
    for (const cell of line.cells) cell.style.top = `${top}px`;
    line.cells[0].style.zIndex = 3;
    top += line.offsetHeight;
  }
}

function letters(index) {
  const rest = Math.floor(index / 26);
  return (rest ? letters(rest - 1) : "") + String.fromCodePoint(65 + (index % 26));
}
