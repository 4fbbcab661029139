import { element, svgElement } from "./element.ts";
import { hatch } from "./hatch.ts";
import { sequential, sequentialSteps, variable } from "./theme.ts";

/** What the colours of a heat map say. */
export interface RampLegendOptions {
  /** The words at the ramp's ends. */
  least: string;
  greatest: string;
  /** What the hatch says, where there is any. */
  hatched: string | null;
}

/** A strip of the sequential steps between their ends, and the key of the hatch. */
export function rampLegend({ least, greatest, hatched }: RampLegendOptions): HTMLElement {
  const strip = svgElement("svg", { width: sequentialSteps * 24, height: 10, "aria-hidden": "true" });
  for (let step = 0; step < sequentialSteps; step++)
    strip.append(svgElement("rect", { x: step * 24, width: 24, height: 10, fill: sequential(step).fill }));
  const ramp = element("span", "figure-legend-item", element("span", "", least), strip, element("span", "", greatest));
  if (hatched === null) return element("div", "figure-legend", ramp);
  const { pattern, fill } = hatch();
  const swatch = svgElement("svg", { width: 26, height: 14, "aria-hidden": "true" });
  swatch.append(pattern, svgElement("rect", { x: 0.5, y: 0.5, width: 25, height: 13, rx: 2, fill, stroke: variable("figure-grid") }));
  return element("div", "figure-legend", ramp, element("span", "figure-legend-item", swatch, element("span", "", hatched)));
}
