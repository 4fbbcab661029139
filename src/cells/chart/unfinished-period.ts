import type { DataTable } from "../../data/data-table.ts";
import { isoDate } from "../../journey/calendar/iso-date.ts";
import { periodFirstDay } from "../../journey/calendar/period-first-day.ts";
import { periodOf } from "../../journey/calendar/period-of.ts";
import type { Warning } from "../../schema/result.ts";
import { rowNumbers } from "./column-values.ts";
import { extentOf, type Clock } from "./dimension.ts";
import type { Drawing } from "./marks.ts";
import type { Plan } from "./plan.ts";

/** Says that the last week, month, quarter or year is not over, where counts and sums in it are too small to compare. */
export function unfinishedPeriod({ aggregate, channels }: Drawing, table: DataTable, { x }: Plan, { timezone, weekStart }: Clock): Warning[] {
  const grain = channels.find(({ channel }) => channel === "x")?.grain;
  if (x.type !== "time" || grain === undefined || grain === "day" || (aggregate !== "count" && aggregate !== "sum" && aggregate !== "distinct"))
    return [];
  const [least, greatest] = extentOf(rowNumbers(table, x));
  if (least > greatest) return [];
  const end = periodFirstDay(grain, periodOf(grain, greatest, timezone, weekStart) + 1, weekStart) - 1;
  const last = periodOf("day", greatest, timezone, weekStart);
  if (last >= end) return [];
  const text = `The data end on ${isoDate(last)}, and the last ${grain} runs to ${isoDate(end)}: its value is not comparable with the others.`;
  return [{ code: "unfinished", lead: `The last ${grain} is not over.`, text }];
}
