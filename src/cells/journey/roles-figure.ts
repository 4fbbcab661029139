import { columnIcon } from "../../figures/column-icon.ts";
import { element, svgElement } from "../../figures/element.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { compact } from "../../figures/formats/compact.ts";
import { counted } from "../../figures/formats/counted.ts";
import { percent } from "../../figures/formats/percent.ts";
import { heading } from "../../figures/heading.ts";
import { numbers, texts } from "../../figures/read.ts";
import { scrolling } from "../../figures/scrolling.ts";
import { variable } from "../../figures/theme.ts";
import type { ColumnType } from "../../schema/column.ts";
import { roles, type Role } from "../../schema/mapping.ts";
import { columnOf, type Table } from "../../schema/table.ts";

/** One role of one line: the column that plays it, or the words the author gave, and the share of rows that have it where that is known. */
export interface Part {
  text: string;
  isConstant: boolean;
  coverage: number | null;
}

/** One line of the mapping: its table, what plays each role, and what became of its rows. */
export interface Line {
  table: string;
  rows: number;
  events: number;
  customers: number;
  /** In the order of the roles shown; null where a role is not given. */
  parts: (Part | null)[];
}

const icons: Partial<Record<Role, ColumnType | "key">> = {
  customer: "key",
  time: "time",
  value: "number",
  cost: "number",
  score: "number",
  id: "key",
};

/** The roles any line gives, in their order. */
export function rolesShown(main: Table): Role[] {
  return roles.filter((role) => columnOf(main, role) !== undefined);
}

/** The lines of a mapping. */
export function mappedLines(main: Table): Line[] {
  const shown = rolesShown(main);
  const columns = shown.map((role) => texts(main, role));
  const [rows, events, customers] = [numbers(main, "rows"), numbers(main, "events"), numbers(main, "customers")];
  const [withCustomer, noTime] = [numbers(main, "with_customer"), numbers(main, "excluded_no_time")];
  const coverage = (role: Role, row: number): number | null => {
    const share = withCustomer[row] ?? null;
    const identified = (share ?? 0) * (rows[row] ?? 0);
    if (role === "customer") return share;
    return role === "time" && identified > 0 ? Math.max(0, 1 - (noTime[row] ?? 0) / identified) : null;
  };
  return texts(main, "table").map((table, row) => ({
    table: table ?? "",
    rows: rows[row] ?? 0,
    events: events[row] ?? 0,
    customers: customers[row] ?? 0,
    parts: shown.map((role, place) => {
      const text = columns[place]![row] ?? null;
      if (text === null) return null;
      const isConstant = text.startsWith("=");
      return { text, isConstant, coverage: isConstant ? null : coverage(role, row) };
    }),
  }));
}

function shortCount(count: number, noun: string, locale: string): string {
  return count < 1e6 ? counted(count, noun, locale) : `${compact(count, locale)} ${noun}s`;
}

function coverageBar(share: number, locale: string): HTMLElement {
  const width = 40;
  const bar = svgElement("svg", { width, height: 3, "aria-hidden": "true" });
  bar.append(svgElement("rect", { width, height: 3, rx: 1.5, fill: variable("hairline") }));
  bar.append(svgElement("rect", { width: Math.max(1, width * share), height: 3, rx: 1.5, fill: variable("cat-1") }));
  // Rounded down: only a column without gaps says 100%.
  return element("span", "figure-coverage", bar, percent(Math.floor(share * 100) / 100, locale));
}

function partCell(part: Part | null, role: Role, locale: string): HTMLElement {
  if (part === null) return element("td", "is-quiet", "–");
  const name = element("span", "figure-column", columnIcon(icons[role] ?? "text"), element("code", "", part.text));
  const below = part.coverage === null ? null : coverageBar(part.coverage, locale);
  const chosen = part.isConstant ? element("span", "figure-column-note", "the same for all") : null;
  const cell = element("td", "is-part", name, below, chosen);
  cell.title = part.text;
  return cell;
}

const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1);

/** Which column of which table plays which role, with the share of rows that have it, and what became of the rows. */
export function rolesFigure(main: Table, { locale }: FigureTheme, caption: { title: string; subtitle: string }): Figure {
  const lines = mappedLines(main);
  const shown = rolesShown(main);
  const titles = [heading("Table"), ...shown.map((role) => heading(capital(role)))];
  const note = (count: number, noun: string) => element("span", "figure-column-note", shortCount(count, noun, locale));
  const rows = lines.map(({ table, rows, customers, parts }) =>
    element(
      "tr",
      "",
      element("td", "", element("code", "", table), note(rows, "row"), note(customers, "customer")),
      ...parts.map((part, place) => partCell(part, shown[place]!, locale)),
    ),
  );
  const table = element("table", "figure-table", element("thead", "", element("tr", "", ...titles)), element("tbody", "", ...rows));
  const sentences = lines.map(
    (line) =>
      `${line.table}: ${counted(line.rows, "row", locale)}, ${counted(line.events, "event", locale)} of ${counted(line.customers, "customer", locale)}.`,
  );
  return { element: element("div", "figure", scrolling(table, "Columns and their roles")), ...caption, alt: sentences.join(" "), drawn: main };
}
