import { WITNESS_FIELDS, type Witness } from "./witness.ts";

/**
 * How alike two contents are (DESIGN 5.3). `equal`: nothing differs and two agree. `near`: two
 * agree, at most one differs. `far`: two differ. `other`: another complaint. `unclear`: too little
 * is filled on both sides to tell.
 */
export type Nearness = "equal" | "near" | "far" | "other" | "unclear";

export interface Comparison {
  agreeing: number;
  differing: number;
  textAgrees: boolean;
  textDiffers: boolean;
  timeAgrees: boolean;
}

export function compare(left: Witness, right: Witness): Comparison {
  let agreeing = 0;
  let differing = 0;
  let textAgrees = false;
  let textDiffers = false;
  let timeAgrees = false;
  for (const field of WITNESS_FIELDS) {
    const a = left[field];
    const b = right[field];
    if (a === "" || b === "") continue;
    const agrees = a === b || (field === "text" && textsAgree(a, b));
    if (agrees) agreeing++;
    else differing++;
    if (field === "text") {
      textAgrees = agrees;
      textDiffers = !agrees;
    }
    if (field === "time") timeAgrees = agrees;
  }
  return { agreeing, differing, textAgrees, textDiffers, timeAgrees };
}

/** The same as nearness `equal`, which most pairs fail at their first field: asked of every pair. */
export function isEqual(left: Witness, right: Witness): boolean {
  if (differ(left.time, right.time) || differ(left.reporter, right.reporter)) return false;
  if (differ(left.unit, right.unit) || differ(left.channel, right.channel)) return false;
  return nearness(left, right) === "equal";
}

function differ(a: string, b: string): boolean {
  return a !== b && a !== "" && b !== "";
}

export function nearness(left: Witness, right: Witness): Nearness {
  return judge(compare(left, right));
}

export function judge(found: Comparison): Nearness {
  const { agreeing, differing, textDiffers } = found;
  if (differing === 0) return agreeing >= 2 ? "equal" : "unclear";
  if (differing >= 3 || (textDiffers && differing >= 2)) return "other";
  if (agreeing + differing >= 3 && agreeing < 2) return "other";
  if (differing >= 2) return "far";
  return agreeing >= 2 ? "near" : "unclear";
}

export function isNear(relation: Nearness): boolean {
  return relation === "equal" || relation === "near";
}

/** One begins with the other, or contains it and is at most twice as long. */
function textsAgree(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.startsWith(short)) return true;
  return long.length <= 2 * short.length && long.includes(short);
}
