import type { Complaint } from "../../../src/desk/complaint.ts";
import type { Message, Verdict } from "../../../src/desk/message.ts";
import type { FormSubmission } from "../../../src/desk/observation.ts";
import type { Instant } from "../../../src/desk/time.ts";

export const REPORTER = "dinkes@kuduskab.example";

type Mail = Partial<Omit<Message, "verdict" | "from">> & {
  from?: string;
  verdict?: Partial<Verdict>;
};

/** A personal mail that may be answered; its sender is also its only author. */
export function aMail(uid: number, receivedAt: Instant, changes: Mail = {}): Message {
  const { from = REPORTER, verdict, ...rest } = changes;
  const sender = from === "" ? null : { name: nameIn(from), address: from };
  const text = rest.text ?? "Internet di kantor kami mati sejak pagi.";
  return {
    folder: "INBOX",
    uidValidity: "1",
    uid,
    sent: false,
    receivedAt,
    dateHeader: "",
    from: sender,
    replyTo: sender,
    authors: sender ? [sender] : [],
    to: [],
    cc: [],
    messageId: `<m${uid}@pelapor.example>`,
    inReplyTo: [],
    references: [],
    subject: "Internet mati",
    text,
    newText: text,
    bodyHash: `hash-${uid}`,
    attachments: [],
    letterMarks: [],
    forwarded: null,
    failures: [],
    reportedIds: [],
    list: false,
    problems: [],
    ...rest,
    verdict: {
      class: "complaint",
      rule: "default",
      reason: "surat pribadi",
      answerable: true,
      thanks: false,
      ...verdict,
    },
  };
}

function nameIn(address: string): string {
  return address.slice(0, address.indexOf("@"));
}

export function aComplaint(reportedAt: Instant, changes: Partial<Complaint> = {}): Complaint {
  return {
    channel: "Formulir",
    kind: "Aduan",
    reportedAt,
    unit: "Kecamatan Mejobo",
    reporter: "Nur",
    email: "nur@surel.example",
    phone: "",
    place: "Aula",
    subject: "WiFi aula mati",
    text: "WiFi aula mati sejak pagi.",
    attachments: [],
    category: "",
    suggestion: { category: "", categorySure: false, priority: "", request: false, reason: "" },
    notes: [],
    ...changes,
  };
}

export function aSubmission(
  responseId: string,
  receivedAt: Instant,
  changes: Partial<Complaint> = {},
): FormSubmission {
  return {
    responseId,
    createTime: "",
    lastSubmittedTime: "",
    receivedAt,
    complaint: aComplaint(receivedAt, changes),
  };
}
