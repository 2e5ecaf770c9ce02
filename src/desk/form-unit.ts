import type { Complaint } from "./complaint.ts";
import { findUnit } from "./directory.ts";
import type { Office } from "./office.ts";
import { addressIn } from "./people.ts";
import { namesNoUnit } from "./unit-names.ts";

/**
 * A form's complaint with its unit as *OPD-Desa* calls it. What names a unit that the directory does
 * not know stays as it was written; "Dinas" alone names none, and is asked for.
 */
export function withKnownUnit(complaint: Complaint, { units, policy }: Office): Complaint {
  const written = complaint.unit;
  const isOpen = namesNoUnit(written);
  const sender = { address: addressIn(complaint.email), name: complaint.reporter };
  const texts = { subject: "", body: isOpen ? complaint.place : "", signature: "" };
  const unit = findUnit(units, isOpen ? [sender] : [], texts, written, policy.freeMailDomains);
  if (unit) return { ...complaint, unit: unit.name };
  if (!isOpen) return complaint;
  const said = written.trim();
  const note = `OPD/Desa pada formulir hanya berisi "${said}"; mohon dilengkapi.`;
  const notes = said === "" ? complaint.notes : [...complaint.notes, note];
  return { ...complaint, unit: "", notes };
}
