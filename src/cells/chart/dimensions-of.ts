import type { DataTable } from "../../data/data-table.ts";
import type { Column } from "../../schema/column.ts";
import { aggregated, byGroup } from "./aggregate.ts";
import { isNumeric, rowNumbers } from "./column-values.ts";
import { binsOf, groupsOf, periodsOf, pooled, type Clock, type Dimension } from "./dimension.ts";
import type { Plan } from "./plan.ts";
import { suitableAggregate } from "./plan.ts";
import type { ChartParams } from "./params.ts";

/** A dimension and the channel it is drawn by. */
export interface NamedDimension {
  channel: "facet_x" | "facet_y" | "x" | "y" | "colour";
  dimension: Dimension;
}

const categoriesShown = 30;
const coloursShown = 8;
const facetsShown = 12;
const discreteUpTo = 30;

/** Orders the groups of a dimension, and takes those beyond `most` together. */
function arranged(dimension: Dimension, weights: Float64Array | null, sort: ChartParams["sort"], most: number): Dimension {
  const codes = dimension.values.map((_, code) => code);
  const isSize = sort === "value" || sort === "value_rising" || (sort === "auto" && !dimension.ordered);
  const weight = (code: number) => (weights === null || Number.isNaN(weights[code]!) ? Number.NEGATIVE_INFINITY : weights[code]!);
  const bySize = codes.toSorted((a, b) => weight(b) - weight(a) || a - b);
  const isTooMany = codes.length > most;
  const kept = isTooMany ? bySize.slice(0, Math.max(1, most - 1)) : codes;
  const order = isSize
    ? bySize.filter((code) => kept.includes(code))
    : sort === "given"
      ? firstSeen(dimension, kept)
      : kept.toSorted((a, b) => a - b);
  if (sort === "value_rising") order.reverse();
  return pooled(dimension, order, `Other (${codes.length - kept.length})`);
}

function firstSeen(dimension: Dimension, kept: readonly number[]): number[] {
  const seen = new Set<number>();
  for (const code of dimension.codes) if (code >= 0) seen.add(code);
  return [...seen].filter((code) => kept.includes(code));
}

/** The weight a group is ordered by: its value as it is drawn, or its rows. */
function weightsOf(table: DataTable, dimension: Dimension, value: Column | null, params: ChartParams): Float64Array {
  const grouped = byGroup(dimension.codes, dimension.values.length);
  if (value === null || params.aggregate === "count" || !(isNumeric(value) || value.type === "boolean")) return aggregated("count", null, grouped);
  const numbers = rowNumbers(table, value);
  const known = dimension.codes.map((code, row) => (Number.isNaN(numbers[row]!) ? -1 : code));
  const how = params.aggregate === "auto" || params.aggregate === "none" ? suitableAggregate(value) : params.aggregate;
  return aggregated(how, numbers, byGroup(known, dimension.values.length));
}

/** The groups, periods or bins of a plan, from the outermost to the innermost: pictures, then what goes across, then colours. */
export function dimensionsOf(table: DataTable, chosen: Plan, params: ChartParams, clock: Clock): NamedDimension[] {
  const { mark, x, y, colour, facetX, facetY } = chosen;
  const value = mark === "heat" ? colour : mark === "histogram" ? null : y;
  const groups = (column: Column, most: number, sort: ChartParams["sort"]) => {
    const found = groupsOf(table, column);
    return arranged(found, weightsOf(table, found, value, params), sort, most);
  };
  const numeric = (column: Column): Dimension => {
    if (mark === "histogram") return binsOf(table, column, params.bins ?? 20);
    const found = groupsOf(table, column);
    const isFew = found.values.length <= discreteUpTo || mark === "line" || mark === "area" || mark === "rule";
    return params.bins === null && isFew ? found : binsOf(table, column, params.bins ?? 20);
  };
  const across = (column: Column): Dimension => {
    if (column.type === "time") return periodsOf(table, column, params.grain === "none" ? "auto" : params.grain, clock);
    if (isNumeric(column)) return numeric(column);
    const found = groupsOf(table, column);
    return found.grain === null ? groups(column, params.top ?? categoriesShown, params.sort) : found;
  };
  const facet = (channel: "facet_x" | "facet_y", column: Column | null): NamedDimension[] =>
    column === null ? [] : [{ channel, dimension: groups(column, facetsShown, "auto") }];
  const lines: NamedDimension[] =
    mark === "heat" && y !== null
      ? [{ channel: "y", dimension: across(y) }]
      : mark !== "heat" && colour !== null
        ? [{ channel: "colour", dimension: groups(colour, coloursShown + 1, "auto") }]
        : [];
  return [...facet("facet_y", facetY), ...facet("facet_x", facetX), { channel: "x", dimension: across(x) }, ...lines];
}
