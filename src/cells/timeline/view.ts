import { element } from "../../figures/element.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { counted } from "../../figures/formats/counted.ts";
import { moment, windowRange } from "../../figures/formats/date.ts";
import { money } from "../../figures/formats/money.ts";
import { message } from "../../figures/message.ts";
import { texts } from "../../figures/read.ts";
import type { CellResult } from "../../schema/result.ts";
import { swatchLegend } from "../../figures/swatch-legend.ts";
import { lanes, stagePaint } from "./lanes-figure.ts";
import { kind, type TimelineParams } from "./params.ts";
import { quotes } from "./quotes-figure.ts";
import { amountsSaid, eventsSaid, happenings } from "./read-figure.ts";

/** How one customer's journey looks: a lane for each source over the stages, and what they said below. */
export function view(result: CellResult, _params: TimelineParams, theme: FigureTheme): Figure[] {
  const { main } = result.tables;
  const title = result.facts.find(({ holds }) => holds)?.text ?? kind.question;
  if (main === undefined || main.rows === 0) {
    const words = "Nothing happened with this customer.";
    const text = message(words, "Go to the next.");
    return [{ title, subtitle: "", alt: words, drawn: main ?? { rows: 0, unit: "event", columns: [] }, element: element("div", "figure", text) }];
  }
  const events = happenings(main);
  const { locale, timezone, currency } = theme;
  const span: [number, number] = [events[0]!.time, events.at(-1)!.time + 1];
  const said = events.slice(0, 20).map((found) => `${moment(found.time, timezone)} ${eventsSaid([found], 1)} ${amountsSaid([found], theme)}`.trim());
  const alt = `${counted(events.length, "event", locale)}: ${said.join("; ")}${events.length > 20 ? " and more" : ""}.`;
  const every = (table: "stages" | "sources", name: string) => texts(result.tables[table]!, name).map((text) => text ?? "");
  const known = { stages: every("stages", "stage"), sources: every("sources", "source") };
  const { drawing, unnamed, breaks } = lanes(events, known, alt, theme);
  const values = events.reduce((sum, { value }) => sum + (value ?? 0), 0);
  const risk = result.facts.find(({ code }) => code === "risk")?.text;
  const parts = [
    windowRange(span, timezone, locale),
    ...(values === 0 ? [] : [`${money(values, currency, locale)} in all, the area of a mark is its part`]),
    "bands are stages, bars at the foot sessions",
    ...(risk === undefined ? [] : [risk]),
  ];
  const notes = [
    ...(breaks === 0 ? [] : [`${counted(breaks, "long pause", locale)} cut short, the length told below.`]),
    ...(unnamed === 0 ? [] : [`${counted(unnamed, "mark", locale)} without room for a name: point at them.`]),
  ];
  const note = notes.length === 0 ? null : element("p", "figure-note", notes.join(" "));
  const occurring = known.stages.flatMap((name) =>
    events.some(({ stage }) => stage === name) ? [{ name, paint: stagePaint(known.stages, name) }] : [],
  );
  const legend = occurring.length === 0 ? null : swatchLegend(occurring);
  return [
    {
      title,
      subtitle: `${parts.join("; ")}.`,
      alt,
      drawn: main,
      element: element("div", "figure", drawing, legend, note, ...quotes(events, theme)),
    },
  ];
}
