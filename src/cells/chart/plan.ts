import { shapeOf } from "../../data/shape/shape-of.ts";
import type { DataTable } from "../../data/data-table.ts";
import type { Column } from "../../schema/column.ts";
import { UserError } from "../../schema/errors.ts";
import type { Aggregate } from "./aggregate.ts";
import { channelColumn, isNumeric } from "./column-values.ts";
import { areDates, defaultChannels } from "./default-channels.ts";
import type { ChartParams } from "./params.ts";

export type Mark = Exclude<ChartParams["mark"], "auto">;

/** What is drawn, every choice made. */
export interface Plan {
  mark: Mark;
  x: Column;
  /** The value; of a heat map, its lines. Null where rows are counted. */
  y: Column | null;
  /** The value of a heat map. */
  colour: Column | null;
  facetX: Column | null;
  facetY: Column | null;
  size: Column | null;
  aggregate: Aggregate | "none" | "auto";
  lower: Column | null;
  upper: Column | null;
}

const isTime = (column: Column): boolean => column.type === "time" || (column.dictionary !== undefined && areDates(column.dictionary.slice(0, 50)));

function suitableMark(x: Column, y: Column | null, params: ChartParams): Mark {
  if (isTime(x)) return y !== null && params.grain === "none" && params.aggregate === "none" ? "dot" : "line";
  if (y === null) return isNumeric(x) ? "histogram" : "bar";
  if (isNumeric(x) && isNumeric(y)) return params.aggregate === "none" || params.aggregate === "auto" ? "dot" : "line";
  if (!isNumeric(y) && y.type !== "boolean") return params.aggregate === "distinct" || params.aggregate === "count" ? "bar" : "heat";
  return "bar";
}

/** The bounds of a value: the columns that carry its name, or the only ones whose role says so. */
function boundsOf(table: DataTable, y: Column): [Column | null, Column | null] {
  const named = (end: string) => table.columns.find(({ name }) => name === `${y.name}_${end}`) ?? null;
  const [lower, upper] = [named("lower"), named("upper")];
  if (lower !== null && upper !== null) return [lower, upper];
  const byRole = (role: string) => table.columns.filter((column) => column.role === role);
  const [lowers, uppers] = [byRole("lower"), byRole("upper")];
  const rates = table.columns.filter((column) => column.role === "rate");
  return lowers.length === 1 && uppers.length === 1 && rates.length <= 1 && y.role === "rate" ? [lowers[0]!, uppers[0]!] : [null, null];
}

/**
 * Decides what the parameters leave open.
 *
 * @throws {UserError} If a column is unknown, does not suit the mark, or nothing in the table can be drawn.
 */
export function plan(table: DataTable, params: ChartParams): Plan {
  const isOpen = params.x === null && params.y === null;
  const guessed = isOpen ? defaultChannels(shapeOf(table), table.rows) : null;
  if (isOpen && guessed === null && table.rows > 0) {
    throw new UserError("No column of this table suggests a picture.", "Choose what goes across, and the value.", { param: "x" });
  }
  const of = (name: string | null, channel: string) => (name === null ? null : channelColumn(table, name, channel));
  const y = of(params.y ?? guessed?.y ?? null, "y");
  const x =
    of(params.x ?? guessed?.x ?? null, "x") ?? table.columns.find((column) => column !== y && isTime(column)) ?? table.columns.find((c) => c !== y);
  if (x === undefined) throw new UserError("The table has no column to draw.", "Choose another table.", { param: "from" });
  const mark = params.mark === "auto" ? suitableMark(x, y, params) : params.mark;
  if (mark === "box" && (y === null || !isNumeric(y))) {
    throw new UserError(
      `Boxes need a value that is a number${y === null ? "" : `, and "${y.name}" is ${y.type}`}.`,
      "Choose a column of numbers as the value.",
      {
        param: "y",
      },
    );
  }
  if (mark === "heat" && y === null)
    throw new UserError("A heat map needs lines, and no value (y) is chosen.", "Choose a column for the lines.", { param: "y" });
  if (mark === "histogram" && !isNumeric(x) && x.type !== "time") {
    throw new UserError(`A histogram needs numbers across, and "${x.name}" is ${x.type}.`, "Choose a column of numbers, or bars as the mark.", {
      param: "x",
    });
  }
  const colour = of(params.colour ?? (mark === "heat" ? null : (guessed?.colour ?? null)), "colour");
  const value = mark === "heat" ? colour : y;
  const needsNumbers = ["sum", "mean", "median", "min", "max", "none"].includes(params.aggregate);
  if (value !== null && needsNumbers && !isNumeric(value) && value.type !== "boolean" && mark !== "box") {
    throw new UserError(
      `"${value.name}" is ${value.type}, so it has no ${params.aggregate === "none" ? "height" : params.aggregate}.`,
      "Choose a column of numbers, or count distinct values.",
      { param: mark === "heat" ? "colour" : "y" },
    );
  }
  const [lower, upper] = value === null || params.interval === "none" || mark === "heat" ? [null, null] : boundsOf(table, value);
  return {
    mark,
    x,
    y,
    colour,
    facetX: of(params.facet_x, "facet_x"),
    facetY: of(params.facet_y, "facet_y"),
    size: mark === "dot" ? of(params.size, "size") : null,
    aggregate: params.aggregate,
    lower,
    upper,
  };
}

const meanLike = /rate|ratio|share|percent|score|rating|age|average|avg|mean|median|price|probability|temperature|nps|csat/i;

/** How a value is best taken together: shares and scores by their mean, texts by how many there are, all else by the sum. */
export function suitableAggregate(value: Column | null): Aggregate {
  if (value === null) return "count";
  if (value.type === "boolean" || value.role === "rate" || meanLike.test(value.name)) return "mean";
  return isNumeric(value) ? "sum" : "distinct";
}
