import type { Figure } from "../../figures/figure.ts";

/** The page shows the controls themselves; there is nothing to draw beside them. */
export function view(): Figure[] {
  return [];
}
