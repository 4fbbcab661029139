import { element } from "./element.ts";
import type { Tip } from "./tip.ts";

/** A tip as the box the page shows beside a mark. */
export function tipBox({ lead, text, second }: Tip): HTMLElement {
  const box = element("div", "figure-tip", element("b", "", lead), text === "" ? null : ` ${text}`);
  if (second !== null) box.append(document.createElement("br"), second);
  return box;
}
