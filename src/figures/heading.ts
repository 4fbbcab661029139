import { element } from "./element.ts";

/** The head of a column of a table drawn as a figure. `className` "is-number" sets it right. */
export function heading(text: string, className = ""): HTMLTableCellElement {
  const cell = element("th", className, text);
  cell.scope = "col";
  return cell;
}
