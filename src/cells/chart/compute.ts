import type { DataTable } from "../../data/data-table.ts";
import type { Table } from "../../schema/table.ts";
import type { Warning } from "../../schema/result.ts";
import type { CellOutput, Inputs, Job } from "../cell.ts";
import { boxMarks } from "./box-marks.ts";
import { chartFacts } from "./facts.ts";
import { groupedMarks } from "./grouped-marks.ts";
import type { Drawing } from "./marks.ts";
import type { ChartParams } from "./params.ts";
import { plan, type Plan } from "./plan.ts";
import { rowMarks } from "./row-marks.ts";
import { tableOf } from "./table-of.ts";
import { isNumeric } from "./column-values.ts";
import { unfinishedPeriod } from "./unfinished-period.ts";

/** Whether each row is a mark of its own. */
function isByRow({ mark, x, y, aggregate }: Plan): boolean {
  const measures = y !== null && isNumeric(y) && (isNumeric(x) || x.type === "time");
  return mark === "dot" && measures && (aggregate === "auto" || aggregate === "none");
}

function channelsTable({ mark, aggregate, channels }: Drawing): Table {
  const rows = [{ channel: "mark", column: mark as string, made: aggregate ?? "none", grain: undefined }, ...channels];
  const texts = (name: string, value: (row: (typeof rows)[number]) => string | null) => ({ name, type: "text" as const, values: rows.map(value) });
  return tableOf(
    [
      texts("channel", (row) => row.channel),
      texts("column", (row) => row.column),
      texts("made", (row) => row.made),
      texts("grain", (row) => row.grain ?? null),
    ],
    "event",
  );
}

function warningsOf(drawing: Drawing, table: DataTable, chosen: Plan, job: Job): Warning[] {
  const shown = drawing.columns[0]?.values.length ?? 0;
  const many: Warning[] =
    drawing.of === null
      ? []
      : [
          {
            code: "many_marks",
            lead: `Shows ${shown.toLocaleString("en-US")} of ${drawing.of.toLocaleString("en-US")} marks.`,
            text: drawing.aggregate === null ? "They are an even draw of all rows." : "They are the first in order.",
            remedy: "Choose a heat map, longer periods or fewer categories to see all.",
          },
        ];
  return [...many, ...drawing.notes, ...unfinishedPeriod(drawing, table, chosen, job)];
}

/**
 * Groups, counts and sums a table's rows into the marks of one picture.
 *
 * @returns `main`, one row per mark; `channels`, which column is drawn how; `beyond`, single values outside the whiskers of boxes.
 * @throws {UserError} If a column does not suit its channel, or there would be millions of groups.
 */
export async function compute(inputs: Inputs, params: ChartParams, job: Job): Promise<CellOutput> {
  const table = inputs.table(params.from);
  const chosen = plan(table, params);
  const pause = job.progress(0.1, "grouping rows");
  if (pause) await pause;
  const drawing =
    chosen.mark === "box"
      ? boxMarks(table, chosen, params, job)
      : isByRow(chosen)
        ? rowMarks(table, chosen, params, job, job.seed)
        : groupedMarks(table, chosen, params, job);
  return {
    tables: {
      // How many customers a mark stands for is not known of any table, so for the privacy gate a row is an event like those it sums.
      main: tableOf(drawing.columns, "event"),
      channels: channelsTable(drawing),
      ...Object.fromEntries(Object.entries(drawing.further).map(([name, columns]) => [name, tableOf(columns, "event")])),
    },
    facts: chartFacts(drawing),
    warnings: warningsOf(drawing, table, chosen, job),
    n: drawing.n,
    excluded: drawing.excluded,
    ...(isByRow(chosen) && drawing.of !== null ? { seed: job.seed } : {}),
  };
}
