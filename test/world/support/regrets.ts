import type { World } from "./world.ts";

/** What was done to complaints that later decides whether anybody could tell them apart. */
export type Deed =
  | "copied"
  | "brought back"
  | "overtyped"
  | "overtyped alike"
  | "deleted"
  | "part sorted"
  | "part sorted unread"
  | "work cells sorted"
  | "answered";

/** Deeds by complaint, and how people take back what the worker refuses to act on. */
export class Regrets {
  readonly #world: World;
  readonly deeds = new Map<string, Set<Deed>>();
  /** Names under which somebody did one thing that is to be undone once the worker says so. */
  readonly #undoable: string[] = [];

  constructor(world: World) {
    this.#world = world;
  }

  /** Whether that was ever done to a complaint. */
  wasDone(mark: string, deed: Deed): boolean {
    const { overtypedAlike } = this.#world.truth;
    if (deed === "overtyped alike" && overtypedAlike.has(mark)) return true;
    return this.deeds.get(mark)?.has(deed) === true;
  }

  note(deed: Deed, marks: readonly (string | undefined)[]): void {
    for (const mark of marks) {
      if (mark === undefined) continue;
      const known = this.deeds.get(mark) ?? new Set();
      this.deeds.set(mark, known.add(deed));
    }
  }

  /** A name of its own, so that undo takes back this one thing. */
  trainee(): string {
    const name = `Magang ${this.#undoable.length + 1}`;
    this.#undoable.push(name);
    return name;
  }

  /** Ctrl+Z for everything that a trainee did; true when there was something. */
  takeBack(): boolean {
    const { google, truth, book } = this.#world;
    let undone = false;
    while (this.#undoable.length > 0) {
      const name = this.#undoable.pop();
      if (name !== undefined && google.people.undo(name)) undone = true;
    }
    truth.isMixedUp = false;
    truth.scan(book);
    return undone;
  }
}
