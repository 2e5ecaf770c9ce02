import type { TicketEvent } from "./event.ts";
import { LETTER_WORDS } from "./letter-words.ts";
import { stepTitle } from "./sop.ts";
import type { StaffField } from "./ticket.ts";
import { instant, shortInstant } from "./words.ts";

/** How *Riwayat* names a field; the headers of the log. */
const FIELD_WORDS: Record<StaffField, string> = {
  kind: "Jenis",
  reportedAt: "Waktu Lapor",
  channel: "Kanal",
  unit: "OPD/Desa",
  reporter: "Pelapor",
  email: "Email Pelapor",
  phone: "No. HP",
  place: "Lokasi",
  subject: "Perihal",
  text: "Uraian Aduan",
  category: "Kategori",
  priority: "Prioritas",
  suspectedCause: "Dugaan Penyebab",
  visit: "Tinjauan Lapangan",
  officers: "Petugas",
  status: "Status",
  cause: "Penyebab",
  result: "Hasil Perbaikan",
  finishedAt: "Waktu Selesai",
  cancelReason: "Alasan Batal",
  parent: "Aduan Induk",
  remark: "Keterangan",
};

const OUTCOME_WORDS = {
  "on-time": "tepat waktu",
  late: "terlambat",
  unmeasured: "tidak terukur",
  "not-owed": "tidak berlaku",
  cancelled: "dihentikan",
} as const;

const RUNG_WORDS: Record<string, string> = {
  warning: "Pengingat batas waktu",
  overdue: "Pemberitahuan terlambat",
  escalation: "Penyampaian kepada pimpinan",
};

export interface HistoryWords {
  /** What happened, in two or three words. */
  what: string;
  detail: string;
}

function because(reason: string | undefined): string {
  return reason === undefined ? "" : ` (${reason})`;
}

/** An event as a line of *Riwayat*. */
export function historyWords(event: TicketEvent, zone: string): HistoryWords {
  switch (event.type) {
    case "opened":
      return {
        what: "Aduan dicatat",
        detail: `${event.complaint.channel}: ${event.complaint.subject}${because(event.reason)}`,
      };
    case "run-started": {
      const due =
        event.run.dueAt === null ? "tanpa batas" : `batas ${instant(event.run.dueAt, zone)}`;
      return { what: "Langkah dimulai", detail: `${stepTitle(event.run.step)}, ${due}` };
    }
    case "run-ended": {
      const reason = event.reason === "" ? "" : ` (${event.reason})`;
      const detail = `${stepTitle(event.step)}: ${OUTCOME_WORDS[event.outcome]}${reason}`;
      return { what: "Langkah berakhir", detail };
    }
    case "due-changed": {
      const due = event.dueAt === null ? "ditangguhkan" : instant(event.dueAt, zone);
      return { what: "Batas berubah", detail: `${stepTitle(event.step)}: ${due}; ${event.reason}` };
    }
    case "held":
      return { what: "Menunggu pelapor", detail: stepTitle(event.step) };
    case "released":
      return { what: "Masa menunggu berakhir", detail: stepTitle(event.step) };
    case "changed": {
      const timed = event.field === "reportedAt" || event.field === "finishedAt";
      const show = (value: string | number | null) =>
        timed && typeof value === "number" ? shortInstant(value, zone) : String(value ?? "");
      const detail = `${FIELD_WORDS[event.field]}: "${show(event.old)}" → "${show(event.value)}"`;
      return { what: "Isian diubah", detail };
    }
    case "message-joined":
      return {
        what: "Pesan masuk",
        detail: `${event.message.who}${because(event.reason)}: ${event.message.text}`,
      };
    case "reply-told":
      return { what: "Pemberitahuan balasan", detail: "menyusul setelah jeda" };
    case "rung": {
      const [kind = "", to = ""] = event.rung.split("/");
      const how = event.how === "sent" ? "" : ` dilewati: ${event.reason}`;
      return {
        what: RUNG_WORDS[kind] ?? kind,
        detail: `${stepTitle(event.step)}, ${AUDIENCE[to] ?? to}${how}`,
      };
    }
    case "assigned":
      return { what: "Ditugaskan", detail: event.officers.join(", ") };
    case "reopened":
      return { what: "Dibuka kembali", detail: event.quote };
    case "closed":
      return { what: "Ditutup", detail: instant(event.closedAt, zone) };
    case "cancelled":
      return { what: "Dibatalkan", detail: event.reason };
    case "resumed":
      return { what: "Dilanjutkan", detail: "" };
    case "noted":
      return { what: "Catatan", detail: event.text === "" ? "catatan dihapus" : event.text };
    case "letter":
      return { what: LETTER_WORDS[event.kind] ?? event.kind, detail: event.text };
    default:
      return unreachable(event);
  }
}

const AUDIENCE: Record<string, string> = {
  officer: "kepada petugas",
  helpdesk: "kepada admin helpdesk",
  "section-head": "kepada Kepala Seksi",
  "division-head": "kepada Kepala Bidang",
};

function unreachable(value: never): never {
  throw new TypeError(`Cannot describe: received ${JSON.stringify(value)}`);
}
