import { element, svgElement } from "./element.ts";
import type { Paint } from "./theme.ts";

/** The names of series beside a patch of their colour: for marks that have no room for a label of their own. */
export function swatchLegend(series: readonly { name: string; paint: Paint }[]): HTMLElement {
  const items = series.map(({ name, paint }) => {
    const patch = svgElement("svg", { width: 12, height: 12, "aria-hidden": "true" });
    patch.append(svgElement("rect", { width: 12, height: 12, rx: 2, fill: paint.fill }));
    return element("span", "figure-legend-item", patch, element("span", "", name));
  });
  return element("div", "figure-legend", ...items);
}
