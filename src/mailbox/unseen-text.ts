import { MAX_NAME } from "./attachments.ts";
import type { Body } from "./body.ts";
import { MAX_PEOPLE } from "./addresses.ts";
import type { Draft } from "./draft.ts";

/** What is to be said of a message that was not read whole, and the text to show instead. */
export interface UnseenText {
  /** `""` when the text that was read will do. */
  text: string;
  /** Sentences in Indonesian. */
  problems: string[];
}

export const NO_SENDER = "Alamat pengirim tidak terbaca; pelapor perlu dihubungi lewat telepon.";

/** Says what could not be read and where in the mailbox it lies. */
export function unseenText(
  draft: Draft,
  mail: Body & {
    truncated: boolean;
    partsUnread: boolean;
    crowded: boolean;
    folder: string;
    uid: number;
  },
): UnseenText {
  const where = `lihat di kotak surat, folder ${mail.folder}, UID ${mail.uid}`;
  const problems: string[] = [];
  if (draft.unread && !mail.partsUnread)
    problems.push(`Isi surat ini tidak dapat dibaca; ${where}.`);
  if (mail.truncated) problems.push(`Surat ini terlalu besar untuk dibaca seluruhnya; ${where}.`);
  if (mail.partsUnread) {
    problems.push(
      `Surat ini terdiri atas terlalu banyak bagian atau bersarang terlalu dalam; hanya permulaannya yang dibaca; ${where}.`,
    );
  }
  if (mail.crowded) {
    problems.push(`Penerima surat ini lebih dari ${MAX_PEOPLE}; selebihnya ${where}.`);
  }
  if (mail.wasCut) problems.push(`Isi surat ini panjang dan dipotong; selengkapnya ${where}.`);
  if (mail.roughly) problems.push(`Tata letak surat ini tidak terbaca sepenuhnya; ${where}.`);
  const sealed = draft.text === "" ? sealedFile(draft) : "";
  if (sealed !== "")
    problems.push(
      `Isi surat berada di dalam ${sealed} dan harus dibuka dari kotak surat; ${where}.`,
    );
  if (draft.parts.some(({ name }) => name.length > MAX_NAME)) {
    problems.push(`Nama lampiran terlalu panjang dan dipotong; ${where}.`);
  }
  if (draft.from === null) {
    problems.push(NO_SENDER);
  }
  const isBlank =
    draft.text === "" && problems.length > 0 && (draft.unread || sealed !== "" || mail.truncated);
  const text = isBlank ? [draft.subject, problems[0] ?? ""].filter(Boolean).join("\n\n") : "";
  return { text, problems };
}

/** The file that holds what the mail says: encrypted, signed as a whole, or Outlook's own form. */
function sealedFile({ parts, rootType }: Draft): string {
  const found = parts.find(({ type, name }) => SEALED.test(type) || /^winmail\.dat$/i.test(name));
  if (found)
    return found.name !== "" && /^[\w.-]{1,60}$/.test(found.name)
      ? found.name
      : "lampiran tersandi";
  return rootType === "multipart/encrypted" ? "lampiran tersandi" : "";
}

const SEALED = /^application\/(?:(?:x-)?pkcs7-mime|pgp-encrypted|(?:vnd\.)?ms-tnef)$/;
