import { KNOWN } from "./placing.ts";
import type { Placing } from "./placing.ts";

const NEW: Placing = { ticket: "new", role: "", unit: "Desa Colo" };
const JOINED: Placing = { ticket: KNOWN, role: "reporter", unit: "Desa Colo" };
const ASIDE: Placing = { ticket: "aside", role: "", unit: "" };
const OPEN = { unit: "" };

/** Where the messages of an area end up, unless {@link PLACES} says otherwise. */
export const AREA_PLACES: Readonly<Record<string, Placing>> = {
  complaints: NEW,
  replies: JOINED,
  thanks: JOINED,
  bounces: ASIDE,
  automatic: ASIDE,
  bulk: NEW,
  other: ASIDE,
  charsets: NEW,
  structures: NEW,
  writers: { ...NEW, unit: "" },
  attachments: NEW,
  samples: { ...NEW, unit: "" },
};

/** Messages that end up elsewhere than the rest of their area. */
export const PLACES: Readonly<Record<string, Partial<Placing>>> = {
  "a citizen with free mail": OPEN,
  "an application that takes no answers": OPEN,
  "an officer's report": { role: "staff" },
  "the number guessed by a stranger is still only a reply": { ...NEW, unit: "" },
  "a person who forwards a bounce is a complaint": NEW,
  "a person whose subject opens like a bounce is a complaint": NEW,
  "an advertisement full of our words": ASIDE,
  "a complaint with a calendar file attached": NEW,
  "a report in a letter's clothes: Undangan Rapat": NEW,
  "a report in a letter's clothes: Surat pengantar": NEW,
  "a report in a letter's clothes: Balasan otomatis tidak jalan": NEW,
  "a report in a letter's clothes: Permohonan titik WiFi": NEW,
  "an answer written by hand": { ticket: "none" },
  "our own letter in Sent": { ticket: "none" },
  "binary waste": OPEN,
  "no bytes at all": ASIDE,
  "no From but a Sender": { unit: "Desa Piji" },
  "a usable Reply-To beside a no-reply sender": { unit: "Kecamatan Bae" },
  "a Reply-To that is ours": { unit: "Kecamatan Bae" },
  "capitals in the address": { unit: "Kecamatan Bae" },
  "our address in Cc in other letters": { unit: "Kecamatan Bae" },
  "a village, short as a text message": { unit: "Desa Piji" },
  "a health centre at length": { unit: "UPTD Puskesmas Gebog" },
  "a vendor's offer": ASIDE,
  "a head who passes on a village's report": { unit: "Desa Berugenjang" },
  "the hospital on a Saturday night": { unit: "RSUD dr. Loekmono Hadi" },
  "the same office a second time": { unit: "Kecamatan Dawe" },
  "a delivery report without its parts": ASIDE,
};
