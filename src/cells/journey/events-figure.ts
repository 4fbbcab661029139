import { bars, type Bar } from "../../figures/bars.ts";
import { drawn } from "../../figures/drawn.ts";
import { element } from "../../figures/element.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { counted } from "../../figures/formats/counted.ts";
import { number } from "../../figures/formats/number.ts";
import { numbers, texts } from "../../figures/read.ts";
import type { Table } from "../../schema/table.ts";

/** An event with how often and to how many customers it happened. */
export interface EventCount {
  event: string;
  events: number;
  customers: number;
}

/** Bars shown; the other events are in the table. */
export const mostEvents = 12;

/** The events by how many customers had them, most first. */
export function eventsByCustomers(events: Table): EventCount[] {
  const [counts, customers] = [numbers(events, "events"), numbers(events, "customers")];
  return texts(events, "event")
    .map((event, row) => ({ event: event ?? "no name", events: counts[row] ?? 0, customers: customers[row] ?? 0 }))
    .filter(({ events: count }) => count > 0)
    .sort((a, b) => b.customers - a.customers || b.events - a.events || (a.event < b.event ? -1 : 1));
}

/** The events of a journey as bars, by customers. */
export function eventsFigure(events: Table, { locale, width }: FigureTheme): Figure {
  const all = eventsByCustomers(events);
  const shown = all.slice(0, mostEvents).map(({ event, events: count, customers }, row): Bar => {
    const times = counted(count, "event", locale);
    const tip = () => ({ lead: `${event}: ${counted(customers, "customer", locale)}`, text: "", second: times });
    return { name: event, value: customers, text: number(customers, locale), quiet: times, tip, row };
  });
  const alt = `Customers by event. ${shown.map(({ name, text }) => `${name}: ${text}.`).join(" ")}`;
  const left = all.length - shown.length;
  const more = left > 0 ? element("p", "figure-note", `and ${left} more in the table`) : null;
  return {
    element: element("div", "figure", bars({ label: alt, width, bars: shown }), more),
    title: "What happened,",
    subtitle: "customers with the event, and how often",
    alt,
    drawn: drawn("group", [
      { name: "event", type: "text", role: "dimension", values: all.map(({ event }) => event) },
      { name: "events", type: "integer", role: "count", values: all.map(({ events: count }) => count) },
      { name: "customers", type: "integer", role: "customers", values: all.map(({ customers }) => customers) },
    ]),
  };
}
