import { columnIcon } from "../../figures/column-icon.ts";
import { element, svgElement } from "../../figures/element.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { compact } from "../../figures/formats/compact.ts";
import { counted } from "../../figures/formats/counted.ts";
import { date, moment } from "../../figures/formats/date.ts";
import { percent } from "../../figures/formats/percent.ts";
import { heading } from "../../figures/heading.ts";
import { numbers, texts } from "../../figures/read.ts";
import { scrolling } from "../../figures/scrolling.ts";
import { category, variable } from "../../figures/theme.ts";
import type { ColumnType } from "../../schema/column.ts";
import type { Table } from "../../schema/table.ts";

const bins = 16;
const [wide, high, bar] = [96, 24, 48];

/** Values as bars of equal width; texts as parts of one bar, the most frequent first. */
function histogram(counts: readonly number[], isText: boolean): SVGSVGElement {
  const drawing = svgElement("svg", { width: wide, height: high, "aria-hidden": "true" });
  const total = counts.reduce((sum, count) => sum + count, 0);
  const most = Math.max(...counts);
  let start = 0;
  for (const [bin, count] of counts.entries()) {
    if (count === 0) continue;
    const size = isText ? (count / total) * wide : Math.max(1, (count / most) * high);
    const box = isText
      ? { x: start, y: 5, width: Math.max(0.5, size - 1), height: 14, opacity: 1 - bin * 0.05 }
      : { x: (bin * wide) / bins, y: high - size, width: wide / bins - 1, height: size };
    drawing.append(svgElement("rect", { ...box, fill: category(0).fill }));
    if (isText) start += size;
  }
  return drawing;
}

function missingBar(share: number, locale: string): HTMLElement {
  const drawing = svgElement("svg", { width: bar, height: 6, "aria-hidden": "true" });
  drawing.append(
    svgElement("rect", { width: bar, height: 6, rx: 1, fill: variable("hairline") }),
    svgElement("rect", { width: share === 0 ? 0 : Math.max(1, share * bar), height: 6, rx: 1, fill: variable(share > 0.5 ? "warn" : "ink-3") }),
  );
  const words = share === 0 ? "none" : share < 0.001 ? "under 0.1%" : percent(share, locale, share < 0.1 ? 1 : 0);
  return element("span", "figure-coverage", drawing, words);
}

/** A line for each column: its values as a small histogram, what is missing, how many differ, and what is usual. */
export function columnsFigure(main: Table, histograms: Table, { locale, timezone }: FigureTheme): Figure {
  const of = (name: string) => numbers(main, name);
  const [names, types, per, tops] = [texts(main, "column"), texts(main, "type"), texts(main, "per"), texts(main, "top")];
  const [rows, missing, distinct, min, median, max, mean] = [
    of("rows"),
    of("missing"),
    of("distinct"),
    of("min"),
    of("median"),
    of("max"),
    of("mean"),
  ];
  const [earliest, latest] = [of("earliest"), of("latest")];
  const counts = Array.from({ length: bins }, (_, bin) => numbers(histograms, `bin_${bin + 1}`));
  const short = (value: number | null | undefined) => compact(value ?? 0, locale, 1e5);
  const usual = (row: number): string => {
    const day = (ms: number) => date(moment(ms, timezone), locale);
    if (tops[row] !== null) return tops[row]!;
    if (earliest[row] !== null && latest[row] !== null) return `${day(earliest[row]!)} – ${day(latest[row]!)}`;
    if (min[row] === null) return "no values";
    return `${short(min[row])} to ${short(max[row])}, median ${short(median[row])}, mean ${short(mean[row])}`;
  };
  const line = (row: number): HTMLElement => {
    const name = element("span", "figure-column", columnIcon((types[row] ?? "text") as ColumnType), element("code", "", names[row] ?? ""));
    const cell = element("td", "is-part", name);
    cell.title = names[row] ?? "";
    const values = element("td", "is-wrapped", usual(row));
    return element(
      "tr",
      "",
      cell,
      element(
        "td",
        "",
        histogram(
          counts.map((bin) => bin[row] ?? 0),
          types[row] === "text",
        ),
      ),
      element("td", "", missingBar((missing[row] ?? 0) / (rows[row] || 1), locale)),
      element("td", "is-number", compact(distinct[row] ?? 0, locale, 1e5)),
      values,
    );
  };
  const parts = [...new Set(per)].map((part) => {
    const own = [...per.keys()].filter((row) => per[row] === part);
    const caption = element("td", "", element("b", "", counted(rows[own[0]!] ?? 0, part ?? "row", locale)));
    caption.colSpan = 5;
    return element("tbody", "", element("tr", "", caption), ...own.map(line));
  });
  const titles = ["Column", "Values", "Missing", "Distinct", ""].map((text, at) => heading(text, at === 3 ? "is-number" : ""));
  const table = element("table", "figure-table", element("thead", "", element("tr", "", ...titles)), ...parts);
  const alt = names.map((name, row) => `${name ?? ""}: ${usual(row)}, ${percent((missing[row] ?? 0) / (rows[row] || 1), locale)} missing.`).join(" ");
  return {
    title: "Columns,",
    subtitle: "with their values from least to greatest, or the most frequent first",
    alt,
    drawn: main,
    element: element("div", "figure", scrolling(table, "Columns")),
  };
}
