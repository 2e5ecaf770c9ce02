import { acknowledgement } from "./acknowledgement.ts";
import { alarm } from "./alarm.ts";
import { assignment } from "./assignment.ts";
import { cancelled } from "./cancelled.ts";
import type { CommonData, Context } from "./context.ts";
import { deadlineMoved } from "./deadline-moved.ts";
import { digest } from "./digest.ts";
import { escalation } from "./escalation.ts";
import { factsRequest } from "./facts-request.ts";
import { grouped } from "./grouped.ts";
import { onDuty } from "./on-duty.ts";
import { overdue } from "./overdue.ts";
import { reassignment } from "./reassignment.ts";
import { recap } from "./recap.ts";
import { reopened } from "./reopened.ts";
import { replyReceived } from "./reply-received.ts";
import { report } from "./report.ts";
import { resolution } from "./resolution.ts";
import { cleaned, oneLine } from "./values.ts";
import { warning } from "./warning.ts";

/** What a letter's templates may mention: formatted, one line a value, nothing left to compute. */
export interface TemplateData {
  /** `""` for letters about no single complaint. */
  number: string;
  [field: string]: unknown;
}

export function dataFor(context: Context): TemplateData {
  const data = dataOf(context);
  return { ...cleaned(data), number: oneLine(data.number) };
}

function dataOf(context: Context): CommonData {
  const { facts } = context.letter;
  switch (facts.kind) {
    case "acknowledgement":
      return acknowledgement(facts, context);
    case "facts-request":
      return factsRequest(facts, context);
    case "assignment":
      return assignment(facts, context);
    case "reassignment":
      return reassignment(facts, context);
    case "reply-received":
      return replyReceived(facts, context);
    case "warning":
      return warning(facts, context);
    case "overdue":
      return overdue(facts, context);
    case "escalation":
      return escalation(facts, context);
    case "deadline-moved":
      return deadlineMoved(facts, context);
    case "resolution":
      return resolution(facts, context);
    case "report":
      return report(facts, context);
    case "reopened":
      return reopened(facts, context);
    case "cancelled":
      return cancelled(facts, context);
    case "on-duty":
      return onDuty(facts, context);
    case "digest":
      return digest(facts, context);
    case "recap":
      return recap(facts, context);
    case "alarm":
      return alarm(facts, context);
    default:
      return grouped(facts, context);
  }
}
