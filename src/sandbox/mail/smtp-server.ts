import { once } from "node:events";
import type { Socket } from "node:net";
import { buffer } from "node:stream/consumers";

import { SMTPServer } from "smtp-server";
import type { SMTPServerSession } from "smtp-server";

import { reply, takeFault } from "./faults.ts";
import type { Faults } from "./faults.ts";
import { portOf } from "./port.ts";

export interface SmtpServerOptions {
  user: string;
  password: string;
  faults: Faults;
  /** The reply to every login, `535 5.7.8 …`, or null: the password decides. */
  loginReply(): string | null;
  /** Announced in EHLO; null: none. */
  size: number | null;
  /** Takes a mail; answers the text after `250 `. */
  accept(raw: Buffer, to: string[]): Promise<string>;
}

export interface SmtpServer {
  host: string;
  port: number;
  /** Logins tried so far. */
  logins: () => number;
  close(): Promise<void>;
}

/** The helpdesk's submission server, on loopback without TLS. */
export async function startSmtp(options: SmtpServerOptions): Promise<SmtpServer> {
  const sockets = new Map<number, Socket>();
  const hangUp = (session: SMTPServerSession) => sockets.get(session.remotePort)?.destroy();
  let logins = 0;

  const server = new SMTPServer({
    ...(options.size === null ? {} : { size: options.size, rejectOversized: true }),
    allowInsecureAuth: true,
    disabledCommands: ["STARTTLS"],
    disableReverseLookup: true,
    // Replies carry their own status codes; the library would put a second one before them.
    hideENHANCEDSTATUSCODES: true,
    closeTimeout: 1,
    onAuth({ username, password }, _session, done) {
      logins += 1;
      const refusal = options.loginReply();
      if (refusal) return done(reply(refusal));
      if (username !== options.user || password !== options.password) {
        return done(reply("535 5.7.8 Authentication credentials invalid"));
      }
      return done(null, { user: username });
    },
    onRcptTo({ address }, session, done) {
      const fault = takeFault(options.faults, address.toLowerCase(), (rule) =>
        rule.kind === "refuse" ? rule.at !== "data" : rule.when === "before",
      );
      if (fault?.kind === "drop") hangUp(session);
      else done(fault ? reply(fault.reply) : null);
    },
    onData(stream, session, done) {
      takeMail(stream, session).then((text) => {
        if (text === null) hangUp(session);
        else done(null, text);
      }, done);
    },
  });
  // Refused and cut connections belong to the play.
  server.on("error", () => {});
  server.server.on("connection", (socket) => {
    const { remotePort } = socket;
    if (remotePort === undefined) return;
    sockets.set(remotePort, socket);
    socket.once("close", () => sockets.delete(remotePort));
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");

  /** null: hang up without an answer. */
  async function takeMail(stream: NodeJS.ReadableStream, { envelope }: SMTPServerSession) {
    const raw = await buffer(stream);
    const to = envelope.rcptTo.map(({ address }) => address.toLowerCase());
    const fault = takeFault(options.faults, to[0] ?? "", (rule) =>
      rule.kind === "refuse"
        ? rule.at === "data" && raw.length > (rule.above ?? 0)
        : rule.when === "after",
    );
    if (fault?.kind === "refuse") throw reply(fault.reply);
    if (fault?.kind !== "drop") return options.accept(raw, to);
    if (fault.when === "after" && fault.stored) await options.accept(raw, to);
    return null;
  }

  return {
    host: "127.0.0.1",
    port: portOf(server.server),
    logins: () => logins,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(resolve);
        sockets.forEach((socket) => socket.destroy());
      }),
  };
}
