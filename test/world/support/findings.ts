import type { Deed } from "./regrets.ts";

/** The bad counts of the soak's last line. */
export type Fault =
  | "lostCells"
  | "lostComplaints"
  | "doubleTickets"
  | "wrongLetters"
  | "doubleLetters"
  | "wrongWorkerCells"
  | "unclaimed";

/** Something that is not as it should be, after the world was left alone. */
export interface Finding {
  fault: Fault;
  /** The complaints it is about. */
  about: string[];
  text: string;
  /** The worker itself says beside one of two that it may be the other. */
  isFlagged?: boolean;
}

/**
 * The kinds that no protocol can tell apart (DESIGN 5.3), each as what must have been done to one
 * of the complaints that a finding is about. Nothing else is excused, and nothing by hand.
 */
const UNDECIDABLE: readonly { kind: string; is: (finding: Finding, done: Done) => boolean }[] = [
  {
    kind: "an original deleted while its copy is half edited",
    is: (_, done) => done("copied") && done("deleted"),
  },
  { kind: "a row overtyped with a similar complaint", is: (_, done) => done("overtyped alike") },
  {
    kind: "the same text typed twice",
    is: ({ isFlagged }, done) => isFlagged === true && (done("copied") || done("brought back")),
  },
  { kind: "a part sort of Petugas or Status alone", is: (_, done) => done("work cells sorted") },
  {
    kind: "columns sorted apart over a row that no reading had shown, or over a copy",
    is: (_, done) => done("part sorted unread") || (done("part sorted") && done("copied")),
  },
  { kind: "a wrong answer to a question", is: (_, done) => done("answered") },
];

type Done = (deed: Deed) => boolean;

/** Which of the kinds a finding is of; undefined: it is the worker's fault. */
export function undecidable(
  finding: Finding,
  wasDone: (mark: string, deed: Deed) => boolean,
): string | undefined {
  // A person's cell changed by the worker is never excused.
  if (finding.fault === "lostCells") return undefined;
  const found = UNDECIDABLE.find(({ is }) =>
    finding.about.some((mark) => is(finding, (deed) => wasDone(mark, deed))),
  );
  return found?.kind;
}
