import type { sheets_v4 } from "googleapis/build/src/apis/sheets/v4.js";
import type { Instant } from "../desk/time.ts";
import { RemoteError } from "../errors.ts";
import type { GoogleClient } from "../google/client.ts";
import type { Planned } from "./plan-appends.ts";
import type { ColumnPlan } from "./plan-writes.ts";
import { dataFilters, OUTLINE_FIELDS, READ_FIELDS, type ReadPlan } from "./read-request.ts";

type Spreadsheet = sheets_v4.Schema$Spreadsheet;

/** The calls to Google that the sheet needs; each fails as `RemoteError`. */
export interface SheetCalls {
  outline(): Promise<Spreadsheet>;
  read(plan: ReadPlan): Promise<{ spreadsheet: Spreadsheet; serverDate: Instant | null }>;
  /** Everything that setup looks at, formats included. */
  inspect(fields: string): Promise<Spreadsheet>;
  /** Sends write A; answers the names that Google refused and that were left out. */
  writeColumns(plan: ColumnPlan): Promise<string[]>;
  /** Sends write B; answers the names that Google refused and that were left out. */
  writeRequests(planned: readonly Planned[]): Promise<string[]>;
  /** Deletes rows by place and shows the tab of that title as it is then. */
  deleteRows(requests: readonly sheets_v4.Schema$Request[], title: string): Promise<Spreadsheet>;
}

const WHAT = "lembar kerja";

export function sheetCalls(client: GoogleClient, spreadsheetId: string): SheetCalls {
  const { spreadsheets } = client.sheets;
  const inspect = async (fields: string) => {
    const call = () => spreadsheets.get({ spreadsheetId, fields });
    return (await client.call<Spreadsheet>(call, { what: WHAT })).data;
  };
  return {
    inspect,
    outline: () => inspect(OUTLINE_FIELDS),
    async read(plan) {
      const requestBody = { dataFilters: dataFilters(plan) };
      const call = () =>
        spreadsheets.getByDataFilter({ spreadsheetId, fields: READ_FIELDS, requestBody });
      const { data, serverDate } = await client.call<Spreadsheet>(call, { what: WHAT });
      return { spreadsheet: data, serverDate };
    },
    writeColumns({ data, names }) {
      const entries = data.map((each, nth) => ({ each, name: names[nth] ?? "" }));
      return sendWithout(entries, "data", async (left) => {
        const requestBody = { valueInputOption: "RAW", data: left.map(({ each }) => each) };
        const call = () =>
          spreadsheets.values.batchUpdateByDataFilter({ spreadsheetId, requestBody });
        await client.call(call, { what: WHAT, write: true });
      });
    },
    async deleteRows(requests, title) {
      const requestBody = {
        requests: [...requests],
        includeSpreadsheetInResponse: true,
        responseIncludeGridData: true,
        responseRanges: [`'${title.replaceAll("'", "''")}'`],
      };
      const fields = `updatedSpreadsheet(${READ_FIELDS})`;
      const call = () => spreadsheets.batchUpdate({ spreadsheetId, fields, requestBody });
      const { data } = await client.call(call, { what: WHAT, write: true });
      return data.updatedSpreadsheet ?? {};
    },
    writeRequests(planned) {
      return sendWithout([...planned], "requests", async (left) => {
        const requestBody = { requests: left.map(({ request }) => request) };
        const call = () => spreadsheets.batchUpdate({ spreadsheetId, requestBody });
        await client.call(call, { what: WHAT, write: true });
      });
    },
  };
}

/** So many refused parts are left out one by one; more than that is another kind of trouble. */
const MOST_LEFT_OUT = 20;

/**
 * A refusal names one part of the batch and nothing of the batch was done, so the rest is sent
 * without it. This is no retry: what was refused is not sent again.
 */
async function sendWithout<T extends { name: string }>(
  entries: T[],
  kind: "data" | "requests",
  send: (left: T[]) => Promise<void>,
): Promise<string[]> {
  const refused: string[] = [];
  let left = entries;
  while (left.length > 0) {
    try {
      await send(left);
      return refused;
    } catch (error) {
      const index = refusedIndex(error, kind);
      const culprit = index === undefined ? undefined : left[index];
      if (!culprit || refused.length >= MOST_LEFT_OUT) throw error;
      refused.push(culprit.name);
      left = left.filter(({ name }) => name !== culprit.name);
    }
  }
  return refused;
}

function refusedIndex(error: unknown, kind: string): number | undefined {
  if (!(error instanceof RemoteError) || error.kind !== "rejected") return undefined;
  const match = new RegExp(`Invalid ${kind}\\[(\\d+)\\]`).exec(error.message);
  return match ? Number(match[1]) : undefined;
}
