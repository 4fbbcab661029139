import { svgElement } from "./element.ts";
import { variable } from "./theme.ts";

let made = 0;

/** The hatch of what is incomplete or lost: the pattern to put into a figure, and the paint that refers to it. */
export interface Hatch {
  pattern: SVGElement;
  fill: string;
}

/** A hatch with a name of its own: patterns of a figure that is not shown cannot be used by another. */
export function hatch(): Hatch {
  const id = `figure-hatch-${++made}`;
  const pattern = svgElement("pattern", { id, width: 5, height: 5, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" });
  pattern.append(svgElement("line", { x1: 0, y1: 0, x2: 0, y2: 5, stroke: variable("figure-hatch"), "stroke-width": 1 }));
  const definitions = svgElement("defs", {});
  definitions.append(pattern);
  return { pattern: definitions, fill: `url(#${id})` };
}
