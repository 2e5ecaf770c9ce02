import type { Complaint } from "./complaint.ts";
import { findUnit, unitsOfAddress } from "./directory.ts";
import type { World } from "./draft.ts";
import { maskSecrets } from "./mask.ts";
import type { Address, Message } from "./message.ts";
import { cut } from "./plain-text.ts";
import { titleOf } from "./reference.ts";
import { signatureOf } from "./signature.ts";
import { suggest } from "./suggest.ts";

/** What fits a cell with room to spare (DESIGN 5.2); the whole stays in the mailbox. */
const LONGEST_TEXT = 4_000;

/** The complaint that a mail makes. Who it is from is certain, or left open with a question. */
export function mailComplaint(message: Message, world: World): Complaint {
  const { office } = world;
  const writer = writerOf(message, world);
  const whole = maskSecrets(writer.text);
  const text = cut(whole, LONGEST_TEXT);
  const subject = maskSecrets(titleOf(message.subject, writer.text));
  const unit = findUnit(
    office.units,
    writer.senders,
    { subject, body: text, signature: writer.signature },
    "",
    office.policy.freeMailDomains,
  );
  const suggestion = suggest(subject, text);
  return {
    channel: "Email",
    kind: "Aduan",
    reportedAt: Math.floor(message.receivedAt / 1000) * 1000,
    unit: unit?.name ?? "",
    reporter: writer.name,
    email: writer.email,
    phone: "",
    place: "",
    subject: subject === "" ? "(tanpa judul)" : subject,
    text: text === "" ? subject : text,
    attachments: message.attachments,
    category: suggestion.categorySure ? suggestion.category : "",
    suggestion,
    notes: [
      ...message.problems,
      ...(whole.length > text.length ? [shortened(message)] : []),
      ...writer.notes,
    ],
  };
}

/** Told once: a mail past the reader's own bound has a sentence about it already (B101). */
function shortened({ folder, uid }: Message): string {
  return `Uraian dipotong pada ${LONGEST_TEXT.toLocaleString("id-ID")} karakter; selengkapnya di kotak surat, folder ${folder}, UID ${uid}.`;
}

/** An answer that became a complaint of its own has lost it; it holds office and telephone. */
function withSignature(text: string, signature: string): string {
  return text.includes(signature) ? text : `${text}\n\n${signature}`;
}

interface Writer {
  name: string;
  email: string;
  text: string;
  senders: Address[];
  signature: string;
  notes: string[];
}

/**
 * A forward by staff or head belongs to its writer when that is certain; else unit and name come
 * from the quotation, letters go to the forwarder, and staff are offered the address (DESIGN 8).
 */
function writerOf(message: Message, { office }: World): Writer {
  const { from, replyTo, forwarded } = message;
  const signature = message.signature ?? "";
  const text = withSignature(message.newText || message.text, signature);
  const own: Writer = {
    name: from?.name ?? "",
    email: (replyTo ?? from)?.address ?? "",
    text: forwarded ? message.text : text,
    senders: [from, replyTo].filter((each) => each !== null),
    signature,
    notes: [],
  };
  const isStaff = office.staff.some((member) => member.email.toLowerCase() === from?.address);
  if (!forwarded || !isStaff) return own;
  const quoted = { name: forwarded.name, address: forwarded.address };
  const known = unitsOfAddress(office.units, forwarded.address).length > 0;
  const name = forwarded.name || forwarded.address;
  const body = forwarded.text === "" ? own.text : forwarded.text;
  const under = signatureOf(forwarded.text);
  if (forwarded.address !== "" && (forwarded.attachedOriginal || known)) {
    return {
      ...own,
      name,
      email: forwarded.address,
      text: body,
      senders: [quoted],
      signature: under,
    };
  }
  const offer =
    forwarded.address === ""
      ? "Diteruskan oleh petugas; alamat pelapor tidak tercantum."
      : `Diteruskan oleh petugas; bila pelapornya benar, isi Email Pelapor: ${forwarded.address}`;
  const writer = { name: name || own.name, text: body, senders: [quoted], signature: under };
  return { ...own, ...writer, notes: [offer] };
}
