import type { Instant } from "./time.ts";

export const CHANNELS = [
  "Email",
  "Formulir",
  "Telepon",
  "Pesan Teks",
  "Surat",
  "Website",
  "Langsung",
] as const;
export type Channel = (typeof CHANNELS)[number];

export const KINDS = ["Aduan", "Permintaan"] as const;
export type ComplaintKind = (typeof KINDS)[number];

export const CATEGORIES = [
  "Internet mati",
  "Internet lambat",
  "WiFi",
  "Kabel/FO putus",
  "Radio/tautan nirkabel",
  "Perangkat jaringan",
  "Konflik IP/DHCP",
  "VPN",
  "DNS/domain",
  "Server/aplikasi/hosting",
  "Keamanan",
  "Permintaan layanan",
  "Lainnya",
] as const;
export type Category = (typeof CATEGORIES)[number];

export const PRIORITIES = ["Tinggi", "Sedang", "Rendah"] as const;
export type Priority = (typeof PRIORITIES)[number];

/** A file that came with a message; the file itself stays in the mailbox. */
export interface Attachment {
  /** Base name, control characters stripped, never a path. */
  name: string;
  /** MIME type in lower case, `application/octet-stream` when unknown. */
  type: string;
  /** Bytes after decoding; an estimate from the encoded size is allowed. */
  size: number;
  /** Index of the part among the message's attachments, to fetch it again. */
  part: number;
}

/** What the worker thinks of a complaint before people look; only ever a suggestion. */
export interface Suggestion {
  category: Category | "";
  /** Category certain enough to be filled in at birth. */
  categorySure: boolean;
  priority: Priority | "";
  /** Looks like a request rather than a fault (from mail *Jenis* stays Aduan). */
  request: boolean;
  /** About a public place, which belongs to no unit. */
  publicPlace?: boolean;
  /** A few words in Indonesian: why. */
  reason: string;
}

/** The one shape that a mail, a form response and a typed row all become. Blank is `""`. */
export interface Complaint {
  channel: Channel;
  kind: ComplaintKind;
  /** Start of step 2: INTERNALDATE, form timestamp, typed *Waktu Lapor* (else first seen). */
  reportedAt: Instant;
  unit: string;
  reporter: string;
  /** Where letters to the reporter go; `""` when there is none. */
  email: string;
  phone: string;
  place: string;
  /** Short title, prefixes stripped; else the first 80 characters of the text. */
  subject: string;
  /** Bounded, secrets masked. */
  text: string;
  attachments: Attachment[];
  category: Category | "";
  suggestion: Suggestion;
  /** Sentences in Indonesian for *Catatan Sistem*: what could not be read, and where it lies. */
  notes: string[];
}
