/**
 * What was found for a key, so that it is found once: for answers that never change. When it holds
 * as many as it may, it forgets them all.
 */
export class Remembered<K, V extends {}> {
  readonly #known = new Map<K, V>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  of(key: K, find: () => V): V {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#known.size >= this.#most) this.#known.clear();
    const found = find();
    this.#known.set(key, found);
    return found;
  }
}
