import { Hono } from "hono";
import { z } from "zod";

import { STAFF } from "../example-office.ts";
import { findTab } from "../google/people-target.ts";
import type { Google } from "../google/server.ts";
import { bodyOf, check, InputError, text, wholeNumber } from "./input.ts";
import { withRuleColours } from "./rule-colours.ts";
import { copyRow, renameTab } from "./sheet-extras.ts";

/** Who edits when the page does: one name, so that *undo* finds the last step. */
const EDITOR = STAFF.sri.name;

const MOST_LINES = 100;
const count = wholeNumber.min(1, "paling sedikit 1").max(MOST_LINES, `paling banyak ${MOST_LINES}`);

const Cell = z.strictObject({ row: wholeNumber, column: wholeNumber, text: text(50_000) });
const Sort = z.strictObject({ column: wholeNumber, ascending: z.boolean() });
const Title = z.strictObject({ title: text(100).min(1, "tidak boleh kosong") });
const Lines = z.discriminatedUnion(
  "action",
  [
    z.strictObject({ action: z.literal("insert"), at: wholeNumber, count: count.default(1) }),
    z.strictObject({ action: z.literal("delete"), at: wholeNumber, count: count.default(1) }),
    z.strictObject({ action: z.literal("move"), at: wholeNumber, to: wholeNumber }),
    z.strictObject({ action: z.literal("copy"), at: wholeNumber, to: wholeNumber }),
  ],
  { error: 'isi "action" dengan "insert", "delete", "move", atau "copy"' },
);

/** The spreadsheet as staff have it open in their browsers. */
export function sheetRoutes(google: Google): Hono {
  const { people, store } = google;
  const tabOf = (id: string) => {
    const tab = google.snapshot().tabs.find((each) => each.id === check(id, wholeNumber));
    if (!tab) throw new InputError("Tab itu tidak ada", 404);
    return tab;
  };
  return new Hono()
    .get("/tabs", (context) =>
      context.json(google.snapshot().tabs.map(({ id, title, hidden }) => ({ id, title, hidden }))),
    )
    .get("/tabs/:id", (context) => {
      const tab = tabOf(context.req.param("id"));
      return context.json(withRuleColours(tab, findTab(store.book(), tab.id)));
    })
    .put("/tabs/:id/cells", async (context) => {
      const tab = tabOf(context.req.param("id"));
      const { row, column, text: typed } = await bodyOf(context, Cell);
      const place = { tab: tab.id, row, column };
      if (row >= tab.rowCount || column >= tab.columns.length) {
        throw new InputError("Sel itu di luar lembar", 404);
      }
      if (typed === "") people.clearCell(place, EDITOR);
      else people.setCell(place, typed, EDITOR);
      return context.json({ text: people.shown(place) });
    })
    .put("/tabs/:id/title", async (context) => {
      const tab = tabOf(context.req.param("id"));
      const { title } = await bodyOf(context, Title);
      if (google.snapshot().tabs.some((each) => each.title.toLowerCase() === title.toLowerCase())) {
        throw new InputError(`Sudah ada tab bernama ${title}`, 409);
      }
      renameTab(store, tab.id, title, EDITOR);
      return context.json({ title });
    })
    .post("/tabs/:id/sort", async (context) => {
      const tab = tabOf(context.req.param("id"));
      const { column, ascending } = await bodyOf(context, Sort);
      const range = { tab: tab.id, from: Math.max(1, tab.frozenRows) };
      people.sort(range, { column, descending: !ascending }, EDITOR);
      return context.json({});
    })
    .post("/tabs/:id/rows", async (context) => {
      const tab = tabOf(context.req.param("id"));
      const lines = await bodyOf(context, Lines);
      within(lines, tab.rowCount);
      if (lines.action === "insert") people.insertRows(tab.id, lines.at, lines.count, EDITOR);
      if (lines.action === "delete") people.deleteRows(tab.id, lines.at, lines.count, EDITOR);
      if (lines.action === "move") people.moveRows(tab.id, lines.at, 1, lines.to, EDITOR);
      if (lines.action === "copy") copyRow(store, tab.id, lines, EDITOR);
      return context.json({});
    })
    .post("/tabs/:id/columns", async (context) => {
      const tab = tabOf(context.req.param("id"));
      const lines = await bodyOf(context, Lines);
      within(lines, tab.columns.length);
      if (lines.action === "insert") people.insertColumn(tab.id, lines.at, "", EDITOR);
      if (lines.action === "delete") people.deleteColumn(tab.id, lines.at, EDITOR);
      if (lines.action === "move") people.moveColumn(tab.id, lines.at, lines.to, EDITOR);
      if (lines.action === "copy") throw new InputError("Kolom tidak dapat disalin di sini");
      return context.json({});
    })
    .post("/undo", (context) => {
      if (!people.undo(EDITOR)) {
        throw new InputError("Tidak ada yang dapat diurungkan: lembar sudah berubah lagi", 409);
      }
      return context.json({});
    });
}

function within(lines: z.infer<typeof Lines>, size: number): void {
  const last = "count" in lines ? lines.at + lines.count : Math.max(lines.at + 1, lines.to);
  if (lines.action === "insert" ? lines.at > size : last > size) {
    throw new InputError("Di luar lembar", 404);
  }
}
