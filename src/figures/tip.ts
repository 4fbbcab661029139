/** What a mark says when it is pointed at: a name and value in bold, what goes with it, and a second line of counts. */
export interface Tip {
  lead: string;
  text: string;
  second: string | null;
}

/** Something drawn: which row of the drawn table it is, and what it says, put into words only when it is asked. */
export interface Marked {
  row: number;
  tip: () => Tip;
}

const attribute = "data-row";
const tips = new WeakMap<Element, () => Tip>();

/** Attaches what a mark says, and which row of the drawn table it stands for. A copy of the mark keeps the row only. */
export function attachTip(mark: Element, { row, tip }: Marked): void {
  mark.setAttribute(attribute, String(row));
  tips.set(mark, tip);
}

/** What a mark says, or null where an element is no mark. */
export function tipOf(mark: Element): Tip | null {
  return tips.get(mark)?.() ?? null;
}

/** The row of the drawn table a mark stands for, or null where an element is no mark. */
export function rowOf(mark: Element): number | null {
  const text = mark.getAttribute(attribute);
  return text === null ? null : Number(text);
}

/** The marks of a figure in reading order: what the arrow keys go through. */
export function marksOf(figure: Element): Element[] {
  return [...figure.querySelectorAll(`[${attribute}]`)];
}

/** The mark under the pointer, given the element the event names. */
export function markAt(target: Element): Element | null {
  return target.closest(`[${attribute}]`);
}

/** The tip as text, for a screen reader. */
export function tipText({ lead, text, second }: Tip): string {
  return [`${lead} ${text}`.trim(), second].filter((line) => line !== null && line !== "").join(". ");
}
