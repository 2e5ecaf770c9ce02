import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative } from "node:path";

import { parseMessage } from "../mailbox/message.ts";

export const VERDICTS_HELP = `aduan verdicts FOLDER

Membaca setiap berkas di FOLDER (juga di dalam subfolder) sebagai satu surat mentah dan mencetak
satu baris JSON untuk tiap berkas: file, class, reason, answered, from, subject, unit, ticketed,
attachments, textLength, problems. Tidak ada yang dikirim, dicatat, atau diubah.`;

const MAX_SIZE = 64 * 1024 * 1024;

/** Prints the verdict on each mail of a folder; 0, or 2 when the folder cannot be read. */
export async function verdicts(args: string[], out: (line: string) => void): Promise<number> {
  const [folder] = args;
  if (args.includes("--help") || args.includes("-h")) {
    out(VERDICTS_HELP);
    return 0;
  }
  if (folder === undefined || folder.startsWith("-") || args.length > 1) {
    out("Sebutkan satu folder berisi surat mentah: aduan verdicts FOLDER");
    return 2;
  }
  const files = await filesIn(folder);
  if (!files) {
    out(`Folder ${folder} tidak dapat dibaca: periksa nama dan hak aksesnya.`);
    return 2;
  }
  for (const file of files) out(JSON.stringify(await verdictOn(file, folder)));
  return 0;
}

async function filesIn(folder: string): Promise<string[] | undefined> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted();
  } catch {
    return undefined;
  }
}

async function verdictOn(file: string, folder: string): Promise<Record<string, unknown>> {
  const name = relative(folder, file);
  const source = await readSource(file);
  if (!source) return { file: name, problems: ["Berkas ini tidak dapat dibaca."] };
  const message = await parseMessage(
    { folder, uidValidity: "0", uid: 0, receivedAt: 0, sent: false, ...source },
    { ourAddresses: [] },
  );
  const { verdict } = message;
  return {
    file: name,
    class: verdict.class,
    rule: verdict.rule,
    reason: verdict.reason,
    answered: verdict.answerable,
    from: message.from?.address ?? "",
    subject: message.subject,
    unit: "",
    ticketed: verdict.class === "complaint" || verdict.class === "reply",
    attachments: message.attachments.map((attachment) => attachment.name),
    textLength: message.text.length,
    problems: message.problems,
  };
}

/** The whole file, or its beginning when it is past what the worker would fetch. */
async function readSource(
  file: string,
): Promise<{ source: Uint8Array; truncated: boolean } | undefined> {
  try {
    const { size } = await stat(file);
    const source = await readFile(file);
    return { source: source.subarray(0, MAX_SIZE), truncated: size > MAX_SIZE };
  } catch {
    return undefined;
  }
}
