/** Something that changes and tells who listens. Listeners are called in the order they came. */
export class Topic {
  readonly #listeners = new Set<() => void>();

  /** Calls back on every change until the returned function is called. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Calls every listener. */
  tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
