import { RemoteError } from "../errors.ts";
import { examine, imapConnection } from "./imap-connection.ts";
import type { ConnectionOptions } from "./imap-connection.ts";
import { sentFolderFinder } from "./imap-sent.ts";

/** Signs in and looks. Answers one sentence in Indonesian, or throws `RemoteError`. */
export async function checkImap(
  options: ConnectionOptions & { sentFolder?: string },
): Promise<string> {
  const connection = imapConnection(options);
  try {
    return await connection.use(async (client) => {
      const box = await examine(client, options.folder);
      const sent = await sentFolderFinder(options.sentFolder)(client);
      return [
        `IMAP: tersambung ke ${options.host}:${options.port}, folder ${options.folder} berisi ${box.exists} surat`,
        sent === undefined
          ? "folder surat terkirim tidak ditemukan (isi SENT_FOLDER bila ada)"
          : `surat terkirim di ${sent}`,
        client.capabilities.has("IDLE")
          ? "surat baru diberitahukan seketika (IDLE)."
          : "server tanpa IDLE: surat baru diperiksa setiap menit.",
      ].join("; ");
    });
  } catch (error) {
    if (!(error instanceof RemoteError) || error.remedy !== undefined) throw error;
    if (error.cause instanceof Error && "responseStatus" in error.cause) throw error;
    const remedy = `Server IMAP ${options.host}:${options.port} tidak dapat dihubungi: periksa IMAP_HOST, IMAP_PORT, dan jaringan.`;
    throw new RemoteError(error.message, { kind: error.kind, remedy, cause: error });
  } finally {
    await connection.close();
  }
}
