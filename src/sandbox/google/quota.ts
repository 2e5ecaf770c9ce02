import type { Method } from "./discovery.ts";
import { isWrite } from "./methods.ts";
import { Refusal } from "./refusal.ts";

/** Counts calls in fixed minutes of the office's clock; a call that fails counts too. */
export function createQuota(now: () => number): (method: Method) => void {
  let minute = Number.NaN;
  const used = new Map<string, number>();
  return (method) => {
    const current = Math.floor(now() / 60_000);
    if (current !== minute) used.clear();
    minute = current;
    const limit = limitOf(method);
    const count = (used.get(limit.metric) ?? 0) + 1;
    used.set(limit.metric, count);
    if (count > limit.perUser) throw quotaExceeded(limit);
  };
}

export interface QuotaLimit {
  service: string;
  /** `Read requests` */
  title: string;
  metric: string;
  limit: string;
  perUser: number;
}

export function limitOf(method: Method): QuotaLimit {
  const service = `${method.service.name}.googleapis.com`;
  if (method.service.name === "forms") {
    const expensive = method.id.endsWith("responses.list");
    return expensive
      ? quotaLimit(service, "Expensive read requests", "expensive_read_requests", 180)
      : quotaLimit(service, "Read requests", "read_requests", 390);
  }
  return isWrite(method)
    ? quotaLimit(service, "Write requests", "write_requests", 60)
    : quotaLimit(service, "Read requests", "read_requests", 60);
}

function quotaLimit(service: string, title: string, metric: string, perUser: number): QuotaLimit {
  const words = title.split(" ").map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  const name = `${words.join("")}PerMinutePerUser`;
  return { service, title, metric: `${service}/${metric}`, limit: name, perUser };
}

export function quotaExceeded({
  service,
  title,
  metric,
  limit: name,
  perUser,
}: QuotaLimit): Refusal {
  const consumer = "project_number:100000000001";
  const message = `Quota exceeded for quota metric '${title}' and limit '${title} per minute per user' of service '${service}' for consumer '${consumer}'.`;
  return new Refusal(429, "RESOURCE_EXHAUSTED", message, [
    {
      "@type": "type.googleapis.com/google.rpc.ErrorInfo",
      reason: "RATE_LIMIT_EXCEEDED",
      domain: "googleapis.com",
      metadata: {
        service,
        consumer,
        quota_metric: metric,
        quota_limit: name,
        quota_limit_value: String(perUser),
        quota_unit: "1/min/{project}/{user}",
        quota_location: "global",
      },
    },
    help("Request a higher quota limit.", "https://cloud.google.com/docs/quotas/help"),
  ]);
}

export function help(description: string, url: string): unknown {
  return { "@type": "type.googleapis.com/google.rpc.Help", links: [{ description, url }] };
}
