import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";

export interface Answer {
  status: number;
  type: "application/json; charset=UTF-8" | "text/html; charset=UTF-8";
  body: string;
}

/** Sends in chunks, zipped when asked and short, with the Date of the office's clock. */
export function send(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  now: number,
): void {
  response.sendDate = false;
  const headers: Record<string, string> = {
    "Content-Type": answer.type,
    Date: new Date(now).toUTCString(),
    Server: "ESF",
    "Cache-Control": "private",
    Vary: "Origin, X-Origin, Referer",
  };
  const isShort = answer.body.length <= LONGEST_TO_ZIP;
  const zip = isShort && /\bgzip\b/.test(request.headers["accept-encoding"]?.toString() ?? "");
  if (zip) headers["Content-Encoding"] = "gzip";
  response.writeHead(answer.status, headers);
  // A chunk of its own first: Google's answers have no Content-Length.
  response.flushHeaders();
  response.end(zip ? gzipSync(answer.body) : answer.body);
}

/** Long answers go as they are: on loopback zipping a whole spreadsheet costs more than it saves. */
const LONGEST_TO_ZIP = 65_536;

export interface Listening {
  port: number;
  close(): Promise<void>;
}

export async function listen(
  port: number,
  handle: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Listening> {
  const server: Server = createServer(handle);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port was given");
  return {
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
