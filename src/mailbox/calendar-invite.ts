import { cleanLine } from "../desk/plain-text.ts";
import type { Part } from "./mail-parts.ts";

/** A calendar object that came by mail. */
export interface CalendarInvite {
  /** Lower-case METHOD, `publish` when none is given. */
  method: string;
  /** "Undangan: Rapat jaringan, 1 Desember 2026 pukul 09.00 WIB, Ruang Bappeda" */
  sentence: string;
}

/** The invitation that a mail is; null when it has none, or only has one attached as a file. */
export function calendarInvite(
  parts: readonly Part[],
  { rootType, zone }: { rootType: string; zone: string },
): CalendarInvite | null {
  const part = parts.find(({ type }) => type === "text/calendar" || type === "application/ics");
  if (!part) return null;
  const object = (part.content?.toString("utf8") ?? "").replaceAll(/\r?\n[ \t]/g, "");
  const method = part.params["method"] ?? property(object, "METHOD")?.value ?? "";
  const isFile = part.disposition === "attachment" || part.params["method"] === undefined;
  if (rootType !== "text/calendar" && isFile && method === "") return null;
  return {
    method: cleanLine(method, 40).toLowerCase() || "publish",
    sentence: sentence(object, zone),
  };
}

function sentence(object: string, zone: string): string {
  const event = object.slice(Math.max(0, object.search(/^BEGIN:VEVENT/im)));
  const facts = [
    property(event, "SUMMARY")?.value,
    when(property(event, "DTSTART"), zone),
    property(event, "LOCATION")?.value,
  ];
  const said = facts
    .map((fact) => cleanLine(unescape(fact ?? ""), 200))
    .filter((fact) => fact !== "");
  return `Undangan: ${said.join(", ") || "tanpa keterangan"}`;
}

function property(object: string, name: string): { value: string; zone: string } | undefined {
  const found = new RegExp(
    String.raw`^${name}((?:;[^:\r\n]{0,200})?):([^\r\n]{0,2000})`,
    "im",
  ).exec(object);
  if (!found) return undefined;
  const [, parameters = "", value = ""] = found;
  return { value, zone: /TZID="?([^;":]+)/i.exec(parameters)?.[1] ?? "" };
}

function unescape(value: string): string {
  return value.replaceAll(/\\n/gi, " ").replaceAll(/\\([,;\\])/g, "$1");
}

function when(
  start: { value: string; zone: string } | undefined,
  office: string,
): string | undefined {
  const found = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/.exec(start?.value.trim() ?? "");
  if (!found || !start) return undefined;
  const [, year, month, day, hour, minute, second, utc] = found;
  const date = `${year}-${month}-${day}`;
  try {
    if (hour === undefined) return Temporal.PlainDate.from(date).toLocaleString("id-ID", DAY);
    const local = Temporal.PlainDateTime.from(`${date}T${hour}:${minute}:${second}`);
    const zone = utc === "Z" ? "UTC" : start.zone || office;
    return local.toZonedDateTime(zone).withTimeZone(office).toLocaleString("id-ID", MOMENT);
  } catch {
    return undefined;
  }
}

const DAY = { day: "numeric", month: "long", year: "numeric" } as const;
const MOMENT = { ...DAY, hour: "2-digit", minute: "2-digit", timeZoneName: "short" } as const;
