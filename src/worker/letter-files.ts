import type { Attachment } from "../desk/complaint.ts";
import type { Letter } from "../desk/letter.ts";
import { MINUTE } from "../desk/time.ts";
import { RemoteError } from "../errors.ts";
import type { Keeper } from "./keeper.ts";
import type { MailFile } from "./ports.ts";

/** Pictures and PDFs that travel with a letter (DESIGN 7). */
const MOST_BYTES = 10 * 1024 * 1024;
/** How long a letter waits for a mailbox that is away before it goes without its pictures. */
const FILES_PATIENCE = 5 * MINUTE;

export interface LetterFiles {
  files: MailFile[];
  /** What should have gone with it, each with the reason. */
  missing: string[];
}

/** The files of a letter, made here or fetched from the mailbox; `wait` while that is away. */
export async function filesOf(keeper: Keeper, letter: Letter): Promise<LetterFiles | "wait"> {
  const found = await madeFiles(keeper, letter);
  let left = MOST_BYTES;
  for (const ref of letter.rendered?.attachFrom ?? []) {
    const some = await fetched(keeper, letter, { ref, left });
    if (some === "wait") return "wait";
    found.files.push(...some.files);
    found.missing.push(...some.missing);
    left -= some.files.reduce((sum, { content }) => sum + content.byteLength, 0);
  }
  return found;
}

async function fetched(
  keeper: Keeper,
  letter: Letter,
  { ref, left }: { ref: string; left: number },
): Promise<LetterFiles | "wait"> {
  try {
    const some = await keeper.ports.mailbox.files(ref, left);
    if (some === undefined) return without(keeper, letter, ref, "suratnya tidak ada lagi");
    const missing = some.tooBig.map((name) => `${name} (terlalu besar)`);
    return { files: [...some.files], missing };
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    if (keeper.ports.clock.now() - letter.plannedAt < FILES_PATIENCE) return "wait";
    keeper.ports.log.warn("Files left out of a letter", { key: letter.key });
    return without(keeper, letter, ref, "kotak surat belum dapat dibuka");
  }
}

/** The first mail's files are known by name; what a later one brought nobody can tell without it. */
async function without(
  keeper: Keeper,
  { ticket: number }: Letter,
  ref: string,
  why: string,
): Promise<LetterFiles> {
  const ticket = number === null ? undefined : await keeper.bring(number);
  const isFirst = ticket?.mailRefs[0] === ref;
  const names = isFirst ? ticket.complaint.attachments.filter(travels).map(({ name }) => name) : [];
  const missing = isFirst ? names : ["berkas surat pelapor, bila ada"];
  return { files: [], missing: missing.map((name) => `${name} (${why})`) };
}

function travels({ type }: Attachment): boolean {
  return type.startsWith("image/") || type === "application/pdf";
}

/** A letter says everything without its charts too, so it never waits for them. */
async function madeFiles(keeper: Keeper, letter: Letter): Promise<LetterFiles> {
  try {
    const files = await keeper.ports.letters.files(letter, keeper.settings.zone);
    return { files: [...files], missing: [] };
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    keeper.ports.log.warn("Files of a letter could not be made", { key: letter.key });
    return { files: [], missing: ["grafik dan lembar kerja (tidak dapat dibuat)"] };
  }
}
