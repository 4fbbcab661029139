import { Topic } from "../topics/topic.ts";

/** What the reader has folded away. It is kept with the draft and never in the notebook's file. */
export class Shown {
  readonly topic = new Topic();
  #folded = new Set<number>();

  /** Ids of the blocks whose output is folded. */
  get folded(): number[] {
    return [...this.#folded];
  }

  isFolded(id: number): boolean {
    return this.#folded.has(id);
  }

  /** Folds blocks, or unfolds them where all of them are folded. */
  fold(ids: readonly number[]): void {
    const isAway = ids.every((id) => this.#folded.has(id));
    for (const id of ids) {
      if (isAway) this.#folded.delete(id);
      else this.#folded.add(id);
    }
    this.topic.tell();
  }

  /** Takes over what a draft remembers. */
  restore(folded: readonly number[]): void {
    this.#folded = new Set(folded);
    this.topic.tell();
  }
}
