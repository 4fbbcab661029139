import { element, svgElement } from "../../figures/element.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { compact } from "../../figures/formats/compact.ts";
import { number } from "../../figures/formats/number.ts";
import { heading } from "../../figures/heading.ts";
import { numbers, texts } from "../../figures/read.ts";
import { scrolling } from "../../figures/scrolling.ts";
import { variable } from "../../figures/theme.ts";
import { attachTip, rowOf } from "../../figures/tip.ts";
import type { Table } from "../../schema/table.ts";

const levels = ["error", "warning", "note"];
const paints: Readonly<Record<string, string>> = { error: "danger", warning: "warn", note: "ink-3" };

function dot(severity: string): SVGSVGElement {
  const drawing = svgElement("svg", { width: 14, height: 10, "aria-hidden": "true" });
  drawing.append(svgElement("circle", { cx: 5, cy: 5, r: severity === "note" ? 3 : 4.5, fill: variable(paints[severity] ?? "ink-3") }));
  return drawing;
}

/**
 * What was found, the worst first, and in one line what was looked for and not found.
 *
 * @param hasMembers Whether rows stand for customers of a journey.
 */
export function checksFigure(checks: Table, hasMembers: boolean, { locale }: FigureTheme, head: Pick<Figure, "title" | "subtitle">): Figure {
  const of = (name: string) => texts(checks, name).map((text) => text ?? "");
  const [names, severities, details, counts, required] = [of("check"), of("severity"), of("detail"), of("counts"), of("required")];
  const [found, customers] = [numbers(checks, "found"), numbers(checks, "customers")];
  const words = (row: number) => names[row]!.replaceAll("_", " ");
  const rows = levels.flatMap((level) => [...severities.keys()].filter((row) => severities[row] === level));
  const fine = [...severities.keys()].filter((row) => severities[row] === "passed");
  const line = (row: number): HTMLElement => {
    const concerned = customers[row] ?? 0;
    const need = required[row] === "" ? "" : `required, ${required[row]!}`;
    const made = element(
      "tr",
      "",
      element("td", "", dot(severities[row]!), severities[row]!),
      element("td", "is-detail", words(row), need === "" ? null : element("span", "figure-column-note", need)),
      element("td", "is-number", `${compact(found[row] ?? 0, locale)} ${counts[row]!}`),
      element("td", "is-number", concerned === 0 ? "–" : number(concerned, locale)),
      element("td", "is-wrapped", details[row]!),
    );
    if (hasMembers && concerned > 0)
      attachTip(made, {
        row,
        tip: () => ({ lead: `${number(concerned, locale)} customers`, text: words(row), second: details[row]! }),
      });
    return made;
  };
  const titles = ["Severity", "Check", "Found", "Customers", "Detail"].map((text, at) => heading(text, at === 2 || at === 3 ? "is-number" : ""));
  const table = element("table", "figure-table", element("thead", "", element("tr", "", ...titles)), element("tbody", "", ...rows.map(line)));
  const looked = fine.map((row) => `${words(row)}${required[row] === "" ? "" : " (required)"}`);
  const nothing = looked.length === 0 ? null : element("p", "figure-note", `Looked for and not found: ${looked.join(", ")}.`);
  const alt = rows.map((row) => `${severities[row]!}: ${words(row)}, ${details[row]!}.`).join(" ");
  return {
    ...head,
    alt: `${alt} ${looked.length} of ${names.length} checks found nothing.`.trim(),
    drawn: checks,
    element: element("div", "figure", rows.length === 0 ? null : scrolling(table, "Checks"), nothing),
    picks: (mark) => {
      const check = names[rowOf(mark) ?? -1];
      return check === undefined || !hasMembers ? null : { table: "checks", row: { check } };
    },
  };
}
