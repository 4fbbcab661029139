import type { CellState } from "../cell-state.ts";

/** Hears of a cell's new state; null when the cell is gone. */
export type Listener = (name: string, state: CellState | null) => void;

/** Who wants to hear of which cell; "*" is any. */
export class Listeners {
  private readonly byName = new Map<string, Set<Listener>>();

  /** @returns A function that ends it. */
  add(name: string, listener: Listener): () => void {
    const heard = this.byName.get(name) ?? new Set();
    this.byName.set(name, heard.add(listener));
    return () => {
      heard.delete(listener);
      if (heard.size === 0 && this.byName.get(name) === heard) this.byName.delete(name);
    };
  }

  tell(name: string, state: CellState | null): void {
    for (const listener of [...(this.byName.get(name) ?? []), ...(this.byName.get("*") ?? [])]) listener(name, state);
  }

  clear(): void {
    this.byName.clear();
  }
}
