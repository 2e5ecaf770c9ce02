import { OPERATOR, REPORTERS, STAFF, type Person } from "../example-office.ts";

export interface KnownPerson extends Person {
  /** Of staff; "" for everybody else. */
  role: string;
  /** Is offered as the writer of a mail. */
  writes: boolean;
}

/** Everybody whom the page knows by name, reporters first. */
export function peopleOf(): KnownPerson[] {
  return [
    ...Object.values(REPORTERS).map((person) => ({ ...person, role: "", writes: true })),
    ...Object.values(STAFF).map((person) => ({ ...person, writes: true })),
    { ...OPERATOR, role: "Operator", writes: false },
  ];
}
