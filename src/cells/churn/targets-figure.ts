import { element, svgElement } from "../../figures/element.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { counted } from "../../figures/formats/counted.ts";
import { money } from "../../figures/formats/money.ts";
import { percent } from "../../figures/formats/percent.ts";
import { head } from "../../figures/head.ts";
import { heading } from "../../figures/heading.ts";
import { flags, numbers, texts } from "../../figures/read.ts";
import { scrolling } from "../../figures/scrolling.ts";
import { variable } from "../../figures/theme.ts";
import type { CellResult } from "../../schema/result.ts";

const most = 10;
const barWidth = 96;
const parts = [1, 2, 3];

/** What pushes towards leaving to the right of a line, what holds to its left. */
function pushes(against: number, sizes: readonly number[], scale: number): SVGSVGElement {
  const made = svgElement("svg", { width: barWidth, height: 12, "aria-hidden": "true" });
  const origin = barWidth * 0.3;
  const left = Math.min(origin, -against * scale);
  made.append(svgElement("rect", { x: origin - left, y: 2, width: left, height: 8, fill: variable("cat-1") }));
  let x = origin + 1;
  sizes.forEach((size, rank) => {
    const width = Math.max(0, Math.min(size * scale, barWidth - x));
    made.append(svgElement("rect", { x, y: 2, width, height: 8, fill: variable("cat-2"), "fill-opacity": 1 - rank * 0.25 }));
    x += width + 1;
  });
  made.append(svgElement("line", { x1: origin, x2: origin, y1: 0, y2: 12, stroke: variable("ink") }));
  return made;
}

/** Whom to contact: the riskiest customers who are not held out, with what speaks for it. */
export function targetsFigure(result: CellResult, theme: FigureTheme): Figure | null {
  const table = result.tables["scores"];
  if (table === undefined || table.rows === 0) return null;
  const { locale, currency } = theme;
  const held = flags(table, "hold_out");
  const rows = held.flatMap((isHeld, row) => (isHeld === true ? [] : [row])).slice(0, most);
  const [customer, probability, expected, against] = [
    texts(table, "customer"),
    ...["probability", "expected_profit", "contribution_against"].map((name) => numbers(table, name)),
  ] as [(string | null)[], (number | null)[], (number | null)[], (number | null)[]];
  const reasons = parts.map((rank) => texts(table, `reason_${rank}`));
  const sizes = parts.map((rank) => numbers(table, `contribution_${rank}`));
  const widest = Math.max(1e-9, ...rows.map((row) => sizes.reduce((sum, list) => sum + (list[row] ?? 0), 0)));
  const scale = (barWidth * 0.68) / widest;
  const hasMoney = expected.some((value) => value !== null);
  const body = rows.map((row) =>
    element(
      "tr",
      "",
      element("td", "", element("code", "", customer[row] ?? "")),
      element("td", "is-number", percent(probability[row] ?? 0, locale)),
      ...(hasMoney ? [element("td", "is-number", money(expected[row] ?? 0, currency, locale))] : []),
      element(
        "td",
        "",
        pushes(
          against[row] ?? 0,
          sizes.map((list) => list[row] ?? 0),
          scale,
        ),
      ),
      element("td", "is-wrapped", reasons.flatMap((list) => list[row] ?? []).join("; ")),
    ),
  );
  const top = element(
    "tr",
    "",
    heading("Customer"),
    heading("Risk", "is-number"),
    ...(hasMoney ? [heading("Expected", "is-number")] : []),
    heading("stays ← → leaves"),
    heading("Why"),
  );
  const label = "The riskiest customers";
  const drawn = element("table", "figure-table", element("thead", "", top), element("tbody", "", ...body));
  const total = table.truncatedFrom ?? table.rows;
  const out = held.filter((isHeld) => isHeld === true).length;
  return {
    element: element("div", "figure", scrolling(drawn, label)),
    title: "Whom to contact,",
    subtitle: `${counted(total, "customer", locale)} scored, riskiest first; ${out === 0 ? "nobody is" : `${percent(out / table.rows, locale)} are`} held out by chance and not listed here`,
    alt: `${label}: ${rows.map((row) => `${customer[row] ?? ""} ${percent(probability[row] ?? 0, locale)}`).join(", ")}.`,
    drawn: head(table, table.rows),
  };
}
