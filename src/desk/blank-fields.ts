import type { StaffFields } from "./ticket.ts";

/** A row in which staff have filled nothing. */
export function blankFields(): StaffFields {
  return {
    kind: "Aduan",
    reportedAt: null,
    channel: "",
    unit: "",
    reporter: "",
    email: "",
    phone: "",
    place: "",
    subject: "",
    text: "",
    category: "",
    priority: "",
    suspectedCause: "",
    visit: "",
    officers: "",
    status: "Baru",
    cause: "",
    result: "",
    finishedAt: null,
    cancelReason: "",
    parent: "",
    remark: "",
  };
}
