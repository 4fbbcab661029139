import { css, html, nothing, render } from "lit";
import type { Figure } from "../../figures/figure.ts";
import { drawnPage } from "../../share/export/drawn-page.ts";
import { figureStyles } from "../figure/figure-styles.ts";

const sheetStyles = css`
  :host {
    position: fixed;
    left: -100000px;
    top: 0;
  }
  .sheet {
    width: max-content;
    min-width: 800px;
    padding: 24px;
    background: var(--paper);
    box-sizing: border-box;
  }
  .column {
    width: max-content;
    min-width: 752px;
  }
  h1,
  p {
    max-width: 752px;
    margin: 0;
  }
  h1 {
    font: 600 19px/26px var(--font-read);
    color: var(--ink);
  }
  .sub {
    margin: 4px 0 16px;
    font: 13px/20px var(--font-ui);
    color: var(--ink-2);
  }
  .source {
    margin-top: 16px;
    font: 11px/16px var(--font-ui);
    color: var(--ink-3);
  }
  .figure-scroll {
    overflow: visible;
  }
  .figure-plot,
  .figure-wall {
    max-width: none;
  }
`;

/**
 * A figure with its title, definition, legend and source as one SVG that stands alone, in the light theme.
 *
 * @param source What it was made from, in one line.
 */
export function figureSheet({ title, subtitle, element, legend, alt }: Figure, source: string): string {
  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [figureStyles, sheetStyles].map(({ styleSheet }) => styleSheet!);
  render(
    html`<div class="sheet">
      <h1>${title.replace(/,$/, "")}</h1>
      <p class="sub">${subtitle}</p>
      <div class="column">${element.cloneNode(true)} ${legend?.cloneNode(true) ?? nothing}</div>
      <p class="source">${source}</p>
    </div>`,
    root,
  );
  const { dataset } = document.documentElement;
  const theme = dataset["theme"];
  document.body.append(host);
  // The page's colours are settled at its root. It is painted in its own again before anybody sees it.
  dataset["theme"] = "light";
  try {
    return new XMLSerializer().serializeToString(drawnPage(root.querySelector<HTMLElement>(".sheet")!, alt));
  } finally {
    if (theme === undefined) delete dataset["theme"];
    else dataset["theme"] = theme;
    host.remove();
  }
}
