import { element, svgElement } from "../../figures/element.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { counted } from "../../figures/formats/counted.ts";
import { hundredths, percent } from "../../figures/formats/percent.ts";
import { money } from "../../figures/formats/money.ts";
import { number } from "../../figures/formats/number.ts";
import { head } from "../../figures/head.ts";
import { heading } from "../../figures/heading.ts";
import { message } from "../../figures/message.ts";
import { numbers, texts } from "../../figures/read.ts";
import { scrolling } from "../../figures/scrolling.ts";
import { category, variable } from "../../figures/theme.ts";
import { attachTip, rowOf } from "../../figures/tip.ts";
import type { Table } from "../../schema/table.ts";
import { bounds, mostOpportunities, type Bounded } from "./atlas-figure.ts";

const barWidth = 88;

/** What is at stake as a bar from none, with its interval. */
function bar({ value, lower, upper }: Bounded, [least, most]: readonly [number, number], holds: boolean): SVGElement {
  const x = (at: number) => ((at - least) / (most - least)) * barWidth;
  const clamp = (at: number) => x(Math.min(most, Math.max(least, at)));
  const drawn = svgElement("svg", { width: barWidth, height: 16, "aria-hidden": "true" });
  const [from, to] = [x(0), clamp(value)].sort((left, right) => left - right) as [number, number];
  drawn.append(
    svgElement("line", { x1: x(0), x2: x(0), y1: 0, y2: 16, stroke: variable("figure-axis") }),
    svgElement("rect", {
      x: from,
      width: Math.max(1, to - from),
      y: 4,
      height: 8,
      fill: holds ? category(0).fill : variable("cat-10"),
      "fill-opacity": 0.75,
    }),
    svgElement("line", { x1: clamp(lower), x2: clamp(upper), y1: 8, y2: 8, stroke: variable("ink-2"), "stroke-width": 1.25 }),
  );
  return drawn;
}

function disc(place: number): SVGElement {
  const drawn = svgElement("svg", { width: 18, height: 18, "aria-label": `Opportunity number ${place} on the map`, role: "img" });
  const digit = svgElement("text", { x: 9, y: 13, "text-anchor": "middle", "font-size": 11, "font-weight": 600, fill: variable("paper") });
  digit.textContent = String(place);
  drawn.append(svgElement("circle", { cx: 9, cy: 9, r: 8, fill: variable("ink") }), digit);
  return drawn;
}

/** Where to act first: the cells where most is lost beside where it goes best, as ranked bars. */
export function rankedFigure(table: Table, within: string, by: string, theme: FigureTheme): Figure {
  const { locale, currency } = theme;
  const [stage, point, best, holds] = ["stage", "touchpoint", "best", "holds_by"].map((name) => texts(table, name)) as [
    (string | null)[],
    (string | null)[],
    (string | null)[],
    (string | null)[],
  ];
  const [customers, dropOff, bestDropOff] = ["customers", "drop_off", "best_drop_off"].map((name) => numbers(table, name)) as [
    (number | null)[],
    (number | null)[],
    (number | null)[],
  ];
  const [gap, kept, stake, feeling] = ["gap", "kept", "at_stake", "feeling_gap"].map((name) => bounds(table, name)) as [
    (Bounded | null)[],
    (Bounded | null)[],
    (Bounded | null)[],
    (Bounded | null)[],
  ];
  const holding = holds.filter((by) => by !== null).length;
  const rows = [...holds.keys()].slice(0, Math.min(mostOpportunities, holding + 3));
  const title = "Where to act first,";
  const hasMoney = stake.some((value) => value !== null);
  const product = hasMoney ? "customers × gap × what customers who stay bring" : "customers × gap";
  const subtitle = `first what is felt, too; each by the least that is surely at stake: ${product}, if each step were as good as ${by}. An association, not an effect. Drop-off: not seen again once ${within} are over. Intervals are widened for all comparisons made; grey is what chance may explain.`;
  if (rows.length === 0) {
    const words = "No touchpoint loses more customers than the one it is compared with, or none has enough of them.";
    return {
      element: element("div", "figure", message(words, "Break the map down by a column in which customers differ.")),
      title,
      subtitle,
      alt: words,
      drawn: head(table, 0),
    };
  }
  const amount = rows.map((row) => stake[row] ?? kept[row] ?? { value: 0, lower: 0, upper: 0 });
  const largest = Math.max(...amount.map(({ value }) => Math.abs(value)), 1e-9);
  const least = Math.min(0, ...amount.map(({ value }) => value), -largest * 0.25);
  const most = Math.min(2.2 * largest, Math.max(...amount.map(({ upper }) => upper), largest));
  const shown = (value: number) => (hasMoney ? money(value, currency, locale, 0) : number(value, locale, 0));
  const body = element("tbody", "");
  rows.forEach((row, place) => {
    const isHeld = holds[row] !== null;
    const name = element("td", "is-wrapped", element("b", "", point[row]!), ` in ${stage[row]!}`);
    const evidence = `${percent(dropOff[row]!, locale)} drop off, ${percent(bestDropOff[row]!, locale)} with ${best[row]!}${holds[row] === "feeling" || holds[row] === "both" ? `; they feel ${number(feeling[row]!.value, locale, 2)} worse` : ""}`;
    const figures = (text: string) => element("td", "is-number", text);
    const gapText = hundredths(gap[row]!.value, locale, Math.abs(gap[row]!.value) < 0.03 ? 1 : 0);
    const line = element(
      "tr",
      isHeld ? "" : "is-quiet",
      element("td", "", isHeld ? disc(place + 1) : null),
      name,
      element("td", "is-wrapped", evidence),
      figures(counted(customers[row]!, "", locale, "").trim()),
      figures(gapText),
      element("td", "is-number", element("b", "", shown(amount[place]!.value))),
      element("td", "", bar(amount[place]!, [least, most], isHeld)),
    );
    attachTip(line, {
      row,
      tip: () => ({
        lead: `${point[row]!} in ${stage[row]!}: ${shown(amount[place]!.value)}`,
        text: `(${shown(amount[place]!.lower)} to ${shown(amount[place]!.upper)})`,
        second: `gap ${hundredths(gap[row]!.value, locale, 1)} points (${hundredths(gap[row]!.lower, locale, 1)} to ${hundredths(gap[row]!.upper, locale, 1)})${isHeld ? "" : ": chance may explain it"}`,
      }),
    });
    body.append(line);
  });
  const headRow = element(
    "tr",
    "",
    heading(""),
    heading("Opportunity"),
    heading("Evidence"),
    heading("Customers", "is-number"),
    heading("Gap, points", "is-number"),
    heading(hasMoney ? "At stake" : "Customers kept", "is-number"),
    heading(""),
  );
  const drawing = element("table", "figure-table", element("thead", "", headRow), body);
  const alt = `Opportunities by what is at stake: ${rows.map((row, place) => `${point[row]!} in ${stage[row]!} ${shown(amount[place]!.value)}`).join(", ")}.`;
  drawing.setAttribute("aria-label", alt);
  return {
    element: element("div", "figure", scrolling(drawing, "Opportunities. Arrow keys scroll them.")),
    title,
    subtitle,
    alt,
    drawn: head(table, rows.length),
    picks: (mark) => {
      const row = rowOf(mark);
      return row === null ? null : { table: "opportunities", row: { stage: stage[row]!, touchpoint: point[row]!, best: best[row]! } };
    },
  };
}
