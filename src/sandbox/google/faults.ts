import type { Method } from "./discovery.ts";
import { help, limitOf, quotaExceeded } from "./quota.ts";
import { notFound, permissionDenied, Refusal } from "./refusal.ts";

/** What goes wrong with a call; `after` means that its effect has happened all the same. */
export type FaultKind =
  | { kind: "unavailable" | "internal" | "reset"; when: "before" | "after" }
  /** No answer at all, and no effect. */
  | { kind: "hang" }
  | { kind: "bad-gateway" | "quota" | "disabled" | "not-found" | "denied" }
  | { kind: "slow"; ms: number };

export type Fault = FaultKind & {
  /** Only for methods whose id contains this: `values.batchUpdate`, `forms.`, `token`. */
  for?: string;
  /** How many calls it meets; 1 when left out. */
  times?: number;
};

export interface FaultQueue {
  add(...faults: Fault[]): void;
  clear(): void;
  /** The first fault for this call, used up by it. */
  take(id: string): Fault | undefined;
  waiting(): number;
}

export function createFaults(): FaultQueue {
  const queue: { fault: Fault; left: number }[] = [];
  return {
    add: (...faults) => queue.push(...faults.map((fault) => ({ fault, left: fault.times ?? 1 }))),
    clear: () => queue.splice(0),
    take(id) {
      const index = queue.findIndex(({ fault }) => id.includes(fault.for ?? ""));
      const found = queue[index];
      if (!found) return undefined;
      found.left -= 1;
      if (found.left <= 0) queue.splice(index, 1);
      return found.fault;
    },
    waiting: () => queue.length,
  };
}

/** The answer that a fault puts in place of the method's own, where it is one of Google's. */
export function faultAnswer(fault: Fault, method: Method): Refusal | undefined {
  switch (fault.kind) {
    case "unavailable":
      return new Refusal(503, "UNAVAILABLE", "The service is currently unavailable.");
    case "internal":
      return new Refusal(500, "INTERNAL", "Internal error encountered.");
    case "quota":
      return quotaExceeded(limitOf(method));
    case "disabled":
      return serviceDisabled(method);
    case "not-found":
      return notFound();
    case "denied":
      return permissionDenied();
    default:
      return undefined;
  }
}

export const BAD_GATEWAY = `<!DOCTYPE html>
<html lang=en><title>Error 502 (Server Error)!!1</title>
<p><b>502.</b> <ins>That's an error.</ins>
`;

function serviceDisabled(method: Method): Refusal {
  const title = method.service.name === "forms" ? "Google Forms API" : "Google Sheets API";
  const service = `${method.service.name}.googleapis.com`;
  const url = `https://console.developers.google.com/apis/api/${service}/overview?project=100000000001`;
  const message = `${title} has not been used in project 100000000001 before or it is disabled. Enable it by visiting ${url} then retry.`;
  return new Refusal(403, "PERMISSION_DENIED", message, [
    {
      "@type": "type.googleapis.com/google.rpc.ErrorInfo",
      reason: "SERVICE_DISABLED",
      domain: "googleapis.com",
      metadata: { service, consumer: "projects/100000000001" },
    },
    help("Google developers console API activation", url),
  ]);
}
