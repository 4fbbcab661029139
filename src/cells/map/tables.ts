import { wilson } from "../../analysis/intervals/wilson.ts";
import type { Column } from "../../schema/column.ts";
import type { Table } from "../../schema/table.ts";
import { bounded, integers, numbers, texts } from "./columns.ts";
import type { CellDifference } from "./compare.ts";
import { sources, type Feeling, type Feelings } from "./feelings.ts";
import type { Grid, TouchCounts } from "./grid.ts";
import type { Opportunity } from "./opportunities.ts";
import type { Owner } from "./owners.ts";
import type { Touches } from "./touches.ts";
import type { TouchGroups } from "./touch-groups.ts";

/** What every table is written from. */
export interface Source {
  touches: Touches;
  grid: Grid;
  level: number;
}

const group = (rows: number, columns: Column[]): Table => ({ rows, unit: "group", columns });

const nowhere = { value: Number.NaN, lower: Number.NaN, upper: Number.NaN };

const rateOf = (hits: number, of: number, level: number) => (of === 0 ? nowhere : { value: hits / of, ...wilson(hits, of, level) });

/** The names of a place: its stage and, of a cell, its touchpoint. */
export function placeNames({ stages, touchpoints }: Touches, place: number): { stage: string; touchpoint: string | null } {
  const cells = stages.length * touchpoints.length;
  if (place >= cells) return { stage: stages[place - cells]!, touchpoint: null };
  return { stage: stages[Math.floor(place / touchpoints.length)]!, touchpoint: touchpoints[place % touchpoints.length]! };
}

/** The columns that name cells. */
function names(touches: Touches, cells: readonly number[]): Column[] {
  const named = cells.map((cell) => placeNames(touches, cell));
  return [
    texts(
      "stage",
      named.map(({ stage }) => stage),
    ),
    texts(
      "touchpoint",
      named.map(({ touchpoint }) => touchpoint),
    ),
  ];
}

/**
 * The share of touches that were a customer's last. Touches of one customer hang together, so the interval is Wilson's of as many touches as
 * would tell as much if they did not.
 */
function exitRate({ exits, followed, spread, exitSpread }: TouchCounts, customers: number, cell: number, level: number) {
  const touches = followed[cell]!;
  if (touches === 0) return nowhere;
  const rate = exits[cell]! / touches;
  const plain = (rate * (1 - rate)) / touches;
  const errors = exits[cell]! - 2 * rate * exitSpread[cell]! + rate * rate * spread[cell]!;
  const clustered = (Math.max(0, errors) * customers) / Math.max(1, customers - 1) / touches ** 2;
  const telling = plain > 0 && clustered > 0 ? touches / Math.max(1, clustered / plain) : touches ** 2 / spread[cell]!;
  return { value: rate, ...wilson(rate * telling, telling, level) };
}

/** One row per cell that anybody came to. */
export function mainTable({ touches, grid, level }: Source, counts: TouchCounts, feelings: Feelings, least: number): Table {
  const { own } = grid;
  const cells = [...counts.events.keys()].filter((cell) => counts.events[cell]! > 0);
  const line = new Map(feelings.found.filter(({ source }) => source === feelings.line).map((feeling) => [feeling.place, feeling]));
  const answered = new Map<number, number>();
  for (const { place, customers } of feelings.found) answered.set(place, Math.max(answered.get(place) ?? 0, customers));
  const felt = cells.map((cell): Feeling | undefined => line.get(cell));
  const each = (of: (cell: number) => number) => cells.map(of);
  return group(cells.length, [
    ...names(touches, cells),
    integers(
      "customers",
      each((cell) => own.customers[cell]!),
      "customers",
    ),
    integers(
      "events",
      each((cell) => counts.events[cell]!),
    ),
    ...bounded(
      "reach",
      cells.map((cell) => rateOf(own.customers[cell]!, touches.count, level)),
      "rate",
    ),
    ...bounded(
      "conversion",
      cells.map((cell) => (touches.goal === null ? nowhere : rateOf(own.converted[cell]!, own.mature[cell]!, level))),
      "rate",
    ),
    integers(
      "mature",
      each((cell) => own.mature[cell]!),
    ),
    ...bounded(
      "exit",
      cells.map((cell) => exitRate(counts, own.customers[cell]!, cell, level)),
      "rate",
    ),
    ...bounded(
      "drop_off",
      cells.map((cell) => rateOf(own.dropped[cell]!, own.followed[cell]!, level)),
      "rate",
    ),
    integers(
      "followed",
      each((cell) => own.followed[cell]!),
    ),
    numbers(
      "median_next_seconds",
      each((cell) => counts.next[cell]! / 1000),
      "value",
      "s",
    ),
    numbers(
      "value",
      each((cell) => counts.value[cell]!),
      "value",
    ),
    numbers(
      "cost",
      each((cell) => counts.cost[cell]!),
      "value",
    ),
    ...bounded(
      "feeling",
      felt.map((feeling) => (feeling === undefined || feeling.customers < least ? nowhere : { ...feeling, value: feeling.mean })),
      "value",
    ),
    integers(
      "feeling_customers",
      cells.map((cell, row) => felt[row]?.customers ?? answered.get(cell) ?? 0),
    ),
  ]);
}

