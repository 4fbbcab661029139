import { svgElement } from "../../figures/element.ts";
import { drawnPicture } from "./drawn-picture.ts";
import { drawnText } from "./drawn-text.ts";

const sides = ["top", "right", "bottom", "left"] as const;
const isSeen = (colour: string): boolean => colour !== "transparent" && !/, 0\)$/.test(colour);

/** The paper and the rules of a box. */
function boxOf(element: HTMLElement, style: CSSStyleDeclaration, from: DOMRect): SVGElement[] {
  const px = (name: string): number => Number.parseFloat(style.getPropertyValue(name)) || 0;
  const lines = sides.filter((side) => px(`border-${side}-width`) > 0 && style.getPropertyValue(`border-${side}-style`) !== "none");
  const radius = px("border-top-left-radius");
  const isFilled = isSeen(style.backgroundColor);
  if (!isFilled && lines.length === 0) return [];
  const rects = style.display === "inline" ? [...element.getClientRects()] : [element.getBoundingClientRect()];
  return rects.flatMap(({ left, top, width, height }) => {
    const [x, y] = [left - from.left, top - from.top];
    const isFramed = lines.length === 4;
    const half = isFramed ? px("border-top-width") / 2 : 0;
    const paper = svgElement("rect", {
      x: x + half,
      y: y + half,
      width: Math.max(0, width - 2 * half),
      height: Math.max(0, height - 2 * half),
      rx: radius,
      fill: isFilled ? style.backgroundColor : "none",
      ...(isFramed ? { stroke: style.borderTopColor, "stroke-width": 2 * half } : {}),
    });
    const rules = (isFramed ? [] : lines).map((side) => {
      const thick = px(`border-${side}-width`);
      const isAcross = side === "top" || side === "bottom";
      return svgElement("rect", {
        x: side === "right" ? x + width - thick : x,
        y: side === "bottom" ? y + height - thick : y,
        width: isAcross ? width : thick,
        height: isAcross ? thick : height,
        fill: style.getPropertyValue(`border-${side}-color`),
      });
    });
    return isFilled || isFramed ? [paper, ...rules] : rules;
  });
}

function draw(node: Node, into: SVGElement, from: DOMRect): void {
  if (node instanceof Text) into.append(...drawnText(node, from));
  else if (node instanceof SVGSVGElement) into.append(drawnPicture(node, from));
  else if (node instanceof HTMLElement) {
    const style = getComputedStyle(node);
    if (style.display === "none" || style.visibility === "hidden") return;
    const group = style.opacity === "1" ? into : svgElement("g", { opacity: style.opacity });
    if (group !== into) into.append(group);
    group.append(...boxOf(node, style, from));
    for (const child of node.childNodes) draw(child, group, from);
  }
}

/**
 * A part of the page as it is laid out, as one SVG that stands alone: words as words, boxes as rectangles, drawings as they are.
 *
 * Nothing in it refers to the page, so that it may be painted on a canvas.
 *
 * @param alt What a screen reader says of it.
 */
export function drawnPage(page: HTMLElement, alt: string): SVGSVGElement {
  const from = page.getBoundingClientRect();
  const [width, height] = [Math.ceil(Math.max(page.scrollWidth, from.width)), Math.ceil(from.height)];
  const made = svgElement("svg", {
    xmlns: "http://www.w3.org/2000/svg",
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: "img",
    "aria-label": alt,
  });
  made.append(svgElement("rect", { width, height, fill: getComputedStyle(page).backgroundColor }));
  for (const child of page.childNodes) draw(child, made, from);
  return made;
}
