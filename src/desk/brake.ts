/** What one reading of the log shows beyond ordinary work (DESIGN 5.3). Counts of open tickets. */
export interface Upheaval {
  open: number;
  missing: number;
  frozen: number;
  /** Rows that show an older state of theirs again. */
  backwards: number;
  /** Rows whose content was exchanged for another. */
  edited: number;
  /** Missing now, present in the reading before. */
  newlyMissing: number;
  /** Some columns were sorted without the others. */
  mixed: boolean;
  /** The column that most of them lost at once; null when none lost any. */
  emptied: Emptied | null;
  /** The reading before was too strange, and nobody has accepted it. */
  wasBraked?: boolean;
}

/** A column that people filled and that is blank now, cleared or deleted, in so many tickets. */
export interface Emptied {
  column: string;
  tickets: number;
  /** No ticket has kept its cell there. */
  isWhole: boolean;
  /** The column is another one than in the reading before: deleted, and made anew by setup. */
  isAnew: boolean;
}

/** Why a reading is too strange to act on, in a sentence for people; null when it is not. */
export function brake(seen: Upheaval): string | null {
  if (seen.mixed) {
    return "Isi beberapa baris tampak tertukar: apakah sebagian kolom diurutkan tanpa kolom lain? Batalkan dengan Ctrl+Z.";
  }
  if (seen.newlyMissing > 0 && seen.backwards > 0) {
    return "Log tampak dipulihkan ke versi lama. Kembalikan ke versi terbaru, atau jalankan perintah accept bila memang dikehendaki.";
  }
  const most = Math.max(5, 0.2 * seen.open);
  if (seen.emptied && isLost(seen.emptied, most)) {
    const { column, tickets } = seen.emptied;
    return `Kolom "${column}" menjadi kosong di ${tickets} aduan terbuka sekaligus. Kembalikan dengan Ctrl+Z atau riwayat versi, atau jalankan perintah accept bila memang dikehendaki.`;
  }
  const strange = seen.missing + seen.frozen + seen.backwards + seen.edited;
  if (strange > most) {
    return `${strange} dari ${seen.open} aduan terbuka hilang atau berubah sekaligus. Batalkan dengan Ctrl+Z, atau jalankan perintah accept bila memang dikehendaki.`;
  }
  // An old version does not become today's because somebody went on typing in it.
  if (seen.wasBraked === true && seen.newlyMissing > 0) {
    return "Sebagian aduan yang hilang dari log belum kembali. Kembalikan dengan Ctrl+Z atau riwayat versi, atau jalankan perintah accept bila memang dikehendaki.";
  }
  return null;
}

/** Three cells people clear by hand; a column of four is gone, and one made anew with the first. */
function isLost({ tickets, isWhole, isAnew }: Emptied, most: number): boolean {
  return tickets > (isAnew ? 0 : isWhole ? 3 : most);
}

/** So many tickets finished or reassigned in one reading that their letters wait for `accept`. */
export function isMassChange(changed: number, open: number): boolean {
  return changed > Math.max(15, 0.3 * open);
}
