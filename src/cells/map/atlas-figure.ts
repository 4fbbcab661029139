import { flags as flagsOf, numbers, texts } from "../../figures/read.ts";
import type { CellResult } from "../../schema/result.ts";
import type { Table } from "../../schema/table.ts";
import type { Values } from "../../schema/parameter.ts";
import type { params } from "./params.ts";

export type MapParams = Values<typeof params>;

/** A number with its bounds; null where it is not known. */
export interface Bounded {
  value: number;
  lower: number;
  upper: number;
}

export interface StageColumn {
  name: string;
  customers: number;
  reach: number | null;
  forward: Bounded | null;
  median: number | null;
  p25: number | null;
  p75: number | null;
  /** What share of the stage's customers does what the colours show: the mean its touchpoints are compared with. */
  mean: number | null;
}

export interface MapCell {
  stage: number;
  point: number;
  customers: number;
  events: number;
  /** Of how many customers the shaded rate is. */
  known: number;
  rate: Bounded | null;
  exit: number | null;
  next: number | null;
  value: number | null;
  cost: number | null;
  feeling: Bounded | null;
  answered: number;
  /** The number of the opportunity, from 1; 0 of none. */
  flag: number;
}

export interface PointRow {
  name: string;
  owner: string | null;
  customers: number;
}

export interface StageFeeling {
  stage: number;
  source: string;
  feeling: Bounded;
  customers: number;
}

/** Everything the map draws, read from the result. */
export interface Atlas {
  main: Table;
  stages: StageColumn[];
  points: PointRow[];
  /** Touchpoints that are not drawn, and their customers' cells. */
  hidden: number;
  cells: MapCell[];
  /** What the line of feeling is from, or null; and the other sources, stage by stage. */
  source: string | null;
  others: StageFeeling[];
  shade: "stay" | "conversion";
  within: string;
  least: number;
}

export const mostPoints = 20;
const empty: Table = { rows: 0, unit: "group", columns: [] };

/** A number with its bounds, by row. */
export function bounds(table: Table, name: string): (Bounded | null)[] {
  const [value, lower, upper] = [name, `${name}_lower`, `${name}_upper`].map((column) => numbers(table, column));
  return value!.map((own, row) => (own === null ? null : { value: own, lower: lower![row] ?? own, upper: upper![row] ?? own }));
}

const complement = (rate: Bounded | null): Bounded | null =>
  rate === null ? null : { value: 1 - rate.value, lower: 1 - rate.upper, upper: 1 - rate.lower };

/** Touchpoints in the order of the journey: by the mean place of their customers' stages, the largest first among equals. */
function orderOf(names: readonly string[], stage: readonly number[], point: readonly number[], customers: readonly number[]): string[] {
  const of = names.map((name, at) => {
    const own = point.map((place, row) => (place === at ? row : -1)).filter((row) => row >= 0);
    const sum = own.reduce((total, row) => total + customers[row]!, 0);
    return { name, sum, place: own.reduce((total, row) => total + stage[row]! * customers[row]!, 0) / Math.max(1, sum) };
  });
  const shown = of.toSorted((left, right) => right.sum - left.sum || (left.name < right.name ? -1 : 1)).slice(0, mostPoints);
  return shown.sort((left, right) => left.place - right.place || right.sum - left.sum).map(({ name }) => name);
}

/** Reads the result's tables into what the map draws. */
export function atlasOf(result: CellResult, params: MapParams): Atlas {
  const { main = empty, stages = empty, touchpoints = empty, feelings = empty, opportunities = empty } = result.tables;
  const stageNames = texts(stages, "stage").map((name) => name ?? "");
  const pointNames = texts(touchpoints, "touchpoint").map((name) => name ?? "");
  const owners = texts(touchpoints, "owner");
  const count = (table: Table, name: string) => numbers(table, name).map((value) => value ?? 0);
  const pointCustomers = count(touchpoints, "customers");
  const stageOf = texts(main, "stage").map((name) => stageNames.indexOf(name ?? ""));
  const allPoints = texts(main, "touchpoint").map((name) => pointNames.indexOf(name ?? ""));
  const customers = count(main, "customers");
  const ordered = orderOf(pointNames, stageOf, allPoints, customers);
  const rates = params.shade === "conversion" ? bounds(main, "conversion") : bounds(main, "drop_off").map(complement);
  const known = count(main, params.shade === "conversion" ? "mature" : "followed");
  const means =
    params.shade === "conversion" ? numbers(stages, "conversion") : numbers(stages, "drop_off").map((rate) => (rate === null ? null : 1 - rate));
  const flags = new Map<string, number>();
  const holds = texts(opportunities, "holds_by");
  const flagStage = texts(opportunities, "stage");
  texts(opportunities, "touchpoint").forEach((name, row) => {
    if (holds[row] !== null && flags.size < mostOpportunities) flags.set(`${flagStage[row]} ${name}`, flags.size + 1);
  });
  const felt = bounds(main, "feeling");
  const of = (name: string) => numbers(main, name);
  const [events, exit, next, value, cost, answered] = [
    count(main, "events"),
    of("exit"),
    of("median_next_seconds"),
    of("value"),
    of("cost"),
    count(main, "feeling_customers"),
  ];
  const cells = stageOf.map((stage, row): MapCell => {
    const name = pointNames[allPoints[row]!]!;
    return {
      stage,
      point: ordered.indexOf(name),
      customers: customers[row]!,
      events: events[row]!,
      known: known[row]!,
      rate: rates[row]!,
      exit: exit[row]!,
      next: next[row]!,
      value: value[row]!,
      cost: cost[row]!,
      feeling: felt[row]!,
      answered: answered[row]!,
      flag: flags.get(`${stageNames[stage]} ${name}`) ?? 0,
    };
  });
  const feelingStage = texts(feelings, "stage");
  const feelingPoint = texts(feelings, "touchpoint");
  const feelingSource = texts(feelings, "source");
  const feelingCustomers = count(feelings, "customers");
  const isLine = flagsOf(feelings, "line");
  const stageFeelings = bounds(feelings, "feeling");
  const [forward, reach, median, p25, p75, entering] = [
    bounds(stages, "forward"),
    numbers(stages, "reach"),
    numbers(stages, "median_seconds"),
    numbers(stages, "p25_seconds"),
    numbers(stages, "p75_seconds"),
    count(stages, "customers"),
  ];
  return {
    main,
    stages: stageNames.map((name, at) => ({
      name,
      customers: entering[at]!,
      reach: reach[at]!,
      forward: forward[at]!,
      median: median[at]!,
      p25: p25[at]!,
      p75: p75[at]!,
      mean: means[at]!,
    })),
    points: ordered.map((name) => ({ name, owner: owners[pointNames.indexOf(name)] ?? null, customers: pointCustomers[pointNames.indexOf(name)]! })),
    hidden: pointNames.length - ordered.length,
    cells: cells.filter(({ point }) => point >= 0),
    source: feelingSource[isLine.indexOf(true)] ?? null,
    others: feelingStage.flatMap((stage, row) =>
      feelingPoint[row] === null && !isLine[row] && stageFeelings[row] !== null && feelingCustomers[row]! >= params.least
        ? [{ stage: stageNames.indexOf(stage ?? ""), source: feelingSource[row]!, feeling: stageFeelings[row]!, customers: feelingCustomers[row]! }]
        : [],
    ),
    shade: params.shade,
    within: params.within,
    least: params.least,
  };
}

/** How many opportunities are numbered. */
export const mostOpportunities = 9;
