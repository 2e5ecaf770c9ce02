/** Names of the Sent folder, most common first, for servers that do not mark it. */
const SENT_NAMES = [
  "sent",
  "sent items",
  "sent messages",
  "sent mail",
  "terkirim",
  "surat terkirim",
  "pesan terkirim",
  "item terkirim",
  "kotak terkirim",
];

export interface ListedFolder {
  path: string;
  name: string;
  specialUse?: string | undefined;
  /** `name`: only guessed by the client library. */
  specialUseSource?: string | undefined;
}

/** Path of the folder that holds sent mail: as configured, as marked by the server, or by name. */
export function findSentFolder(
  folders: readonly ListedFolder[],
  configured: string | undefined,
): string | undefined {
  if (configured !== undefined) {
    return folders.find(({ path }) => path === configured)?.path;
  }
  const marked = folders.find(
    ({ specialUse, specialUseSource }) => specialUse === "\\Sent" && specialUseSource !== "name",
  );
  return marked?.path ?? byName(folders);
}

function byName(folders: readonly ListedFolder[]): string | undefined {
  for (const wanted of SENT_NAMES) {
    const found = folders.find(({ name }) => name.toLowerCase() === wanted);
    if (found) return found.path;
  }
  return undefined;
}
