import { openRuns, type Ticket } from "../desk/ticket.ts";

/** What somebody has to do next for this ticket, in a sentence; `""` when nothing is to be done. */
export function nextAction(ticket: Ticket): string {
  const { fields, phase } = ticket;
  if (phase === "cancelled") return fields.cancelReason === "" ? "Isi Alasan Batal." : "";
  if (phase === "closed") return afterClosing(ticket);
  if (fields.status === "Menunggu Info") return "Menunggu jawaban pelapor.";
  const steps = new Set(openRuns(ticket).map((run) => run.step));
  if (fields.status === "Selesai" && fields.result === "") return "Isi Hasil Perbaikan.";
  if (steps.has(6)) return "Menunggu laporan penanganan terkirim.";
  if (steps.has(4) || steps.has(5)) {
    return ticket.round > 1
      ? "Dibuka kembali: perbaiki, perbarui Hasil Perbaikan, lalu ubah Status menjadi Selesai."
      : "Perbaiki, lalu isi Hasil Perbaikan dan ubah Status menjadi Selesai.";
  }
  const missing = missingForStepThree(ticket);
  if (missing !== "") return `Isi ${missing}.`;
  if (steps.has(3)) return "Aduan dibuka kembali: tetapkan Status yang baru.";
  return steps.has(2) ? "Menunggu tanda terima terkirim." : "";
}

function afterClosing(ticket: Ticket): string {
  const missing = missingForStepThree(ticket);
  return missing === "" ? "" : `Lengkapi ${missing} untuk catatan.`;
}

function missingForStepThree({ fields }: Ticket): string {
  const parts = [
    fields.priority === "" ? "Prioritas" : "",
    fields.visit === "" ? "Tinjauan Lapangan" : "",
    fields.officers.trim() === "" ? "Petugas" : "",
  ].filter((part) => part !== "");
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")} dan ${parts.at(-1)}`;
}
