import { stepGrams } from "../../analysis/sequence/step-grams.ts";
import type { Walks } from "../../analysis/sequence/walks.ts";
import { bitset, insert, type Bitset } from "../../schema/bitset.ts";
import { UserError } from "../../schema/errors.ts";
import type { Pick } from "../../schema/pick.ts";
import type { Inputs } from "../cell.ts";
import { sidesOf } from "./differences.ts";
import { layersOf, namedLayers, type Layers } from "./layers.ts";
import { eachExposed } from "./lift.ts";
import { listedVariants, pathName } from "./path-tables.ts";
import { eachWithOutcome } from "./pattern.ts";
import { beginning, edgesOf } from "./transitions.ts";
import { waysOfJourney, type PathsParams, type Ways } from "./walks-of-journey.ts";

type Row = Pick["row"];
type Visit = (customer: number) => void;

const text = (value: Row[string] | undefined): string => (typeof value === "string" ? value : "");
const codeOf = ({ names }: Ways, name: Row[string] | undefined): number => names.names.indexOf(text(name));

function eachWithPair({ count, starts, ends, steps, owner }: Walks, from: number, to: number, visit: Visit): void {
  for (let walk = 0; walk < count; walk++)
    for (let at = starts[walk]! + 1; at < ends[walk]!; at++) if (steps[at] === to && steps[at - 1] === from) visit(owner[walk]!);
}

function onLink(ways: Ways, { walks, width }: Layers, row: Row, visit: Visit): void {
  const layer = Number(row["layer"]);
  const [from, to] = [codeOf(ways, row["from"]), codeOf(ways, row["to"])];
  // Backwards, the later step is the one in the earlier layer.
  const near = ways.backwards ? -layer - 1 : layer;
  const [first, second] = ways.backwards ? [to, from] : [from, to];
  eachWithPair(walks, near * width + first, (near + 1) * width + second, visit);
}

function atStep(ways: Ways, { walks, width }: Layers, row: Row, visit: Visit): void {
  const step = Math.abs(Number(row["layer"])) * width + codeOf(ways, row["step"]);
  for (let walk = 0; walk < walks.count; walk++)
    if (walks.steps.subarray(walks.starts[walk], walks.ends[walk]).includes(step)) visit(walks.owner[walk]!);
}

function onTransition(ways: Ways, row: Row, visit: Visit): void {
  const { walks } = ways;
  const to = codeOf(ways, row["to"]);
  const from = row["from"] === beginning ? -1 : codeOf(ways, row["from"]);
  eachWithPair(walks, from, to, visit);
  for (let walk = 0; walk < walks.count; walk++) {
    const { first, last, left } = edgesOf(ways, walk);
    if (from < 0 ? first === to : last === from && left === to) visit(walks.owner[walk]!);
  }
}

function onVariant(ways: Ways, row: Row, visit: Visit): void {
  const { variants, listed } = listedVariants(ways);
  const variant = listed.indexOf(text(row["path"]));
  if (variant >= 0) variants.of.forEach((of, walk) => of === variant && visit(ways.walks.owner[walk]!));
}

function onRun(ways: Ways, params: PathsParams, row: Row, visit: Visit): void {
  const named = new Map<number, boolean>();
  stepGrams(ways.walks, ways.names.names.length, params.run_length, (gram, at, walk) => {
    let isIt = named.get(gram);
    if (isIt === undefined) named.set(gram, (isIt = pathName(ways, at, at + params.run_length) === row["run"]));
    if (isIt) visit(ways.walks.owner[walk]!);
  });
}

function onLoop(ways: Ways, row: Row, visit: Visit): void {
  const { count, starts, ends, steps, owner } = ways.walks;
  const step = codeOf(ways, row["step"]);
  for (let walk = 0; walk < count; walk++) {
    const first = steps.subarray(0, ends[walk]).indexOf(step, starts[walk]);
    if (first >= 0 && steps.subarray(0, ends[walk]).includes(step, first + 1)) visit(owner[walk]!);
  }
}

/**
 * The customers behind a row of any of the tables, by its key columns.
 *
 * @throws {UserError} If there is no such table.
 */
export function members(inputs: Inputs, params: PathsParams, { table, row }: Pick): Bitset {
  const ways = waysOfJourney(inputs, params);
  const set = bitset(ways.journey.customers);
  const add: Visit = (customer) => insert(set, customer);
  const layers = () => layersOf(ways, params.depth);
  const asked: Record<string, () => void> = {
    main: () => onLink(ways, layers(), row, add),
    flow: () => onLink(ways, namedLayers(ways, layers(), params), row, add),
    steps: () => atStep(ways, layers(), row, add),
    transitions: () => onTransition(ways, row, add),
    variants: () => onVariant(ways, row, add),
    runs: () => onRun(ways, params, row, add),
    loops: () => onLoop(ways, row, add),
    lift: () => eachExposed(ways, params, text(row["step"]), add),
    pattern: () => eachWithOutcome(ways, params, text(row["outcome"]), add),
    differences: () => {
      const sides = sidesOf(inputs, params, ways);
      onTransition(ways, row, (customer) => (sides?.of[customer] ?? -1) >= 0 && add(customer));
    },
  };
  if (asked[table] === undefined) throw new UserError(`Paths have no table "${table}".`, "Choose a mark of a figure again.");
  asked[table]();
  return set;
}
