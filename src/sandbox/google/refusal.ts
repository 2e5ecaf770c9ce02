/** A refusal in the shape that Google gives it: `{"error":{code,message,status,details}}`. */
export class Refusal extends Error {
  override name = "Refusal" as const;
  readonly code: number;
  readonly status: string;
  readonly details: readonly unknown[];

  constructor(code: number, status: string, message: string, details: readonly unknown[] = []) {
    super(message);
    this.code = code;
    this.status = status;
    this.details = details;
  }

  body(): string {
    const { code, message, status, details } = this;
    const error =
      details.length > 0 ? { code, message, status, details } : { code, message, status };
    return `${JSON.stringify({ error }, null, 2)}\n`;
  }
}

export function invalidArgument(message: string, details: readonly unknown[] = []): Refusal {
  return new Refusal(400, "INVALID_ARGUMENT", message, details);
}

export function notFound(): Refusal {
  return new Refusal(404, "NOT_FOUND", "Requested entity was not found.");
}

export function permissionDenied(): Refusal {
  return new Refusal(403, "PERMISSION_DENIED", "The caller does not have permission");
}

/** What the sandbox does not imitate, because the product must not use it. */
export function notInSandbox(what: string): Refusal {
  return new Refusal(
    501,
    "UNIMPLEMENTED",
    `The sandbox refuses ${what}: the worker must not use it.`,
  );
}

export function badRequest(violations: readonly Violation[]): unknown {
  return { "@type": "type.googleapis.com/google.rpc.BadRequest", fieldViolations: violations };
}

export interface Violation {
  field?: string;
  description: string;
}
