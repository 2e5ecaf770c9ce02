import type { Letter } from "../desk/letter.ts";
import { MINUTE } from "../desk/time.ts";
import { RemoteError } from "../errors.ts";
import type { Keeper } from "./keeper.ts";
import type { MailFile } from "./ports.ts";

/** Pictures and PDFs that travel with a letter (DESIGN 7). */
const MOST_BYTES = 10 * 1024 * 1024;
/** How long a letter waits for a mailbox that is away before it goes without its pictures. */
const FILES_PATIENCE = 5 * MINUTE;

/** The files of a letter, made here or fetched from the mailbox; `wait` while that is away. */
export async function filesOf(keeper: Keeper, letter: Letter): Promise<MailFile[] | "wait"> {
  const refs = letter.rendered?.attachFrom ?? [];
  const files = await madeFiles(keeper, letter);
  let left = MOST_BYTES;
  for (const ref of refs) {
    try {
      const some = await keeper.ports.mailbox.files(ref, left);
      files.push(...some);
      left -= some.reduce((sum, { content }) => sum + content.byteLength, 0);
    } catch (error) {
      if (!(error instanceof RemoteError)) throw error;
      if (keeper.ports.clock.now() - letter.plannedAt < FILES_PATIENCE) return "wait";
      keeper.ports.log.warn("Files left out of a letter", { key: letter.key });
    }
  }
  return files;
}

/** A letter says everything without its charts too, so it never waits for them. */
async function madeFiles(keeper: Keeper, letter: Letter): Promise<MailFile[]> {
  try {
    return await keeper.ports.letters.files(letter, keeper.settings.zone);
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    keeper.ports.log.warn("Files of a letter could not be made", { key: letter.key });
    return [];
  }
}
