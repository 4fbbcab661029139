import { Topic } from "../topics/topic.ts";

/** Which block is chosen. `focus` also brings it into view and gives it the keyboard, by way of whoever draws it. */
export class Selection {
  readonly topic = new Topic();
  id: number | null = null;
  /** Set by the page: brings the element of a block into view and focuses it. */
  bring: (id: number) => void = () => undefined;

  /** @param idOf The id of the cell of a name. */
  constructor(private readonly idOf: (name: string) => number | null) {}

  select(id: number | null): void {
    if (this.id === id) return;
    this.id = id;
    this.topic.tell();
  }

  focus(id: number): void {
    this.select(id);
    this.bring(id);
  }

  /** The same by a cell's name; a name that is no cell's does nothing. */
  focusCell(name: string): void {
    const id = this.idOf(name);
    if (id !== null) this.focus(id);
  }
}
