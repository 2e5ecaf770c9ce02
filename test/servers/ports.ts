import { once } from "node:events";
import { connect, createServer } from "node:net";

/** Ports that were free a moment ago, for servers that cannot be asked for any. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, "127.0.0.1"));
  await Promise.all(servers.map((server) => once(server, "listening")));
  const ports = servers.map((server) => {
    const address = server.address();
    return typeof address === "object" && address ? address.port : 0;
  });
  await Promise.all(servers.map((server) => once(server.close(), "close")));
  return ports;
}

/** Resolves once something listens there; gives up after ten seconds. */
export async function listening(port: number): Promise<void> {
  const end = performance.now() + 10_000;
  while (!(await answers(port))) {
    if (performance.now() > end) throw new Error(`Nothing listens on port ${port}`);
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    // A refused connection is answered at once; a little air between two tries.
    socket.once("error", () => setTimeout(() => resolve(false), 20));
  });
}
