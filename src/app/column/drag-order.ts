import { placeAt } from "./place-at.ts";

/** What a drag needs of the column, and tells it. */
export interface DragColumn {
  /** The blocks' elements, in their order. */
  elements(): HTMLElement[];
  /** What scrolls. */
  scroller(): HTMLElement | null;
  /** Shows the gap where the blocks would go; null when the drag is over. */
  show(gap: number | null): void;
  drop(ids: readonly number[], gap: number): void;
}

/** How near to an edge the page scrolls by itself, and how fast at most, in px. */
const edge = 64;
const speed = 18;
/** How far the pointer must go before a press is a drag, in px. */
const slack = 4;

/** Follows the pointer from a press on a handle until it is let go, or Escape is pressed. */
export class DragOrder {
  constructor(private readonly column: DragColumn) {}

  /** Begins with a press on the handle of a block; `ids` are the blocks that go along. */
  start(event: PointerEvent, ids: readonly number[]): void {
    const { column } = this;
    const origin = event.clientY;
    const controller = new AbortController();
    const { signal } = controller;
    let y = origin;
    let gap: number | null = null;
    let frame = 0;

    const follow = (): void => {
      const scroller = column.scroller();
      if (scroller !== null) {
        const box = scroller.getBoundingClientRect();
        const over = y < box.top + edge ? y - box.top - edge : y > box.bottom - edge ? y - box.bottom + edge : 0;
        scroller.scrollTop += Math.max(-1, Math.min(1, over / edge)) * speed;
      }
      gap = placeAt(
        y,
        column.elements().map((element) => element.getBoundingClientRect()),
      );
      column.show(gap);
      frame = requestAnimationFrame(follow);
    };
    const end = (isDropped: boolean): void => {
      controller.abort();
      cancelAnimationFrame(frame);
      column.show(null);
      if (isDropped && gap !== null) column.drop(ids, gap);
    };
    const move = (moved: PointerEvent): void => {
      y = moved.clientY;
      if (frame === 0 && Math.abs(y - origin) > slack) follow();
    };
    const escape = (pressed: KeyboardEvent): void => {
      if (pressed.key !== "Escape") return;
      pressed.preventDefault();
      pressed.stopImmediatePropagation();
      end(false);
    };
    event.preventDefault();
    addEventListener("pointermove", move, { signal });
    addEventListener("pointerup", () => end(true), { signal });
    addEventListener("pointercancel", () => end(false), { signal });
    addEventListener("keydown", escape, { signal, capture: true });
  }
}
