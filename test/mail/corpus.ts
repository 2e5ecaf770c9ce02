import { BOUNCES } from "./bounces.ts";
import type { Row } from "./builder.ts";
import { CHARSETS } from "./charsets.ts";
import { COMPLAINTS } from "./complaints.ts";
import { AUTOMATIC, BULK, OTHER } from "./machines.ts";
import { REPLIES, THANKS_ROWS } from "./replies.ts";
import { SAMPLES } from "./samples.ts";
import { STRUCTURES } from "./structures.ts";
import { ATTACHMENTS, WRITERS } from "./writers.ts";

/** Every message of the project's own making, by area, each with what must become of it. */
export const CORPUS: Readonly<Record<string, Row[]>> = {
  complaints: COMPLAINTS,
  replies: REPLIES,
  thanks: THANKS_ROWS,
  bounces: BOUNCES,
  automatic: AUTOMATIC,
  bulk: BULK,
  other: OTHER,
  charsets: CHARSETS,
  structures: STRUCTURES,
  writers: WRITERS,
  attachments: ATTACHMENTS,
  samples: SAMPLES,
};
