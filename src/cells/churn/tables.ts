import { reliability } from "../../analysis/calibration/reliability.ts";
import { wilson } from "../../analysis/intervals/wilson.ts";
import type { Json } from "../../schema/json.ts";
import type { Table } from "../../schema/table.ts";
import { flags, integers, numbers, texts } from "./columns.ts";
import type { Encoding } from "./encode.ts";
import type { Importance } from "./explain.ts";
import { depths, type GainCurve, type Measure } from "./judge.ts";
import type { Learned } from "./learn.ts";
import type { ProfitCurve } from "./profit.ts";

/** A table of groups, and the judged rows behind one of its rows. */
export interface Grouped {
  table: Table;
  behind: (row: Record<string, Json>) => Uint32Array;
}

const everyone = (count: number) => Uint32Array.from({ length: count }, (_, row) => row);
const among = (count: number, isIn: (row: number) => boolean) => everyone(count).filter(isIn);

/** `main`: each measure of each model. */
export function mainTable(measures: readonly Measure[], customers: number): Grouped {
  const of = <T>(read: (measure: Measure) => T) => measures.map(read);
  const columns = [
    texts(
      "metric",
      of(({ metric }) => metric),
    ),
    texts(
      "model",
      of(({ model }) => model),
    ),
    numbers(
      "value",
      of(({ value }) => value),
      "value",
    ),
    numbers(
      "value_lower",
      of(({ lower }) => lower),
      "lower",
    ),
    numbers(
      "value_upper",
      of(({ upper }) => upper),
      "upper",
    ),
    integers(
      "customers",
      of(() => customers),
      "customers",
    ),
  ];
  return { table: { rows: measures.length, unit: "group", columns }, behind: () => everyone(customers) };
}

/** `lift`: tenths of the judged customers from the riskiest on. */
export function liftTable({ probabilities, order }: Learned, outcomes: Uint8Array, curve: GainCurve, level: number): Grouped {
  const rate = outcomes.reduce((sum, outcome) => sum + outcome, 0) / outcomes.length;
  const cut = (part: number) => Math.round((part * order.length) / 10);
  const rows = (decile: number) => order.slice(cut(decile - 1), cut(decile));
  const told = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    .filter((decile) => cut(decile) > cut(decile - 1))
    .map((decile) => {
      const own = rows(decile);
      const left = own.reduce((sum, row) => sum + outcomes[row]!, 0);
      const predicted = own.reduce((sum, row) => sum + probabilities[row]!, 0) / own.length;
      return { decile, left, predicted, customers: own.length, ...wilson(left, own.length, level), depth: decile * 5 - 1 };
    });
  const of = (read: (one: (typeof told)[number]) => number) => told.map(read);
  const columns = [
    integers(
      "decile",
      of(({ decile }) => decile),
      "dimension",
    ),
    integers(
      "customers",
      of(({ customers }) => customers),
      "customers",
    ),
    integers(
      "left",
      of(({ left }) => left),
      "count",
    ),
    numbers(
      "predicted",
      of(({ predicted }) => predicted),
      "rate",
    ),
    numbers(
      "rate",
      of(({ left, customers }) => left / customers),
      "rate",
    ),
    numbers(
      "rate_lower",
      of(({ lower }) => lower),
      "lower",
    ),
    numbers(
      "rate_upper",
      of(({ upper }) => upper),
      "upper",
    ),
    numbers(
      "lift",
      of(({ left, customers }) => left / customers / rate),
      "value",
    ),
    numbers(
      "found",
      of(({ depth }) => curve.shares[depth]!),
      "rate",
    ),
    numbers(
      "found_lower",
      of(({ depth }) => curve.lower[depth]!),
      "lower",
    ),
    numbers(
      "found_upper",
      of(({ depth }) => curve.upper[depth]!),
      "upper",
    ),
    numbers(
      "cumulative_lift",
      of(({ depth, decile }) => (curve.shares[depth]! * 10) / decile),
      "value",
    ),
    numbers(
      "cumulative_lift_lower",
      of(({ depth, decile }) => (curve.lower[depth]! * 10) / decile),
      "lower",
    ),
    numbers(
      "cumulative_lift_upper",
      of(({ depth, decile }) => (curve.upper[depth]! * 10) / decile),
      "upper",
    ),
  ];
  return { table: { rows: told.length, unit: "group", columns }, behind: ({ decile }) => rows(Number(decile)) };
}

/** How many of the riskiest a depth holds. */
const contacted = (depth: number, customers: number) => Math.round(depth * customers);

