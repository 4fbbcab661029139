import { element } from "./element.ts";

/** What stands in place of a figure that would be empty: why there is none, and what to do. */
export function message(text: string, remedy: string): HTMLElement {
  return element("p", "figure-message", `${text} ${remedy}`.trim());
}
