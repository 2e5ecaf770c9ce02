import type { Office } from "../desk/office.ts";
import type { Instant } from "../desk/time.ts";
import type { SheetCalls } from "./calls.ts";
import type { Layout } from "./layout.ts";
import type { LogRow } from "./log-rows.ts";
import type { OfficeReading } from "./read-policy.ts";
import type { UnsureBirths } from "./unsure-births.ts";

export interface SheetOptions {
  spreadsheetId: string;
  /** IANA zone of the office. */
  zone: string;
  /** `JKD` */
  prefix: string;
  now: () => Instant;
}

/** What one process remembers between readings; losing it costs a request, never a complaint. */
export interface Session {
  calls: SheetCalls;
  options: SheetOptions;
  unsure: UnsureBirths;
  office: { print: string; lastGood: Office | null; reading: OfficeReading } | null;
}

/** One reading with everything that was seen in it. */
export interface Snapshot {
  layout: Layout;
  usable: boolean;
  rows: readonly LogRow[];
  problems: OfficeReading["problems"];
}
