import { bars } from "../../figures/bars.ts";
import { element } from "../../figures/element.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { flags, numbers, texts } from "../../figures/read.ts";
import type { CellResult } from "../../schema/result.ts";

const most = 12;

/** Which features move the scores: bars with intervals. */
export function importanceFigure(result: CellResult, theme: FigureTheme): Figure | null {
  const table = result.tables["importance"];
  if (table === undefined || table.rows === 0) return null;
  const [labels, undated] = [texts(table, "label"), flags(table, "undated")];
  const [values, lower, upper] = ["importance", "importance_lower", "importance_upper"].map((name) => numbers(table, name)) as [
    (number | null)[],
    (number | null)[],
    (number | null)[],
  ];
  const shown = labels.flatMap((label, row) => {
    if (row >= most || (values[row] ?? 0) <= 0) return [];
    const bounds = lower[row] === null || upper[row] === null ? {} : { lower: lower[row]!, upper: upper[row]! };
    const text = values[row]!.toFixed(2);
    const interval = "lower" in bounds ? `(${bounds.lower!.toFixed(2)}–${bounds.upper!.toFixed(2)})` : "";
    const quiet = undated[row] === true ? "may know the future" : "";
    return [
      {
        name: label ?? "",
        value: values[row]!,
        ...bounds,
        text,
        quiet,
        row,
        tip: () => ({ lead: `${label ?? ""}: ${text}`, text: interval, second: quiet || null }),
      },
    ];
  });
  if (shown.length === 0) return null;
  const alt = `Bars: ${shown.map((bar) => `${bar.name} ${bar.text}`).join(", ")}.`;
  const others = table.rows - shown.length;
  const note = others > 0 ? element("p", "figure-note", `and ${others} more in the table`) : null;
  return {
    element: element("div", "figure", bars({ label: alt, width: theme.width, bars: shown }), note),
    title: "What moves the scores?",
    subtitle: "Mean size of the contribution to the log odds; it contributes to the score, which is not to cause leaving",
    alt,
    drawn: table,
  };
}
