import { element } from "../../figures/element.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { counted } from "../../figures/formats/counted.ts";
import { message } from "../../figures/message.ts";
import type { CellResult } from "../../schema/result.ts";
import { checksFigure } from "./checks-figure.ts";
import { columnsFigure } from "./columns-figure.ts";
import { kind, type ProfileParams } from "./params.ts";

/** How a data check looks: what was found, then every column. */
export function view(result: CellResult, params: ProfileParams, theme: FigureTheme): Figure[] {
  const { main, checks, histogram } = result.tables;
  const rows = counted(result.n, result.counts === "events" ? "event" : "row", theme.locale);
  const head = {
    title: result.facts.find(({ holds }) => holds)?.text ?? kind.question,
    subtitle: `${rows} of “${params.from}”; days in ${theme.timezone}.`,
  };
  if (main === undefined || checks === undefined || histogram === undefined || result.n === 0) {
    const words = "There are no rows to look at.";
    const text = message(words, "Check what it reads.");
    return [{ ...head, alt: words, drawn: main ?? { rows: 0, unit: "event", columns: [] }, element: element("div", "figure", text) }];
  }
  return [checksFigure(checks, result.counts === "events", theme, head), columnsFigure(main, histogram, theme)];
}
