import { makeCalendar } from "../../src/desk/calendar.ts";
import { decide } from "../../src/desk/decide.ts";
import { defaultPolicy } from "../../src/desk/default-policy.ts";
import { EMPTY_MEMORY } from "../../src/desk/desk.ts";
import type { World } from "../../src/desk/draft.ts";
import type { Message } from "../../src/desk/message.ts";
import type { Unit } from "../../src/desk/office.ts";
import { aSubmission } from "../desk/support/messages.ts";
import { HELPDESK, RECEIVED } from "./builder.ts";

/** Where a message of the corpus ends up. */
export interface Placing {
  /** `new`; the number of the one ticket there is; `aside`: one line in *Surat Lain*. */
  ticket: string;
  /** The sender's role in the ticket that the message joins, else `""`. */
  role: string;
  /** Unit of that ticket, `""` when there is none. */
  unit: string;
}

export const KNOWN = "JKD-2026-0042";
const REPORTER = "pemdes.colo@desa.example";

/** Ids of letters and mails that belong to the known ticket. */
const THREAD = ["<5f2c@kominfo.kuduskab.example>", "<q@kominfo.kuduskab.example>"];

function unit(name: string, kind: string, subDistrict: string, ...addresses: string[]): Unit {
  return { name, shortName: "", kind, subDistrict, addresses };
}

const WORLD: World = {
  office: {
    policy: {
      ...defaultPolicy("Asia/Jakarta"),
      freeMailDomains: ["surel.example"],
      ourAddresses: [HELPDESK],
    },
    staff: [
      ["Tono", "tono@kuduskab.example", "Petugas"] as const,
      ["Kabid", "kabid.informatika@kuduskab.example", "Kepala Bidang"] as const,
    ].map(([name, email, role]) => {
      return { name, email, role, active: true, leaveFrom: null, leaveTo: null };
    }),
    units: [
      unit("Desa Colo", "Desa", "Dawe", REPORTER),
      unit("Desa Piji", "Desa", "Dawe"),
      unit("Desa Berugenjang", "Desa", "Undaan"),
      unit("Kecamatan Bae", "Kecamatan", "Bae", "kec.bae@kuduskab.example"),
      unit("Kecamatan Dawe", "Kecamatan", "Dawe"),
      unit("UPTD Puskesmas Gebog", "Puskesmas", "Gebog"),
      unit("RSUD dr. Loekmono Hadi", "OPD", "", "it.rsud@kuduskab.example"),
    ],
    duty: [],
    spreadsheetUrl: "",
    filterViews: {},
  },
  calendar: makeCalendar(defaultPolicy("Asia/Jakarta").calendar),
  policy: "",
  prefix: "JKD",
  operator: "",
  now: RECEIVED,
  downtimes: [],
  gaps: [],
};

/** One open ticket, opened by a form. */
const OPEN = decide(
  [],
  [{ type: "form", submission: submissionOfColo(), knownTicket: null }],
  { ...EMPTY_MEMORY, serials: { 2026: 41 } },
  WORLD,
).tickets;

function submissionOfColo() {
  return aSubmission("R1", RECEIVED - 3_600_000, { email: REPORTER, unit: "Desa Colo" });
}

/** What the desk makes of a message, with one open ticket of *Desa Colo*. */
export function placingOf(message: Message): Placing {
  const isThread = [...message.inReplyTo, ...message.references].some((id) => THREAD.includes(id));
  const seen = {
    type: "mail",
    message,
    mailRef: "m",
    knownTicket: isThread ? KNOWN : null,
  } as const;
  const { tickets, events, placed, setAside } = decide(OPEN, [seen], EMPTY_MEMORY, WORLD);
  const joined = events.find((event) => event.type === "message-joined");
  if (setAside.length > 0) return { ticket: "aside", role: "", unit: "" };
  const number = placed[0]?.ticket ?? "";
  const ticket = tickets.find((each) => each.number === number);
  return {
    ticket: number === "" || number === KNOWN ? number || "none" : "new",
    role: joined?.type === "message-joined" ? joined.role : "",
    unit: ticket?.fields.unit ?? "",
  };
}
