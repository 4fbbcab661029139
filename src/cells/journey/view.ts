import { element } from "../../figures/element.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { counted } from "../../figures/formats/counted.ts";
import { windowRange } from "../../figures/formats/date.ts";
import { message } from "../../figures/message.ts";
import type { CellResult } from "../../schema/result.ts";
import { eventsFigure } from "./events-figure.ts";
import { rolesFigure } from "./roles-figure.ts";
import { rowsFigure } from "./rows-figure.ts";
import type { Table } from "../../schema/table.ts";

/** What the mapping is, in a sentence. */
function mappingNote(lines: number, window: readonly [number, number] | undefined, { locale, timezone }: FigureTheme): string {
  const what = `${counted(lines, "line", locale)} of the mapping, matched by customer and put in order of time.`;
  return window === undefined || !(window[1] > window[0]) ? what : `${what} Observed ${windowRange(window, timezone, locale)}, ${timezone}.`;
}

/** What became of the rows, what was joined and left out, and what other rules would give. */
function auditFigures({ tables, facts }: CellResult, theme: FigureTheme): Figure[] {
  const figures: Figure[] = [];
  const add = (table: Table | undefined, shown: readonly (readonly [string, string])[], title: string, subtitle: string) => {
    if (table !== undefined && table.rows > 0) figures.push(rowsFigure(table, shown, { title, subtitle }, theme));
  };
  const said = (code: string, otherwise: string) => facts.find((fact) => fact.code === code && fact.holds)?.text ?? otherwise;
  add(
    tables["audit"],
    [
      ["check", "Check"],
      ["count", "Found"],
      ["customers", "Customers"],
    ],
    "Checks,",
    "on the whole journey",
  );
  // A journey of one id a row and no repeats says it all in its roles and checks; the tables are there to be read.
  const isPlain = tables["clusters"] === undefined && !facts.some((fact) => fact.code === "repeated");
  if (isPlain) return figures;
  add(
    tables["steps"],
    [
      ["step", "Step"],
      ["rows", "Rows left"],
      ["left_out", "Left out"],
    ],
    said("repeated", "From rows to events,"),
    "Rows of all tables that are left after each step",
  );
  add(
    tables["clusters"],
    [
      ["customer", "Customer"],
      ["ids", "Ids"],
      ["why", "Why they are one"],
    ],
    said("stitched", "Customers of several ids,"),
    "The customers with most ids, and the pairs of ids that joined them, in the order they did",
  );
  add(
    tables["devices"],
    [
      ["device", "Device"],
      ["people", "People"],
      ["rows", "Rows"],
      ["given", "Given to the last login"],
    ],
    said("shared_devices", "Shared devices,"),
    "Devices on which more people logged in than the rule allows",
  );
  add(
    tables["sensitivity"],
    [
      ["rule", "Rule"],
      ["choice", "If it were"],
      ["customers", "Customers"],
      ["sessions", "Sessions"],
      ["conversion", "Conversion"],
    ],
    "What other rules would give,",
    "Conversion is the share with a purchase: of customers by identity, with Wilson's interval, and of sessions by their gap",
  );
  return figures;
}

/** How a journey looks: which columns play which role, what the checks found, and what happened to how many customers. */
export function view(result: CellResult, _params: unknown, theme: FigureTheme): Figure[] {
  const { main, events } = result.tables;
  const title = result.facts.find((fact) => fact.code === "customers" && fact.holds)?.text ?? "Who did what, and when";
  if (main === undefined || main.rows === 0) {
    const words = "The mapping has no line.";
    const text = message(words, "Say which table's columns are the customer, the time and the event.");
    return [{ element: element("div", "figure", text), title, subtitle: "", alt: words, drawn: { rows: 0, unit: "group", columns: [] } }];
  }
  return [
    rolesFigure(main, theme, { title, subtitle: mappingNote(main.rows, result.window, theme) }),
    ...auditFigures(result, theme),
    ...(events === undefined || events.rows < 2 ? [] : [eventsFigure(events, theme)]),
  ];
}
