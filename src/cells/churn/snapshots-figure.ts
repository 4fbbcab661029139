import * as Plot from "@observablehq/plot";
import { axisX } from "../../figures/axes.ts";
import { element } from "../../figures/element.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { counted } from "../../figures/formats/counted.ts";
import { date, month } from "../../figures/formats/date.ts";
import { percent } from "../../figures/formats/percent.ts";
import { hatch } from "../../figures/hatch.ts";
import { plot, withTips } from "../../figures/plot.ts";
import { numbers, texts } from "../../figures/read.ts";
import { variable } from "../../figures/theme.ts";
import { rowOf } from "../../figures/tip.ts";
import type { CellResult } from "../../schema/result.ts";

const rowHeight = 28;
const at = (iso: string) => Date.parse(`${iso}T00:00:00Z`);
const names: Record<string, string> = { train: "Train", test: "Test", score: "Today", "train and test": "Train and test" };

/** The snapshots on a timeline: what is observed, the gap, and the outcome; null for a table. */
export function snapshotsFigure(result: CellResult, theme: FigureTheme): Figure | null {
  const table = result.tables["snapshots"];
  if (table === undefined || table.rows === 0) return null;
  const { locale } = theme;
  const [snapshot, use, from, begins, ends] = ["snapshot", "use", "observed_from", "outcome_from", "outcome_to"].map((name) =>
    texts(table, name),
  ) as [(string | null)[], (string | null)[], (string | null)[], (string | null)[], (string | null)[]];
  const [customers, rate] = [numbers(table, "customers"), numbers(table, "rate")];
  const lines = snapshot.map((day, row) => ({
    row,
    from: at(from[row]!),
    at: at(day!),
    begins: begins[row] === null ? null : at(begins[row]!),
    ends: ends[row] === null ? null : at(ends[row]!),
    use: use[row]!,
    tip: () => ({
      lead: `${names[use[row]!] ?? ""}, ${date(day!, locale)}`,
      text: counted(customers[row] ?? 0, "customer", locale),
      second: rate[row] === null ? "the outcome is still to come" : `${percent(rate[row]!, locale)} left`,
    }),
  }));
  const first = Math.min(...lines.map((line) => line.from));
  const last = Math.max(...lines.map((line) => line.ends ?? line.at));
  const [pattern, height] = [hatch(), lines.length * rowHeight + 34];
  const middle = (line: { row: number }) => (line.row + 0.5) * rowHeight;
  const band = { y1: (line: { row: number }) => middle(line) - 9, y2: (line: { row: number }) => middle(line) + 9 };
  const over = lines.filter((line) => line.begins !== null);
  const step = Math.max(1, Math.ceil((last - first) / 2_629_800_000 / 10));
  const months = Array.from({ length: 200 }, (_, index) => {
    const start = new Date(first);
    return Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1 + index * step, 1);
  }).filter((time) => time < last - 86_400_000 * 10);
  const alt = `Timeline of snapshots: ${lines.map((line) => `${names[line.use] ?? line.use} ${date(snapshot[line.row]!, locale)}`).join(", ")}.`;
  const quiet = { pointerEvents: "none" } as const;
  const picture = plot({
    label: alt,
    width: theme.width,
    height,
    marginTop: 4,
    marginLeft: 104,
    marginRight: 8,
    x: { type: "linear", domain: [first, last], axis: null },
    y: { type: "linear", domain: [lines.length * rowHeight, 0], axis: null },
    marks: [
      () => pattern.pattern,
      Plot.ruleX(months, { stroke: variable("figure-grid") }),
      axisX({ ticks: months, tickFormat: (time: number) => month(new Date(time).toISOString().slice(0, 10), locale) }),
      Plot.rect(lines, { x1: "from", x2: "at", ...band, fill: variable("cat-1"), fillOpacity: 0.35, ...withTips(lines) }),
      Plot.rect(over, { x1: "at", x2: "begins", ...band, fill: pattern.fill, ...quiet }),
      Plot.rect(over, {
        x1: "begins",
        x2: "ends",
        ...band,
        fill: variable("cat-2"),
        fillOpacity: (line: { use: string }) => (line.use === "train" ? 0.4 : 0.9),
        ...withTips(over),
      }),
      Plot.link(lines, {
        x1: "at",
        x2: "at",
        y1: (line: { row: number }) => middle(line) - 12,
        y2: (line: { row: number }) => middle(line) + 12,
        stroke: variable("ink"),
        strokeWidth: 2,
        ...quiet,
      }),
      Plot.text(lines, {
        x: () => first,
        y: middle,
        dx: -8,
        textAnchor: "end",
        text: (line: { row: number; use: string }) => names[line.use] ?? line.use,
        fill: variable("ink"),
        fontSize: 12,
      }),
      Plot.text(lines.slice(0, 1), {
        x: "from",
        y: middle,
        dx: 8,
        textAnchor: "start",
        text: () => "observed",
        fill: variable("ink"),
        fontSize: 11,
        ...quiet,
      }),
      Plot.text(over.slice(0, 1), {
        x: "begins",
        y: middle,
        dx: 8,
        textAnchor: "start",
        text: () => "outcome",
        fill: variable("ink"),
        fontSize: 11,
        ...quiet,
      }),
    ],
  });
  return {
    element: element("div", "figure", picture),
    title: "Snapshots",
    subtitle: "What is observed, the gap, and the outcome of each",
    alt,
    drawn: table,
    picks(mark) {
      const row = rowOf(mark);
      return row === null ? null : { table: "snapshots", row: { snapshot: snapshot[row]! } };
    },
  };
}
