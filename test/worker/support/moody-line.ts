import { once } from "node:events";
import { connect, createServer } from "node:net";
import type { Socket } from "node:net";

import { portOf } from "../../../src/sandbox/mail/port.ts";

/** A line to a server on loopback that can be made to hang up on everybody. */
export interface MoodyLine {
  host: string;
  port: number;
  /** From now on it accepts and closes 15 ms later; what stands is cut. */
  hangUp(): void;
  mend(): void;
  /** Accepted so far. */
  connections: number;
  close(): Promise<void>;
}

export async function moodyLine(target: { host: string; port: number }): Promise<MoodyLine> {
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.once("close", () => sockets.delete(socket));
  };
  let isMoody = false;
  const cut = () => sockets.forEach((socket) => socket.destroy());
  const server = createServer((caller) => {
    line.connections += 1;
    keep(caller);
    if (isMoody) {
      setTimeout(() => caller.destroy(), 15);
      return;
    }
    const behind = connect(target.port, target.host);
    keep(behind);
    caller.pipe(behind).pipe(caller);
    caller.once("close", () => behind.destroy());
    behind.once("close", () => caller.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const line: MoodyLine = {
    host: "127.0.0.1",
    port: portOf(server),
    connections: 0,
    hangUp() {
      isMoody = true;
      cut();
    },
    mend() {
      isMoody = false;
    },
    async close() {
      server.close();
      cut();
      await once(server, "close");
    },
  };
  return line;
}