/** `gain`: the share of all who left that is among the riskiest customers, by model and depth. */
export function gainTable(learned: readonly Learned[], curves: readonly GainCurve[], customers: number): Grouped {
  const rows = learned.flatMap(({ name }, model) => depths.map((depth, place) => ({ name, depth, place, curve: curves[model]! })));
  const columns = [
    texts(
      "model",
      rows.map(({ name }) => name),
    ),
    numbers(
      "contacted",
      rows.map(({ depth }) => depth),
      "dimension",
    ),
    integers(
      "customers",
      rows.map(({ depth }) => contacted(depth, customers)),
      "customers",
    ),
    numbers(
      "found",
      rows.map(({ curve, place }) => curve.shares[place]!),
      "rate",
    ),
    numbers(
      "found_lower",
      rows.map(({ curve, place }) => curve.lower[place]!),
      "lower",
    ),
    numbers(
      "found_upper",
      rows.map(({ curve, place }) => curve.upper[place]!),
      "upper",
    ),
  ];
  const behind: Grouped["behind"] = (row) =>
    learned.find(({ name }) => name === row["model"])?.order.slice(0, contacted(Number(row["contacted"]), customers)) ?? new Uint32Array(0);
  return { table: { rows: rows.length, unit: "group", columns }, behind };
}

/** `calibration`: what was said and what happened, in ten bins of equal count. */
export function calibrationTable({ probabilities }: Learned, outcomes: Uint8Array, level: number): Grouped {
  const { bins, binOf } = reliability(probabilities, outcomes, 10, level);
  const of = (read: (bin: (typeof bins)[number]) => number) => bins.map(read);
  const columns = [
    integers(
      "bin",
      bins.map((_, bin) => bin + 1),
      "dimension",
    ),
    integers(
      "customers",
      of(({ rows }) => rows),
      "customers",
    ),
    integers(
      "left",
      of(({ happened }) => happened),
      "count",
    ),
    numbers(
      "predicted",
      of(({ predicted }) => predicted),
      "rate",
    ),
    numbers(
      "rate",
      of(({ rate }) => rate),
      "rate",
    ),
    numbers(
      "rate_lower",
      of(({ lower }) => lower),
      "lower",
    ),
    numbers(
      "rate_upper",
      of(({ upper }) => upper),
      "upper",
    ),
  ];
  const behind: Grouped["behind"] = ({ bin }) => among(binOf.length, (row) => binOf[row] === Number(bin) - 1);
  return { table: { rows: bins.length, unit: "group", columns }, behind };
}

const bins = 20;
const binOf = (probability: number) => Math.min(bins - 1, Math.floor(probability * bins));

/** `distribution`: how many customers have which probability, and how many of them left. */
export function distributionTable({ probabilities }: Learned, outcomes: Uint8Array): Grouped {
  const [customers, left] = [new Int32Array(bins), new Int32Array(bins)];
  probabilities.forEach((probability, row) => {
    customers[binOf(probability)]!++;
    left[binOf(probability)]! += outcomes[row]!;
  });
  const places = Array.from(customers.keys());
  const columns = [
    integers(
      "bin",
      places.map((bin) => bin + 1),
      "dimension",
    ),
    numbers(
      "probability_from",
      places.map((bin) => bin / bins),
      "value",
    ),
    numbers(
      "probability_to",
      places.map((bin) => (bin + 1) / bins),
      "value",
    ),
    integers("customers", customers, "customers"),
    integers("left", left, "count"),
  ];
  const behind: Grouped["behind"] = ({ bin }) => among(probabilities.length, (row) => binOf(probabilities[row]!) === Number(bin) - 1);
  return { table: { rows: bins, unit: "group", columns }, behind };
}

/** `importance`: how much each feature moves scores, in log odds. */
export function importanceTable(found: readonly Importance[], encodings: readonly Encoding[], customers: number): Grouped {
  const named = found.map((importance) => ({ ...importance, ...encodings[importance.feature]! }));
  const columns = [
    texts(
      "feature",
      named.map(({ name }) => name),
    ),
    texts(
      "label",
      named.map(({ label }) => label),
      "value",
    ),
    numbers(
      "importance",
      named.map(({ value }) => value),
      "value",
    ),
    numbers(
      "importance_lower",
      named.map(({ lower }) => lower),
      "lower",
    ),
    numbers(
      "importance_upper",
      named.map(({ upper }) => upper),
      "upper",
    ),
    flags(
      "undated",
      named.map(({ undated }) => undated === true),
    ),
    integers(
      "customers",
      named.map(() => customers),
      "customers",
    ),
  ];
  return { table: { rows: named.length, unit: "group", columns }, behind: () => everyone(customers) };
}

/** `profit`: what contacting the riskiest would have brought, by how many are contacted. */
export function profitTable(curve: ProfitCurve, { order }: Learned): Grouped {
  const columns = [
    numbers("contacted", depths, "dimension"),
    integers(
      "customers",
      depths.map((depth) => contacted(depth, order.length)),
      "customers",
    ),
    numbers("profit", curve.values, "value"),
    numbers("profit_lower", curve.lower, "lower"),
    numbers("profit_upper", curve.upper, "upper"),
    flags(
      "best",
      depths.map((_, depth) => depth === curve.best),
    ),
  ];
  return {
    table: { rows: depths.length, unit: "group", columns },
    behind: (row) => order.slice(0, contacted(Number(row["contacted"]), order.length)),
  };
}
