import { blankFields } from "../desk/blank-fields.ts";
import type { Complaint } from "../desk/complaint.ts";
import { defaultPolicy } from "../desk/default-policy.ts";
import type { Office } from "../desk/office.ts";
import type { Run, StaffFields, Ticket } from "../desk/ticket.ts";
import { HOUR, type Instant } from "../desk/time.ts";

const ZONE = "Asia/Jakarta";

/** Tuesday, 24 November 2026, 08.12 in the example office. */
export const REPORTED = Date.UTC(2026, 10, 24, 1, 12);

/** An instant of the example office's days, given as its clocks show it. */
export function at(day: number, hour: number, minute: number, month = 11): Instant {
  return Date.UTC(2026, month - 1, day, hour - 7, minute);
}

/** An office that does not exist, with people who do not; every address ends in `.example`. */
export function exampleOffice(): Office {
  return {
    policy: { ...defaultPolicy(ZONE), sendMode: "ya", dutyPhone: "0812-0000-0042" },
    staff: [
      member("Ratna Wulandari", "ratna@kominfo.example", "Admin"),
      member("Budi Hartono", "budi@kominfo.example", "Petugas"),
      member("Tono Prakoso", "tono@kominfo.example", "Petugas"),
      member("Siti Aminah", "kasi@kominfo.example", "Kepala Seksi"),
      member("Joko Santoso", "kabid@kominfo.example", "Kepala Bidang"),
    ],
    units: [],
    duty: [],
    spreadsheetUrl: "https://docs.example/spreadsheets/d/contoh/edit",
    filterViews: {
      Terbuka: "https://docs.example/spreadsheets/d/contoh/edit#gid=1&fvid=11",
      Terlambat: "https://docs.example/spreadsheets/d/contoh/edit#gid=1&fvid=12",
      "Budi Hartono": "https://docs.example/spreadsheets/d/contoh/edit#gid=1&fvid=13",
    },
  };
}

/** One open complaint of Tuesday morning, assigned to Budi; tell what differs. */
export function exampleTicket(
  fields: Partial<StaffFields> = {},
  ticket: Partial<Ticket> = {},
): Ticket {
  const filled = { ...FIELDS, ...fields };
  return {
    number: "JKD-2026-0042",
    origin: "mail",
    complaint: complaintOf(filled),
    fields: filled,
    openedAt: REPORTED,
    phase: "open",
    phaseSince: REPORTED,
    round: 1,
    roundSince: REPORTED,
    runs: [exampleRun()],
    stretches: [{ from: REPORTED, status: "Dikerjakan", officers: ["Budi Hartono"] }],
    messageIds: ["<lapor-1@kecdawe.example>"],
    mailRefs: ["INBOX/1/7"],
    participants: [filled.email],
    lastMessage: null,
    lastLetter: null,
    notes: {},
    counters: { assignment: 1, reply: 0, update: 0 },
    replyToldAt: null,
    assigned: ["Budi Hartono"],
    seq: 4,
    ...ticket,
  };
}

/** Step 4 of the first round, due at 09.52. */
export function exampleRun(run: Partial<Run> = {}): Run {
  return {
    round: 1,
    step: 4,
    startedAt: at(24, 8, 52),
    holds: [],
    limit: HOUR,
    dueAt: at(24, 9, 52),
    policy: "contoh",
    endedAt: null,
    seenFrom: null,
    outcome: null,
    reason: "",
    rungs: [],
    ...run,
  };
}

const FIELDS: StaffFields = {
  ...blankFields(),
  reportedAt: REPORTED,
  channel: "Email",
  unit: "Kecamatan Dawe",
  reporter: "Dwi Astuti",
  email: "dwi@kecdawe.example",
  phone: "0812-0000-0007",
  place: "Ruang pelayanan, lantai 1",
  subject: "Internet kantor mati sejak pagi",
  text: "Sejak pagi seluruh komputer pelayanan tidak dapat terhubung ke internet. Lampu perangkat di rak menyala merah. Warga sudah mengantre untuk perekaman KTP.",
  category: "Internet mati",
  priority: "Tinggi",
  suspectedCause: "Adaptor radio rusak karena petir",
  visit: "Tidak perlu",
  officers: "Budi Hartono",
  status: "Dikerjakan",
};

function complaintOf(fields: StaffFields): Complaint {
  return {
    channel: fields.channel === "" ? "Email" : fields.channel,
    kind: fields.kind,
    reportedAt: fields.reportedAt ?? REPORTED,
    unit: fields.unit,
    reporter: fields.reporter,
    email: fields.email,
    phone: fields.phone,
    place: fields.place,
    subject: fields.subject,
    text: fields.text,
    attachments: [
      { name: "lampu-radio.jpg", type: "image/jpeg", size: 412_000, part: 0 },
      { name: "surat-pengantar.pdf", type: "application/pdf", size: 96_000, part: 1 },
    ],
    category: fields.category,
    suggestion: {
      category: fields.category,
      categorySure: fields.category !== "",
      priority: "Tinggi",
      request: fields.kind === "Permintaan",
      reason: "pelayanan kepada masyarakat terhenti",
    },
    notes: [],
  };
}

function member(name: string, email: string, role: Office["staff"][number]["role"]) {
  return { name, email, role, active: true, leaveFrom: null, leaveTo: null };
}
