declare module "hoodiecrow-imap" {
  import type { Server, Socket } from "node:net";

  export interface HoodiecrowMessage {
    uid: number;
    flags: string[];
    internaldate: string;
    /** One character a byte. */
    raw: string;
  }

  export interface HoodiecrowMailbox {
    messages: HoodiecrowMessage[];
    uidnext: number;
    uidvalidity: number;
  }

  export interface HoodiecrowCommand {
    tag: string;
    command: string;
    attributes?: { value?: string }[];
  }

  export interface HoodiecrowConnection {
    socket: Socket | null;
    state: string;
    directNotifications: boolean;
    /** Takes the client's next lines instead of the command parser. */
    inputHandler: ((line: string) => void) | false;
    send(response: object, description: string, parsed: HoodiecrowCommand, data: string): void;
    processNotifications(): void;
  }

  export type HoodiecrowHandler = (
    connection: HoodiecrowConnection,
    parsed: HoodiecrowCommand,
    data: string,
    done: () => void,
  ) => void;

  /** One item of a FETCH, shared by all messages that it asks for. */
  export interface FetchQuery {
    value: string;
    section?: unknown[];
    partial?: number[];
  }

  export type FetchHandler = (
    connection: HoodiecrowConnection,
    message: HoodiecrowMessage,
    query: FetchQuery,
  ) => unknown;

  export interface HoodiecrowServer {
    /** Handlers that go before the library's own. */
    fetchHandlers: Record<string, FetchHandler>;
    /** The listener beneath. */
    server: Server;
    users: Record<string, { password: string }>;
    listen(port: number, host: string, ready: () => void): void;
    close(done: () => void): void;
    registerCapability(name: string): void;
    getCommandHandler(command: string): HoodiecrowHandler;
    setCommandHandler(command: string, handler: HoodiecrowHandler): void;
    getMailbox(path: string): HoodiecrowMailbox | undefined;
    appendMessage(
      path: string,
      flags: string[],
      internalDate: string,
      raw: string,
    ): { message: HoodiecrowMessage };
    notify(response: object, mailbox: HoodiecrowMailbox): void;
  }

  export interface HoodiecrowOptions {
    plugins: readonly (string | ((server: HoodiecrowServer) => void))[];
    users: Record<string, { password: string }>;
    storage: Record<string, unknown>;
  }

  /** In truth `module.exports`, which an `import` sees as the default. */
  export default function hoodiecrow(options: HoodiecrowOptions): HoodiecrowServer;
}

declare module "hoodiecrow-imap/lib/commands/handlers/fetch.js" {
  import type { FetchHandler } from "hoodiecrow-imap";

  const handlers: Record<"BODY" | "BODY.PEEK", FetchHandler>;
  export default handlers;
}
