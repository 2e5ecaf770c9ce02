/** The operator must change something before the next start; every mistake at once, in Indonesian. */
export class ConfigError extends Error {
  override name = "ConfigError" as const;
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
    this.problems = problems;
  }
}

/**
 * What an outside system's refusal means for us; decided once, in the adapter:
 * - `temporary`: the next pass may succeed;
 * - `rejected`: this one item will never be taken as it is;
 * - `misconfigured`: nothing will be taken until the operator changes something;
 * - `uncertain`: the effect may have happened (cut after the final dot, a write timed out).
 */
export type RemoteErrorKind = "temporary" | "rejected" | "misconfigured" | "uncertain";

/** An outside system said no, or nothing at all. */
export class RemoteError extends Error {
  override name = "RemoteError" as const;
  readonly kind: RemoteErrorKind;
  /** One sentence in Indonesian with the remedy, where there is one. */
  readonly remedy: string | undefined;

  constructor(
    message: string,
    { kind, remedy, cause }: { kind: RemoteErrorKind; remedy?: string; cause?: unknown },
  ) {
    super(message, { cause });
    this.kind = kind;
    this.remedy = remedy;
  }
}

/** Another worker raised the journal's token after this one: nothing more may be written; end. */
export class LeaseLostError extends Error {
  override name = "LeaseLostError" as const;

  constructor(token: number) {
    super(`Cannot commit with token ${token}: another worker holds a newer one`);
  }
}

/**
 * The disk would not keep what the journal was told. What it holds is known only after a restart, and
 * nothing may be built on it until then: end.
 */
export class NotDurableError extends Error {
  override name = "NotDurableError" as const;

  constructor(cause: unknown) {
    super("Cannot be sure that the journal is on the disk", { cause });
  }
}

/**
 * A part of the program that is loaded late is not there, as while packages are being installed. What
 * it was wanted for is not at fault, and waits.
 */
export class NotLoadedError extends Error {
  override name = "NotLoadedError" as const;

  constructor(cause: unknown) {
    super("Cannot load a part of the program", { cause });
  }
}
