import { variable } from "./theme.ts";

const pointed = "is-pointed";

function outline(mark: SVGElement, stroke: string, width: number): SVGElement {
  const copy = mark.cloneNode() as SVGElement;
  for (const name of ["data-row", "fill-opacity", "stroke-opacity", "stroke-dasharray", "id"]) copy.removeAttribute(name);
  copy.setAttribute("fill", "none");
  copy.setAttribute("stroke", stroke);
  copy.setAttribute("stroke-width", String(width));
  copy.setAttribute("pointer-events", "none");
  return copy;
}

/**
 * Shows which mark is pointed at, by pointer or by key: a line of ink with a gap of paper.
 *
 * @returns What takes it away again.
 */
export function highlight(mark: Element): () => void {
  if (!(mark instanceof SVGElement)) {
    mark.classList.add(pointed);
    return () => mark.classList.remove(pointed);
  }
  const lines = [outline(mark, variable("paper"), 5), outline(mark, variable("ink"), 2)];
  mark.parentNode?.append(...lines);
  return () => lines.forEach((line) => line.remove());
}
