/** What the sandbox's SMTP server does to mail for one recipient instead of taking it. */
export type Fault =
  /** Answers with this reply, `550 5.1.1 User unknown`; at DATA for mail above `above` bytes only. */
  | { kind: "refuse"; reply: string; at?: "rcpt" | "data"; above?: number; times?: number }
  /** Hangs up: before it takes the message, or after the final dot without its 250. */
  | { kind: "drop"; when: "before"; times?: number }
  | { kind: "drop"; when: "after"; stored: boolean; times?: number };

/** Rules by recipient; `*` stands for everybody without one. */
export type Faults = Map<string, Fault>;

/** The fault that applies to this recipient now; one with `times` is used up by it. */
export function takeFault(
  faults: Faults,
  address: string,
  applies: (fault: Fault) => boolean,
): Fault | undefined {
  const key = faults.has(address) ? address : "*";
  const fault = faults.get(key);
  if (!fault || !applies(fault)) return undefined;
  if (fault.times === undefined) return fault;
  if (fault.times <= 1) faults.delete(key);
  else faults.set(key, { ...fault, times: fault.times - 1 });
  return fault;
}

/** An error that smtp-server answers with exactly this reply. */
export function reply(text: string): Error & { responseCode: number } {
  return Object.assign(new Error(text.slice(4)), { responseCode: Number(text.slice(0, 3)) });
}
