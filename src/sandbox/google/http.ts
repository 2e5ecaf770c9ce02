import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";

export interface Answer {
  status: number;
  type: "application/json; charset=UTF-8" | "text/html; charset=UTF-8";
  body: string;
}

/** Sends in chunks, zipped when asked, with the Date of the office's clock. */
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
  const zip = /\bgzip\b/.test(request.headers["accept-encoding"]?.toString() ?? "");
  if (zip) headers["Content-Encoding"] = "gzip";
  response.writeHead(answer.status, headers);
  // A chunk of its own first: Google's answers have no Content-Length.
  response.flushHeaders();
  response.end(zip ? zipped(answer.body) : answer.body);
}

/** The last reading is often asked for again unchanged; zipping it twice would be the dearest part. */
const ZIPPED = new Map<string, Buffer>();

function zipped(body: string): Buffer {
  const known = ZIPPED.get(body);
  if (known) return known;
  const buffer = gzipSync(body, { level: 1 });
  if (body.length > 20_000) {
    if (ZIPPED.size >= 4) ZIPPED.clear();
    ZIPPED.set(body, buffer);
  }
  return buffer;
}

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
