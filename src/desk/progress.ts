import { checkOfficers, identified, lastSeen, reassigned, visitNeeded } from "./assign.ts";
import { checkParent } from "./children.ts";
import type { Draft } from "./draft.ts";
import { finish, isFinished } from "./finish.ts";
import { moveStart, redateAll } from "./runs.ts";
import { tellMoved } from "./recompute.ts";
import type { Settled } from "./settle.ts";
import { cancelReasonGiven, statusChanged } from "./status.ts";
import { openRuns, statusNow, type Ticket } from "./ticket.ts";

/** What settled changes of one row mean for its ticket (DESIGN 6). */
export function applyChanges(
  draft: Draft,
  settled: readonly Settled[],
  tickets: ReadonlyMap<string, Ticket>,
): void {
  const before = openRuns(draft.ticket);
  follow(draft, settled, tickets);
  // Rules that were read together with the cells have moved these deadlines already.
  tellMoved(draft, before);
}

function follow(
  draft: Draft,
  settled: readonly Settled[],
  tickets: ReadonlyMap<string, Ticket>,
): void {
  for (const { field, old, value, seenAt, seenFrom } of settled) {
    draft.emit({ type: "changed", field, old, value, seenAt, seenFrom }, "petugas");
  }
  if (lastSeen(settled, ["kind"])) redateAll(draft, "Jenis diubah");
  if (lastSeen(settled, ["parent"])) checkParent(draft, tickets);
  const { reportedAt } = draft.ticket.fields;
  if (lastSeen(settled, ["reportedAt"]) && reportedAt !== null) moveStart(draft, reportedAt);
  const status = lastSeen(settled, ["status"]);
  if (status) statusChanged(draft, status.seenAt);
  cancelReasonGiven(draft);
  if (draft.ticket.phase !== "open") return;

  checkOfficers(draft);
  const cells = lastSeen(settled, ["priority", "visit", "officers"]);
  // In a later round the cells are filled already: a new word from staff ends step 3 (DESIGN 6).
  const said = cells ?? (statusNow(draft.ticket) === "Menunggu Info" ? undefined : status);
  if (said) identified(draft, said);
  const visit = lastSeen(settled, ["visit"]);
  if (visit) visitNeeded(draft, visit);
  // Also when Petugas was changed while the ticket was closed or cancelled.
  reassigned(draft);
  if (isFinished(draft.ticket)) finish(draft);
}
