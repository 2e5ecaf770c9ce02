import { HELPDESK, REPORTERS, STAFF, type Person } from "../example-office.ts";
import type { Act, ExpectedLetter } from "./act.ts";
import { MONDAY_AFTERNOON } from "./monday-afternoon.ts";
import { MONDAY_MORNING } from "./monday-morning.ts";
import { THURSDAY_TO_MONDAY } from "./thursday-to-monday.ts";
import { TUESDAY } from "./tuesday.ts";
import { WEDNESDAY } from "./wednesday.ts";
import { on } from "./words.ts";

/** From before the doors open on a Monday until the next Monday's digest is out. */
export const WEEK = {
  start: on(23)("07.20"),
  end: on(30)("07.50"),
  acts: [...MONDAY_MORNING, ...MONDAY_AFTERNOON, ...TUESDAY, ...WEDNESDAY, ...THURSDAY_TO_MONDAY],
} as const satisfies { start: number; end: number; acts: readonly Act[] };

/** Working days whose digest the section head must have. */
export const DIGEST_DAYS = ["23", "24", "25", "26", "27", "30"] as const;

const { sri, bagus, dewi, tono, hendra, endang } = STAFF;
const { disdukcapil, pupr, dishub, disdag, rsud, dinkes, rahtawu, colo, warga } = REPORTERS;

/** The letters that matter beyond acknowledgements, each exactly as often as told. */
export const EXPECTED_LETTERS: readonly ExpectedLetter[] = [
  letter("assignment", "loket-mati", bagus, 2),
  letter("resolution", "loket-mati", disdukcapil, 2),
  letter("report", "loket-mati", hendra, 2),
  letter("report", "loket-mati", endang, 2),
  letter("reopened", "loket-mati", disdukcapil, 1),
  letter("reopened", "loket-mati", bagus, 1),
  letter("facts-request", "disdag-502", disdag, 1),
  letter("reply-received", "disdag-502", sri, 1),
  letter("on-duty", "rsud-malam", bagus, 1),
  letter("on-duty", "rsud-malam", hendra, 1),
  letter("resolution", "rsud-malam", rsud, 1),
  letter("warning", "pupr-lama", tono, 1),
  letter("overdue", "pupr-lama", tono, 1),
  letter("escalation", "pupr-lama", hendra, 1),
  letter("escalation", "pupr-lama", endang, 1),
  letter("resolution", "pupr-lama", pupr, 1),
  letter("warning", "dpmptsp-dns", sri, 1),
  letter("overdue", "dpmptsp-dns", sri, 1),
  letter("cancelled", "dishub-ganda", dishub, 1),
  letter("cancelled", "warga-jalan", warga, 0),
  letter("reopened", "colo-mati", colo, 0),
  letter("reassignment", "satpolpp-mobil", tono, 1),
  letter("reassignment", "satpolpp-mobil", dewi, 1),
  letter("resolution", "dinkes-phishing", dinkes, 1),
  letter("escalation", "dinkes-phishing", hendra, 1),
  letter("resolution", "rahtawu-radio", rahtawu, 1),
];

/** Addresses that must never get a letter. */
export const NEVER_WRITTEN_TO: readonly string[] = [
  HELPDESK.address,
  "redaksi@buletin.example",
  "mailer-daemon@surel.example",
  "promo@diskon-server.example",
  "katalog@toko-alat.example",
];

function letter(
  kind: ExpectedLetter["kind"],
  of: string,
  to: Person,
  times: number,
): ExpectedLetter {
  return { kind, of, to: to.address, times };
}
