import { once } from "node:events";
import { connect, createServer } from "node:net";
import type { Socket } from "node:net";

import { portOf } from "../../src/sandbox/mail/port.ts";

export interface Muffler {
  host: string;
  port: number;
  /** Swallows every byte of the lines that are open, without closing them. */
  muffle(on: boolean): void;
  close(): Promise<void>;
}

/** A way to a server that can fall silent. */
export async function muffler(target: number): Promise<Muffler> {
  let silent = false;
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(target, "127.0.0.1");
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on("data", (chunk) => {
        if (!silent) to.write(chunk);
      });
      from.on("error", () => {});
      from.once("close", () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    host: "127.0.0.1",
    port: portOf(server),
    muffle(on) {
      silent = on;
    },
    async close() {
      sockets.forEach((socket) => socket.destroy());
      await once(server.close(), "close");
    },
  };
}
