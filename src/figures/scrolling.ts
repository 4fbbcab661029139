import { element } from "./element.ts";

/** A wide part of a figure in a frame that scrolls by pointer and by keyboard. */
export function scrolling(content: Element, label: string): HTMLElement {
  const frame = element("div", "figure-scroll", content);
  frame.tabIndex = 0;
  frame.setAttribute("role", "region");
  frame.setAttribute("aria-label", label);
  return frame;
}
