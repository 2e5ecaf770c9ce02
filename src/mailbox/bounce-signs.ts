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
  const opens = opensLikeBounce(subject, text);
  const fails = tellsOfFailure(subject, text);
  const returns = hasPart(
    parts,
    /^(?:message\/(?:rfc822|global)|(?:text|message)\/rfc822-headers)$/,
  );
  const written = headers.first("from");
  if (isDaemon(from, written)) {
    if (opens || hasEmptyReturnPath(draft)) return true;
    return fails && (isProgram(written) || returns || namesCode(text));
  }
  const isMute = from !== null && takesNoAnswers(from.address);
  if (hasEmptyReturnPath(draft)) return opens || (fails && (isMute || returns));
  return isMute && fails && returns;
}

/** `<>`; a header that is not there says nothing (B068). */
export function hasEmptyReturnPath({ headers }: Draft): boolean {
  return headers.has("return-path") && /^(?:<\s*>)?$/.test(headers.first("return-path"));
}

export function hasPart(parts: Draft["parts"], type: RegExp): boolean {
  return parts.some((part) => type.test(part.type));
}
