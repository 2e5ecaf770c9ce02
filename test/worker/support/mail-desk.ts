import type { Message } from "../../../src/desk/message.ts";
import type { Office, Unit } from "../../../src/desk/office.ts";
import type { Ticket } from "../../../src/desk/ticket.ts";
import { MINUTE } from "../../../src/desk/time.ts";
import { parseMessage } from "../../../src/mailbox/message.ts";
import { deliver } from "../../../src/worker/deliver.ts";
import { mailPass } from "../../../src/worker/mail-pass.ts";
import type { OutgoingMail } from "../../../src/worker/ports.ts";
import type { OtherMailLine } from "../../../src/worker/sheet-port.ts";
import { anOffice, aPolicy } from "../../desk/support/office.ts";
import { aKeeper, type KeptOffice } from "./a-keeper.ts";

export const MAILBOX = "helpdesk@kominfo.example";

/** The worker's mail pass and hand-over on raw mails, with a journal in memory and its own clock. */
export interface MailDesk extends KeptOffice {
  /** One pass over these mails, then the letters they cause. */
  arrive(...raws: string[]): Promise<void>;
  /** The same for mails as the reader gives them. */
  take(...messages: Message[]): Promise<void>;
  /** A raw mail as it would be read, come at this instant. */
  read(raw: string, at?: number): Promise<Message>;
  ticket(number: string): Promise<Ticket>;
  /** Lines of *Surat Lain*. */
  aside(): Promise<OtherMailLine[]>;
  /** Letters to an address, by their kind. */
  lettersTo(address: string): string[];
}

function unit(name: string, ...addresses: string[]): Unit {
  return { name, shortName: "", kind: "OPD", subDistrict: "", addresses };
}

const UNITS = [
  unit("Kecamatan Dawe", "kec.dawe@kuduskab.example"),
  unit("Kecamatan Bae", "kec.bae@kuduskab.example"),
  unit("Kecamatan Mejobo", "kec.mejobo@kuduskab.example"),
  unit("Puskesmas Gebog", "pkm.gebog@kuduskab.example"),
  unit("Desa Gribig", "desa.gribig@desa.example"),
  unit("Desa Colo", "desa.colo@desa.example"),
];

export async function aMailDesk(
  start = "2026-11-24T08:12:00+07:00",
  changes: Partial<Office> = {},
): Promise<MailDesk> {
  const policy = aPolicy({ sendMode: "ya", ourAddresses: [MAILBOX] });
  const kept = await aKeeper(Date.parse(start), anOffice({ policy, units: UNITS, ...changes }));
  let arriving: Message[] = [];
  let uid = 0;
  const { ports } = kept.keeper;
  ports.mailbox = {
    ...ports.mailbox,
    async *read() {
      yield { messages: arriving, cursor: { inbox: null, sent: null, lastReceivedAt: null } };
    },
  };

  function read(raw: string, at = kept.clock.now): Promise<Message> {
    uid += 1;
    const place = { folder: "INBOX", uidValidity: "1", uid, sent: false, truncated: false };
    const source = Buffer.from(raw.replaceAll(/\r?\n/g, "\r\n"));
    return parseMessage(
      { ...place, receivedAt: at, source },
      { ourAddresses: [MAILBOX], letterDomain: "kominfo.example", ticketPrefix: "JKD" },
    );
  }

  async function take(...messages: Message[]): Promise<void> {
    arriving = messages;
    await mailPass(kept.keeper);
    while ((await deliver(kept.keeper)).sent > 0);
    kept.clock.now += MINUTE;
  }

  return Object.assign(kept, {
    take,
    read,
    async arrive(...raws: string[]) {
      await take(...(await Promise.all(raws.map((raw) => read(raw)))));
    },
    async ticket(number: string) {
      const found = await kept.journal.ticket(number);
      if (!found) throw new RangeError(`Cannot find ticket "${number}": there is none`);
      return found;
    },
    aside: () => kept.journal.otherMailDue(100),
    lettersTo: (address: string) =>
      kept.taken.filter(({ to }) => to.address === address).map(kindOf),
  });
}

function kindOf({ rendered }: OutgoingMail): string {
  const facts: { kind: string } = JSON.parse(rendered.text);
  return facts.kind;
}

/** A mail as its sender's program writes it. */
export function written(
  from: string,
  subject: string,
  body: string,
  headers: readonly string[] = [],
): string {
  return [
    `From: ${from}`,
    `To: ${MAILBOX}`,
    `Subject: ${subject}`,
    ...headers,
    "Content-Type: text/plain; charset=utf-8",
    "",
    body,
  ].join("\n");
}
