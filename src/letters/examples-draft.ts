import type { LetterFacts, Recipient } from "../desk/letter.ts";
import type { Ticket } from "../desk/ticket.ts";
import type { Instant } from "../desk/time.ts";

/** What an example says before it is a letter. */
export interface ExampleDraft {
  name: string;
  to: Recipient;
  facts: LetterFacts;
  ticket?: Ticket | null;
  now?: Instant;
}

export const REPORTER: Recipient = {
  role: "reporter",
  name: "Dwi Astuti",
  address: "dwi@kecdawe.example",
};
export const OFFICER: Recipient = {
  role: "officer",
  name: "Budi Hartono",
  address: "budi@kominfo.example",
};
export const SECTION_HEAD: Recipient = {
  role: "section-head",
  name: "Siti Aminah",
  address: "kasi@kominfo.example",
};
export const DIVISION_HEAD: Recipient = {
  role: "division-head",
  name: "Joko Santoso",
  address: "kabid@kominfo.example",
};
export const HELPDESK: Recipient = {
  role: "helpdesk",
  name: "Ratna Wulandari",
  address: "ratna@kominfo.example",
};
