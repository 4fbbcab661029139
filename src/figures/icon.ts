import { svgElement } from "./element.ts";

const shape = /<(path|circle|rect|line|polyline|polygon|ellipse)\s([^>]*?)\/>/g;

/**
 * A lucide icon as an element, from its file's text.
 *
 * @param size Px.
 */
export function icon(source: string, size = 14): SVGSVGElement {
  const made = svgElement("svg", { class: "figure-icon", viewBox: "0 0 24 24", width: size, height: size, "aria-hidden": "true" });
  for (const [, tag, text] of source.matchAll(shape)) {
    const attributes = Object.fromEntries([...text!.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name!, value!]));
    made.append(svgElement(tag as "path", attributes));
  }
  return made;
}