/** One row per stage, in order. */
export function stagesTable({ touches, grid, level }: Source): Table {
  const { stages, touchpoints, hasRest, count } = touches;
  const cells = stages.length * touchpoints.length;
  const { own, flowing, forward, back, ended, stay } = grid;
  const at = [...stages.keys()];
  const last = hasRest ? stages.length - 2 : stages.length - 1;
  const entering = at.map((stage) => own.customers[cells + stage]!);
  const seconds = (which: number) => at.map((stage) => (stage > last ? Number.NaN : stay[which]![stage]! / 1000));
  const share = (hits: Int32Array) => at.map((stage) => rateOf(hits[stage]!, entering[stage]!, level));
  return group(stages.length, [
    texts("stage", stages),
    integers("customers", entering, "customers"),
    ...bounded(
      "reach",
      at.map((stage) => rateOf(entering[stage]!, count, level)),
      "rate",
    ),
    ...bounded(
      "forward",
      at.map((stage) => (stage >= last ? nowhere : rateOf(forward[stage]!, flowing[stage]!, level))),
      "rate",
    ),
    ...bounded(
      "conversion",
      at.map((stage) => (touches.goal === null ? nowhere : rateOf(own.converted[cells + stage]!, own.mature[cells + stage]!, level))),
      "rate",
    ),
    ...bounded(
      "drop_off",
      at.map((stage) => rateOf(own.dropped[cells + stage]!, own.followed[cells + stage]!, level)),
      "rate",
    ),
    integers(
      "mature",
      at.map((stage) => flowing[stage]!),
    ),
    ...bounded(
      "back",
      share(back).map((rate, stage) => (stage === 0 || stage > last ? nowhere : rate)),
      "rate",
    ),
    ...bounded("exit", share(ended), "rate"),
    numbers("median_seconds", seconds(1), "value", "s"),
    numbers("p25_seconds", seconds(0), "value", "s"),
    numbers("p75_seconds", seconds(2), "value", "s"),
  ]);
}

/** One row per touchpoint, with who owns it. */
export function touchpointsTable({ touches }: Source, owners: readonly Owner[]): Table {
  return group(touches.touchpoints.length, [
    texts("touchpoint", touches.touchpoints),
    integers(
      "customers",
      owners.map(({ customers }) => customers),
      "customers",
    ),
    integers(
      "events",
      owners.map(({ events }) => events),
    ),
    texts(
      "owner",
      owners.map(({ name }) => name),
      null,
    ),
    numbers(
      "owner_share",
      owners.map(({ share }) => share),
      "rate",
    ),
  ]);
}

/** One row per place and source. A row without a touchpoint is of the whole stage. */
export function feelingsTable({ touches }: Source, { found, line }: Feelings): Table {
  const named = found.map(({ place }) => placeNames(touches, place));
  return group(found.length, [
    texts(
      "stage",
      named.map(({ stage }) => stage),
    ),
    texts(
      "touchpoint",
      named.map(({ touchpoint }) => touchpoint),
    ),
    texts(
      "source",
      found.map(({ source }) => sources[source]!),
    ),
    ...bounded(
      "feeling",
      found.map((feeling) => ({ ...feeling, value: feeling.mean })),
      "value",
    ),
    integers(
      "customers",
      found.map(({ customers }) => customers),
      "customers",
    ),
    integers(
      "answers",
      found.map(({ answers }) => answers),
    ),
    { name: "line", type: "boolean", values: Uint8Array.from(found, ({ source }) => (source === line ? 1 : 0)) },
  ]);
}

/** One row per cell that does worse than its best, by what is at stake. */
export function opportunitiesTable({ touches }: Source, found: readonly Opportunity[], learn: TouchGroups | null): Table {
  return group(found.length, [
    ...names(
      touches,
      found.map(({ cell }) => cell),
    ),
    integers(
      "customers",
      found.map(({ customers }) => customers),
      "customers",
    ),
    texts(
      "best",
      found.map(({ best }) => (best < 0 ? "others of the stage" : learn!.names[best]!)),
    ),
    numbers(
      "drop_off",
      found.map(({ dropOff }) => dropOff),
      "rate",
    ),
    numbers(
      "best_drop_off",
      found.map(({ bestDropOff }) => bestDropOff),
      "rate",
    ),
    ...bounded(
      "gap",
      found.map(({ gap }) => gap),
      "value",
    ),
    ...bounded(
      "feeling_gap",
      found.map((one) => one.feelingGap ?? nowhere),
      "value",
    ),
    ...bounded(
      "kept",
      found.map(({ kept }) => kept),
      "value",
    ),
    ...bounded(
      "at_stake",
      found.map((one) => one.stake ?? nowhere),
      "value",
    ),
    texts(
      "holds_by",
      found.map(({ holds }) => holds),
      null,
    ),
  ]);
}

/** One row per cell, measure and group compared. */
export function compareTable({ touches, level }: Source, found: readonly CellDifference[], compare: TouchGroups | null): Table {
  const named = (code: number) => (code < 0 ? "all others" : compare!.names[code]!);
  return group(found.length, [
    ...names(
      touches,
      found.map(({ cell }) => cell),
    ),
    texts(
      "group",
      found.map((one) => named(one.group)),
    ),
    texts(
      "measure",
      found.map(({ measure }) => measure),
    ),
    texts(
      "against",
      found.map((one) => named(one.other)),
      null,
    ),
    integers(
      "customers",
      found.map(({ customers }) => customers),
      "customers",
    ),
    numbers(
      "rate",
      found.map(({ rate }) => rate),
      "rate",
    ),
    numbers(
      "against_rate",
      found.map(({ otherRate }) => otherRate),
      "rate",
    ),
    ...bounded(
      "difference",
      found.map((one) => ({ ...one, value: one.difference })),
      "value",
    ),
    numbers(
      "q",
      found.map(({ q }) => q),
      "value",
    ),
    { name: "holds", type: "boolean", values: Uint8Array.from(found, ({ q }) => Number(q <= 1 - level)) },
  ]);
}
