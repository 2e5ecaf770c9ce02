import type { sheets_v4 } from "googleapis/build/src/apis/sheets/v4.js";
import { GUIDE, type GuideLine } from "./guide.ts";

type Format = sheets_v4.Schema$CellFormat;

const GREEN = { red: 0.13, green: 0.36, blue: 0.24 };
const PALE_GREEN = { red: 0.85, green: 0.92, blue: 0.88 };
const DARK = { red: 0.2, green: 0.22, blue: 0.25 };

/** Large enough to be read across a desk; colours are those of the other tabs' headers. */
const LOOKS: Record<GuideLine["look"], Format> = {
  title: { textFormat: { bold: true, fontSize: 20, foregroundColor: GREEN } },
  lead: { textFormat: { fontSize: 12, foregroundColor: DARK } },
  heading: {
    textFormat: { bold: true, fontSize: 12, foregroundColor: GREEN },
    backgroundColor: PALE_GREEN,
  },
  step: { textFormat: { fontSize: 11, foregroundColor: DARK } },
  text: { textFormat: { fontSize: 11, foregroundColor: DARK } },
  gap: { textFormat: { fontSize: 8 } },
};

const WIDTH = 860;

/** Everything that makes *Panduan*, for a tab that is empty. */
export function guideRequests(sheetId: number): sheets_v4.Schema$Request[] {
  return [
    {
      updateCells: {
        start: { sheetId, rowIndex: 0, columnIndex: 0 },
        fields:
          "userEnteredValue,userEnteredFormat(textFormat,backgroundColor,wrapStrategy,verticalAlignment)",
        rows: GUIDE.map(({ text, look }) => ({
          values: [
            {
              ...(text === "" ? {} : { userEnteredValue: { stringValue: text } }),
              userEnteredFormat: {
                ...LOOKS[look],
                wrapStrategy: "WRAP",
                verticalAlignment: "MIDDLE",
              },
            },
          ],
        })),
      },
    },
    {
      updateDimensionProperties: {
        range: { sheetId, dimension: "COLUMNS", startIndex: 0, endIndex: 1 },
        properties: { pixelSize: WIDTH },
        fields: "pixelSize",
      },
    },
    {
      updateSheetProperties: {
        properties: { sheetId, gridProperties: { hideGridlines: true } },
        fields: "gridProperties.hideGridlines",
      },
    },
  ];
}
