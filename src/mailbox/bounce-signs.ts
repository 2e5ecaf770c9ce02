import {
  isDaemon,
  isProgram,
  namesCode,
  opensLikeBounce,
  takesNoAnswers,
  tellsOfFailure,
} from "./daemons.ts";
import type { Draft } from "./draft.ts";

/** A report by RFC 3464, or what calls itself one. */
export function isDeliveryReport({ rootType, rootParams, parts }: Draft): boolean {
  if (hasPart(parts, /^message\/(?:global-)?delivery-status$/)) {
    return rootType === "multipart/report" || rootType === "multipart/mixed";
  }
  return (
    rootType === "multipart/report" && /^delivery-status$/i.test(rootParams["report-type"] ?? "")
  );
}

/** A report in words alone, by who writes it and what it says or gives back. */
export function isPlainBounce(draft: Draft): boolean {
  const { headers, from, subject, text, parts } = draft;
  if (headers.has("x-failed-recipients")) return true;
  if (headers.has("x-ms-exchange-message-is-ndr")) return true;
  if (hasPart(parts, /^message\/(?:disposition-notification|feedback-report)$/)) return false;
  const written = headers.first("from");
  const isMachine = isDaemon(from, written);
  const isMute = from !== null && takesNoAnswers(from.address);
  const hasNoPath = hasEmptyReturnPath(draft);
  // People's mail, most of all, ends here: what follows reads the whole text.
  if (!isMachine && !isMute && !hasNoPath) return false;
  if (isMachine && hasNoPath) return true;
  const opens = opensLikeBounce(subject, text);
  if (opens && (isMachine || hasNoPath)) return true;
  if (!tellsOfFailure(subject, text)) return false;
  const returns = hasPart(parts, RETURNED);
  if (isMachine) return isProgram(written) || returns || namesCode(text);
  return hasNoPath ? isMute || returns : returns;
}

/** A letter that is given back. */
const RETURNED = /^(?:message\/(?:rfc822|global)|(?:text|message)\/rfc822-headers)$/;

/** `<>`; a header that is not there says nothing (B068). */
export function hasEmptyReturnPath({ headers }: Draft): boolean {
  return headers.has("return-path") && /^(?:<\s*>)?$/.test(headers.first("return-path"));
}

export function hasPart(parts: Draft["parts"], type: RegExp): boolean {
  return parts.some((part) => type.test(part.type));
}
