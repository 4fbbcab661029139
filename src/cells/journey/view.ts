import { element } from "../../figures/element.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { counted } from "../../figures/formats/counted.ts";
import { windowRange } from "../../figures/formats/date.ts";
import { message } from "../../figures/message.ts";
import type { CellResult } from "../../schema/result.ts";
import { auditFigure } from "./audit-figure.ts";
import { eventsFigure } from "./events-figure.ts";
import { rolesFigure } from "./roles-figure.ts";

/** What the mapping is, in a sentence. */
function mappingNote(lines: number, window: readonly [number, number] | undefined, { locale, timezone }: FigureTheme): string {
  const what = `${counted(lines, "line", locale)} of the mapping, matched by customer and put in order of time.`;
  return window === undefined || !(window[1] > window[0]) ? what : `${what} Observed ${windowRange(window, timezone, locale)}, ${timezone}.`;
}

/** How a journey looks: which columns play which role, what the checks found, and what happened to how many customers. */
export function view(result: CellResult, _params: unknown, theme: FigureTheme): Figure[] {
  const { main, audit, events } = result.tables;
  const title = result.facts.find((fact) => fact.code === "customers" && fact.holds)?.text ?? "Who did what, and when";
  if (main === undefined || main.rows === 0) {
    const words = "The mapping has no line.";
    const text = message(words, "Say which table's columns are the customer, the time and the event.");
    return [{ element: element("div", "figure", text), title, subtitle: "", alt: words, drawn: { rows: 0, unit: "group", columns: [] } }];
  }
  return [
    rolesFigure(main, theme, { title, subtitle: mappingNote(main.rows, result.window, theme) }),
    ...(audit === undefined || audit.rows === 0 ? [] : [auditFigure(audit, theme)]),
    ...(events === undefined || events.rows < 2 ? [] : [eventsFigure(events, theme)]),
  ];
}
