import { element } from "../../figures/element.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { number } from "../../figures/formats/number.ts";
import { percent } from "../../figures/formats/percent.ts";
import { heading } from "../../figures/heading.ts";
import { numbers, texts } from "../../figures/read.ts";
import { scrolling } from "../../figures/scrolling.ts";
import type { Table } from "../../schema/table.ts";

/** One step in words and numbers. */
export interface Step {
  verb: string;
  detail: string;
  rows: string;
  /** How many rows it took or added, with the share of those before it; empty where none. */
  change: string;
}

/** The rows of a table of steps as they are shown. */
export function stepLines(steps: Table, locale: string): Step[] {
  const [verbs, details] = [texts(steps, "verb"), texts(steps, "detail")];
  const [before, after] = [numbers(steps, "rows_in"), numbers(steps, "rows_out")];
  return verbs.map((verb, row) => {
    const [from, to] = [before[row] ?? 0, after[row] ?? 0];
    const sign = to > from ? "+" : "";
    const share = from === 0 ? "" : ` (${percent(Math.abs(to - from) / from, locale, 1)})`;
    return {
      verb: verb ?? "",
      detail: details[row] ?? "",
      rows: number(to, locale),
      change: to === from ? "" : `${sign}${number(to - from, locale)}${share}`,
    };
  });
}

function detailCell(text: string): HTMLElement {
  const cell = element("td", "is-detail", element("code", "", text));
  cell.title = text;
  return cell;
}

/** The steps of a table cell and the rows each left. */
export function stepsFigure(steps: Table, { locale }: FigureTheme): Figure {
  const lines = stepLines(steps, locale);
  const body = lines.map(({ verb, detail, rows, change }) =>
    element("tr", "", element("td", "", verb), detailCell(detail), element("td", "is-number is-quiet", change), element("td", "is-number", rows)),
  );
  const titles = element("tr", "", heading("Step"), heading("What it does"), heading("Change", "is-number"), heading("Rows left", "is-number"));
  const table = element("table", "figure-table", element("thead", "", titles), element("tbody", "", ...body));
  const alt = `Rows left by each step. ${lines.map(({ verb, rows }) => `${verb}: ${rows}`).join(", ")}.`;
  return { element: element("div", "figure", scrolling(table, "Steps")), title: "Steps,", subtitle: "and the rows each left", alt, drawn: steps };
}
