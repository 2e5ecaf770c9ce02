import type { CellSnapshot, TabSnapshot } from "../../../src/sandbox/google/snapshot.ts";

interface Column {
  index: number;
  width: number;
}

/** What fits a window of that width at a time: the frozen columns, and the others page by page. */
export function pagesOf(tab: TabSnapshot, width: number): Column[][] {
  const shown = tab.columns
    .map(({ width: one, hidden }, index) => ({ index, width: one, hidden }))
    .filter(({ hidden }) => !hidden);
  const frozen = shown.filter(({ index }) => index < tab.frozenColumns);
  const pages: Column[][] = [];
  let left = 0;
  for (const column of shown.slice(frozen.length)) {
    if (pages.length === 0 || left < column.width) {
      pages.push([...frozen]);
      left = width - widthOf(frozen);
    }
    pages.at(-1)?.push(column);
    left -= column.width;
  }
  return pages;
}

export function widthOf(columns: readonly Column[]): number {
  return columns.reduce((sum, { width }) => sum + width, 0);
}

/**
 * A tab as a plain HTML page, from nothing but the formats that the spreadsheet keeps: widths,
 * colours, wrapping, the frozen edge and the marks of dropdowns and tick boxes.
 */
export function drawing(tab: TabSnapshot, columns: readonly Column[], rows: number): string {
  const lines = tab.rows.slice(0, rows).map(({ cells, hidden }, row) => {
    if (hidden) return "";
    const line = columns.map(({ index }) => cellHtml(tab, cells[index] ?? null, row, index));
    return `<tr>${line.join("")}</tr>`;
  });
  const cols = columns.map((column) => `<col style="width:${column.width}px">`).join("");
  return `<!doctype html><meta charset="utf-8"><title>${escape(tab.title)}</title>${STYLE}
<table class="${tab.lines ? "" : "plain"}" style="width:${widthOf(columns)}px"><colgroup>${cols}</colgroup>${lines.join("\n")}</table>`;
}

const STYLE = `<style>
body { margin: 0; background: #fff }
table { table-layout: fixed; border-collapse: collapse; font: 13px/1.25 Arial, sans-serif }
td { border: 1px solid #e1e3e6; padding: 2px 4px; height: 16px; overflow: hidden;
  vertical-align: bottom; white-space: nowrap; text-overflow: clip }
table.plain td { border-color: transparent }
td.wrap { white-space: pre-wrap; overflow-wrap: anywhere }
td.top { vertical-align: top } td.middle { vertical-align: middle }
td.bold { font-weight: 700 }
td.right { text-align: right }
td.edge { border-right: 3px solid #bdc1c6 }
tr.under td, td.under { border-bottom: 3px solid #bdc1c6 }
td.choice::after { content: "▾"; float: right; color: #80868b }
td.picker::after { content: "▦"; float: right; color: #bdc1c6; margin-left: 4px }
</style>`;

function cellHtml(
  tab: TabSnapshot,
  cell: CellSnapshot | null,
  row: number,
  column: number,
): string {
  const classes = [
    cell?.wrap ? "wrap" : "",
    cell?.bold ? "bold" : "",
    cell?.vertical ? cell.vertical : "",
    typeof cell?.value === "number" ? "right" : "",
    cell?.choices && !cell.tick ? "choice" : "",
    cell?.picker ? "picker" : "",
    column === tab.frozenColumns - 1 ? "edge" : "",
    row === tab.frozenRows - 1 ? "under" : "",
  ].filter((name) => name !== "");
  const style = [
    cell?.background ? `background:${cell.background}` : "",
    cell?.color ? `color:${cell.color}` : "",
    cell?.size ? `font-size:${cell.size}pt` : "",
  ].filter((part) => part !== "");
  const text = cell?.tick ? (cell.value === true ? "☑" : "☐") : (cell?.text ?? "");
  return `<td class="${classes.join(" ")}" style="${style.join(";")}">${escape(text)}</td>`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
