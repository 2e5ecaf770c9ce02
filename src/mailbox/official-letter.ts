import { FAULT } from "../desk/clues.ts";
import type { Draft } from "./draft.ts";

/**
 * An invitation, a circular, a call for data: letters between offices that report nothing and ask
 * this desk for nothing. One word of a fault, or of what the desk is to provide, makes it a complaint.
 */
export function isOfficialLetter({ subject, newWords }: Draft): boolean {
  const words = newWords.slice(0, 4_000);
  if (!TITLE.test(subject) && !REFERENCE.test(words.slice(0, 1_500))) return false;
  const all = `${subject}\n${words}`.toLowerCase();
  return !FAULT.test(all) && !PLEA.test(all);
}

const WHAT = String.raw`(?:undangan|mengundang|surat edaran|edaran|pengumuman|himbauan|imbauan|sosialisasi|surat (?:tugas|pengantar|keputusan)|nota dinas|(?:permohonan|permintaan|penyampaian|pengiriman|pengumpulan) (?:data|laporan|dokumen|narasumber|peserta|kuesioner|berkas|usulan)|\[?(?:scheduled )?maintenance\]?|pemberitahuan (?:pemeliharaan|maintenance|rapat|kegiatan|jadwal|libur|perubahan jadwal))`;

const TITLE = new RegExp(
  String.raw`^\s*(?:fwd?\s*:\s*)?(?:surat\s+)?(?:(?:hal|perihal)\s*:\s*)?${WHAT}\b`,
  "i",
);

/** "Hal : Undangan", as letters with a letterhead have it. */
const REFERENCE = new RegExp(String.raw`^\s*(?:hal|perihal)\s*:\s*${WHAT}\b`, "im");

/** Asks this desk for something, or tells of a condition of what it looks after. */
const PLEA =
  /\b(?:gangguan|kendala|keluhan|aduan|(?:mohon|minta|harap|tolong|memerlukan|membutuhkan|butuh)\b[^.\n]{0,80}\b(?:disiapkan|menyiapkan|dipasang|pemasangan|didukung|dukungan|difasilitasi|memfasilitasi|bandwidth|jaringan|internet|wi-?fi|standby|teknisi|operator|akun|subdomain|hosting))\b/;
