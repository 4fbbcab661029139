import { element } from "../../figures/element.ts";
import type { FigureTheme } from "../../figures/figure.ts";
import { counted } from "../../figures/formats/counted.ts";
import { date, moment } from "../../figures/formats/date.ts";
import { amountsSaid, type Happening } from "./read-figure.ts";

const most = 8;

/** What the customer said, in their words, the latest first. */
export function quotes(events: readonly Happening[], theme: FigureTheme): HTMLElement[] {
  const said = events.filter(({ comment }) => comment !== null && comment.trim() !== "").toReversed();
  const shown = said.slice(0, most).map((found) => {
    const when = [
      date(moment(found.time, theme.timezone), theme.locale),
      found.channel?.replaceAll("_", " ") ?? found.event,
      amountsSaid([found], theme),
    ];
    const caption = element("p", "figure-caption", when.filter((words) => words !== "").join(", "));
    return element("div", "", element("p", "figure-quote", `“${found.comment!.trim()}”`), caption);
  });
  if (shown.length === 0) return [];
  const more = said.length > most ? [element("p", "figure-note", `and ${counted(said.length - most, "comment", theme.locale)} before`)] : [];
  return [element("div", "figure-halves", ...shown), ...more];
}
