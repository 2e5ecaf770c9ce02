/** A value that must never be printed: logs, errors and JSON show `<secret>`. */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The value itself; call only where it is handed to a library. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return "<secret>";
  }

  toJSON(): string {
    return "<secret>";
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return "<secret>";
  }
}
