import { element } from "../../figures/element.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { number } from "../../figures/formats/number.ts";
import { heading } from "../../figures/heading.ts";
import { numbers, texts } from "../../figures/read.ts";
import { scrolling } from "../../figures/scrolling.ts";
import type { Table } from "../../schema/table.ts";

/** What the checks on the whole journey found, each with the customers it concerns. */
export function auditFigure(audit: Table, { locale }: FigureTheme): Figure {
  const [counts, customers] = [numbers(audit, "count"), numbers(audit, "customers")];
  const written = (value: number | null | undefined) => (value === null || value === undefined ? "–" : number(value, locale));
  const checks = texts(audit, "check").map((check, row) => ({ check: check ?? "", count: written(counts[row]), customers: written(customers[row]) }));
  const rows = checks.map(({ check, count, customers: concerned }) =>
    element(
      "tr",
      "",
      element("td", "is-wrapped", check[0] === undefined ? "" : check[0].toUpperCase() + check.slice(1)),
      element("td", "is-number", count),
      element("td", "is-number", concerned),
    ),
  );
  const titles = element("tr", "", heading("Check"), heading("Found", "is-number"), heading("Customers", "is-number"));
  const table = element("table", "figure-table", element("thead", "", titles), element("tbody", "", ...rows));
  const alt = checks.map(({ check, count }) => `${check}: ${count}.`).join(" ");
  return { element: element("div", "figure", scrolling(table, "Checks")), title: "Checks,", subtitle: "on the whole journey", alt, drawn: audit };
}
