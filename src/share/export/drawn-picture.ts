/** What an element takes from the one around it. */
const inherited = [
  "color",
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-opacity",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "paint-order",
  "text-anchor",
  "dominant-baseline",
  "font-family",
  "font-size",
  "font-weight",
  "font-style",
  "font-variant-numeric",
  "visibility",
];
/** What every element has of its own, and what it is where nothing is said. */
const own: Record<string, string> = { opacity: "1", "stop-color": "rgb(0, 0, 0)", "stop-opacity": "1", "mix-blend-mode": "normal" };
/** What is never drawn itself. */
const referred = "defs, pattern, clipPath, linearGradient, title";

function settle(shown: Element, made: Element, around: CSSStyleDeclaration | null): void {
  const style = getComputedStyle(shown);
  for (const name of made.getAttributeNames()) {
    if (/^(class|style|role|tabindex|href)$|^(aria|data)-/.test(name) || inherited.includes(name) || name in own) made.removeAttribute(name);
  }
  for (const name of inherited) {
    const value = style.getPropertyValue(name);
    if (value !== "" && value !== around?.getPropertyValue(name)) made.setAttribute(name, value.replaceAll('"', "'"));
  }
  for (const [name, usual] of Object.entries(own)) {
    const value = style.getPropertyValue(name);
    if (value !== "" && value !== usual) made.setAttribute(name, value);
  }
  const inside = [...made.children];
  [...shown.children].forEach((child, place) => {
    const isHidden = getComputedStyle(child).display === "none" && child.closest(referred) === null;
    if (isHidden) inside[place]!.remove();
    else settle(child, inside[place]!, style);
  });
}

/** A drawing of the page as one that stands alone: colours and type as they are, whatever style sheet they come from. */
export function drawnPicture(shown: SVGSVGElement, from: DOMRect): SVGSVGElement {
  const made = shown.cloneNode(true) as SVGSVGElement;
  settle(shown, made, null);
  const { left, top, width, height } = shown.getBoundingClientRect();
  const placed = { x: left - from.left, y: top - from.top, width, height };
  for (const [name, value] of Object.entries(placed)) made.setAttribute(name, String(value));
  if (!made.hasAttribute("viewBox")) made.setAttribute("viewBox", `0 0 ${width} ${height}`);
  made.setAttribute("overflow", "visible");
  return made;
}
