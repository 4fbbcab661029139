import { element } from "../../figures/element.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { number } from "../../figures/formats/number.ts";
import { percent, percentInterval } from "../../figures/formats/percent.ts";
import { heading } from "../../figures/heading.ts";
import { numbers, texts } from "../../figures/read.ts";
import { scrolling } from "../../figures/scrolling.ts";
import { columnOf, type Table } from "../../schema/table.ts";

const capital = (text: string): string => (text[0] === undefined ? "" : text[0].toUpperCase() + text.slice(1));

/** A cell's words: an en dash where there is nothing to say, and shares with their bounds where the table has them. */
function written(table: Table, name: string, locale: string): string[] {
  const column = columnOf(table, name)!;
  // Ids are spelled as they are.
  if (column.type === "text") return texts(table, name).map((text) => (column.role === "dimension" ? capital(text ?? "–") : (text ?? "–")));
  const values = numbers(table, name);
  if (column.role !== "rate") return values.map((value) => (value === null ? "–" : number(value, locale)));
  const lower = columnOf(table, `${name}_lower`) === undefined ? [] : numbers(table, `${name}_lower`);
  const upper = lower.length === 0 ? [] : numbers(table, `${name}_upper`);
  return values.map((value, row) => {
    if (value === null) return "–";
    const [low, high] = [lower[row] ?? null, upper[row] ?? null];
    return low === null || high === null ? percent(value, locale, 1) : `${percent(value, locale, 1)} ${percentInterval(low, high, locale)}`;
  });
}

/**
 * Some columns of a table as rows to read.
 *
 * @param shown The columns by name, each with its heading.
 */
export function rowsFigure(
  table: Table,
  shown: readonly (readonly [name: string, heading: string])[],
  caption: { title: string; subtitle: string },
  { locale }: FigureTheme,
): Figure {
  const isText = shown.map(([name]) => columnOf(table, name)?.type === "text");
  const columns = shown.map(([name]) => written(table, name, locale));
  const rows = Array.from({ length: table.rows }, (_, row) =>
    element("tr", "", ...columns.map((column, place) => element("td", isText[place] ? "is-wrapped" : "is-number", column[row]!))),
  );
  const titles = shown.map(([, words], place) => heading(words, isText[place] ? "" : "is-number"));
  const body = element("table", "figure-table", element("thead", "", element("tr", "", ...titles)), element("tbody", "", ...rows));
  const alt = Array.from({ length: table.rows }, (_, row) => `${columns.map((column) => column[row]!).join(", ")}.`).join(" ");
  return { element: element("div", "figure", scrolling(body, caption.title.replace(/,$/, ""))), ...caption, alt, drawn: table };
}
