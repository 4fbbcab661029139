import * as Plot from "@observablehq/plot";
import { attachTip, type Marked } from "./tip.ts";

/** What a figure made by Plot is given: Plot's own options, and what a screen reader says. */
export interface PlotOptions extends Omit<Plot.PlotOptions, "style" | "className" | "ariaLabel" | "title" | "subtitle" | "caption" | "figure"> {
  label: string;
  width: number;
}

/**
 * The one way a figure is made with Plot: no background, the page's type and colours, and one image to a screen reader.
 */
export function plot({ label, ...options }: PlotOptions): SVGSVGElement {
  const made = Plot.plot({
    marginTop: 16,
    marginRight: 16,
    marginBottom: 28,
    marginLeft: 40,
    ...options,
    className: "figure-plot",
    style: { background: "none", overflow: "visible", color: "var(--figure-text)", fontFamily: "var(--font-ui)", fontSize: "12px" },
  }) as SVGSVGElement;
  for (const style of made.querySelectorAll("style")) style.remove();
  // Labels of inner groups are not allowed on elements without a role.
  for (const inner of made.querySelectorAll("[aria-label], [aria-description]")) {
    inner.removeAttribute("aria-label");
    inner.removeAttribute("aria-description");
  }
  made.removeAttribute("font-family");
  made.setAttribute("role", "img");
  made.setAttribute("aria-label", label);
  return made;
}

/** A mark option that attaches to every element drawn what its datum says. For marks that draw one element for each datum. */
export function withTips(data: readonly Marked[]): { render: Plot.RenderFunction } {
  return {
    render(index, scales, values, dimensions, context, next) {
      const group = next?.(index, scales, values, dimensions, context) ?? null;
      [...(group?.children ?? [])].forEach((mark, place) => {
        attachTip(mark, data[index[place]!]!);
      });
      return group;
    },
  };
}
