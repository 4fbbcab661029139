/** Holds the draft of the open notebook for this tab, so that two tabs never write the same one. */
export class DraftLock {
  #id: string | null = null;
  #release: () => void = () => undefined;

  /**
   * Takes a draft, and lets go of the one held before.
   *
   * @returns Whether it is this tab's now: not where another tab has it. Where the browser has no locks nobody can tell, and it is.
   */
  async take(id: string): Promise<boolean> {
    if (id === this.#id) return true;
    this.release();
    const locks = globalThis.navigator?.locks;
    if (locks === undefined) return true;
    this.#id = id;
    return await new Promise((resolve) => {
      const held = locks.request(`journeybook ${id}`, { ifAvailable: true }, async (lock) => {
        if (lock === null || this.#id !== id) {
          resolve(lock !== null);
          return;
        }
        resolve(true);
        await new Promise<void>((release) => (this.#release = release));
      });
      // Where the browser refuses locks altogether, nobody can tell.
      held.catch(() => resolve(true));
    }).then((isOwn) => {
      if (!isOwn && this.#id === id) this.#id = null;
      return isOwn as boolean;
    });
  }

  release(): void {
    this.#id = null;
    this.#release();
    this.#release = () => undefined;
  }
}
