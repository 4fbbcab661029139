import { svgElement } from "../../figures/element.ts";
import { variable } from "../../figures/theme.ts";

/** How words are set. */
export interface Type {
  size?: number;
  weight?: number;
  fill?: string;
  anchor?: "start" | "middle" | "end";
  italic?: true;
  read?: true;
  /** A line of paper around the letters, where they stand on something. */
  halo?: true;
}

/** What draws into one SVG. */
export interface Pen {
  draw: (tag: "rect" | "circle" | "line" | "path" | "g", attributes: Record<string, string | number>) => SVGElement;
  line: (x1: number, y1: number, x2: number, y2: number, stroke: string) => void;
  say: (text: string, x: number, y: number, type?: Type) => SVGElement;
  put: (child: Element) => void;
}

/** A pen for an SVG element. */
export function pen(root: SVGElement): Pen {
  const draw: Pen["draw"] = (tag, attributes) => {
    const made = svgElement(tag, attributes);
    root.append(made);
    return made;
  };
  return {
    draw,
    put: (child) => root.append(child),
    line: (x1, y1, x2, y2, stroke) => void draw("line", { x1, y1, x2, y2, stroke }),
    say(text, x, y, { size = 12, weight = 400, fill = variable("figure-text"), anchor = "start", italic, read, halo } = {}) {
      const made = svgElement("text", {
        x,
        y,
        fill,
        "font-size": size,
        "font-weight": weight,
        "text-anchor": anchor,
        ...(italic ? { "font-style": "italic" } : {}),
        ...(read ? { "font-family": variable("font-read") } : {}),
        ...(halo ? { stroke: variable("paper"), "stroke-width": 3, "paint-order": "stroke" } : {}),
      });
      made.textContent = text;
      root.append(made);
      return made;
    },
  };
}
