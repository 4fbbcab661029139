import type { Block } from "../../notebook/notebook.ts";
import { Topic } from "../topics/topic.ts";

/**
 * Which blocks are chosen: one leads, and others may be chosen with it. `focus` also brings the leading one into view and gives it the
 * keyboard, by way of whoever draws it.
 */
export class Selection {
  readonly topic = new Topic();
  #id: number | null = null;
  #anchor: number | null = null;
  #ids: ReadonlySet<number> = new Set();
  /** Set by the page: brings the element of a block into view, and gives it the keyboard where that is wanted. */
  bring: (id: number, focused: boolean) => void = () => undefined;

  /** Set by the page: the element of a block. */
  element: (id: number) => HTMLElement | null = () => null;

  constructor(private readonly blocks: () => readonly Block[]) {}

  /** The block that leads, or null. */
  get id(): number | null {
    return this.#id;
  }

  /** All chosen blocks that are still there, in the order of the notebook. */
  get ids(): number[] {
    return this.blocks().flatMap(({ id }) => (this.#ids.has(id) ? [id] : []));
  }

  has(id: number): boolean {
    return this.#ids.has(id);
  }

  /** Chooses one block, or none. */
  select(id: number | null): void {
    if (this.#id === id && this.#ids.size <= 1) return;
    this.#anchor = id;
    this.#choose(id, id === null ? [] : [id]);
  }

  /** Chooses several blocks; the last of them leads. */
  selectAll(ids: readonly number[]): void {
    this.#anchor = ids[0] ?? null;
    this.#choose(ids.at(-1) ?? null, ids);
  }

  /** Chooses everything from the block chosen first to this one, which then leads. */
  extend(id: number): void {
    const order = this.blocks().map((block) => block.id);
    const ends = [order.indexOf(this.#anchor ?? id), order.indexOf(id)];
    if (ends.includes(-1)) return this.select(id);
    this.#choose(id, order.slice(Math.min(...ends), Math.max(...ends) + 1));
  }

  /** Chooses a block beside the others, or leaves it out again. */
  toggle(id: number): void {
    if (!this.#ids.has(id)) {
      this.#anchor = id;
      return this.#choose(id, [...this.#ids, id]);
    }
    const left = this.ids.filter((other) => other !== id);
    this.#anchor = left.at(-1) ?? null;
    this.#choose(this.#anchor, left);
  }

  focus(id: number): void {
    this.select(id);
    this.bring(id, true);
  }

  /** Chooses a block and brings it into view, and leaves the keyboard where it is. */
  reveal(id: number): void {
    this.select(id);
    this.bring(id, false);
  }

  /** As `focus`, by a cell's name; a name that is no cell's does nothing. */
  focusCell(name: string): void {
    const block = this.blocks().find((other) => other.type === "cell" && other.name === name);
    if (block !== undefined) this.focus(block.id);
  }

  #choose(id: number | null, ids: readonly number[]): void {
    this.#id = id;
    this.#ids = new Set(ids);
    this.topic.tell();
  }
}
