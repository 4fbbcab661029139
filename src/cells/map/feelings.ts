import { meanInterval } from "../../analysis/intervals/mean-interval.ts";
import { milliseconds, type MapParams, type Touches } from "./touches.ts";

/** What customers say they feel, by scale; each is brought to −1 to +1 by itself, and never averaged with another. */
export const sources = ["nps", "csat", "ces"] as const;

/** The ends of each scale, and the middle of it. */
const ends: readonly (readonly [least: number, most: number])[] = [
  [0, 10],
  [1, 5],
  [1, 7],
];

/** The feeling at one place from one source: the mean of the customers' own means. */
export interface Feeling {
  place: number;
  source: number;
  customers: number;
  answers: number;
  mean: number;
  lower: number;
  upper: number;
}

/** Feelings by place and source, and what could not be linked. */
export interface Feelings {
  found: Feeling[];
  /** By source: all linked answers together. */
  overall: Feeling[];
  /** Which source the line is drawn from; −1 where none has enough customers anywhere. */
  line: number;
  excluded: Record<string, number>;
}

/** One answer linked to the touch before it. */
export interface LinkedAnswer {
  customer: number;
  /** The touch it is linked to, and its cell. */
  event: number;
  cell: number;
  source: number;
  /** From −1 to +1. */
  feeling: number;
}

/** Visits every answer that belongs to a touchpoint, customer by customer, and counts those that do not. */
export function linkAnswers(touches: Touches, params: MapParams, visit: (answer: LinkedAnswer) => void): Record<string, number> {
  const { journey, cell, answer, follows } = touches;
  const { offsets, time } = journey;
  const lost = { "answers without a known scale": 0, "answers outside their scale": 0, "answers without a touchpoint before them": 0 };
  if (!journey.has("score")) return {};
  const score = journey.value("score").values;
  const scale = journey.scales();
  const sourceOf = scale.dictionary.map((name) => sources.findIndex((source) => source === name));
  const limit = milliseconds(params.link, "link");
  const linked: LinkedAnswer = { customer: 0, event: 0, cell: 0, source: 0, feeling: 0 };
  for (let customer = 0; customer < journey.customers; customer++) {
    if (follows[customer] === 0) continue;
    let last = -1;
    for (let event = offsets[customer]!; event < offsets[customer + 1]!; event++) {
      if (cell[event]! >= 0) last = event;
      if (answer[event] === 0 || Number.isNaN(score[event])) continue;
      const source = scale.codes[event]! < 0 ? -1 : sourceOf[scale.codes[event]!]!;
      if (source < 0) lost["answers without a known scale"]++;
      else if (score[event]! < ends[source]![0] || score[event]! > ends[source]![1]) lost["answers outside their scale"]++;
      else if (last < 0 || time[event]! - time[last]! > limit) lost["answers without a touchpoint before them"]++;
      else {
        const [least, most] = ends[source]!;
        linked.customer = customer;
        linked.event = last;
        linked.cell = cell[last]!;
        linked.source = source;
        linked.feeling = ((score[event]! - least) / (most - least)) * 2 - 1;
        if (params.hard && sources[source] === "ces") linked.feeling = -linked.feeling;
        visit(linked);
      }
    }
  }
  return Object.fromEntries(Object.entries(lost).filter(([, number]) => number > 0));
}

/** The chosen source first, then the others in their order. */
function priority(first: MapParams["source"]): number[] {
  const preferred = sources.indexOf(first);
  return [
    preferred,
    ...["csat", "ces", "nps"].map((name) => sources.findIndex((source) => source === name)).filter((source) => source !== preferred),
  ];
}

/** Links answers to touchpoints and takes the mean of customers' means, with Student's interval by customer. */
export function feelingsOf(touches: Touches, params: MapParams, level: number): Feelings {
  const cells = touches.stages.length * touches.touchpoints.length;
  const places = cells + touches.stages.length;
  const slots = (places + 1) * sources.length;
  const make = () => new Float64Array(slots);
  const [count, sum, squares, answers, ownSum, ownCount] = [make(), make(), make(), make(), make(), make()];
  const open: number[] = [];
  let current = -1;
  const close = () => {
    for (const slot of open) {
      const mean = ownSum[slot]! / ownCount[slot]!;
      count[slot]!++;
      sum[slot]! += mean;
      squares[slot]! += mean * mean;
      answers[slot]! += ownCount[slot]!;
      ownSum[slot] = 0;
      ownCount[slot] = 0;
    }
    open.length = 0;
  };
  const excluded = linkAnswers(touches, params, (linked) => {
    if (linked.customer !== current) close();
    current = linked.customer;
    for (const place of [linked.cell, cells + Math.floor(linked.cell / touches.touchpoints.length), places]) {
      const slot = place * sources.length + linked.source;
      if (ownCount[slot] === 0) open.push(slot);
      ownSum[slot]! += linked.feeling;
      ownCount[slot]!++;
    }
  });
  close();
  const of = (slot: number): Feeling => ({
    place: Math.floor(slot / sources.length),
    source: slot % sources.length,
    customers: count[slot]!,
    answers: answers[slot]!,
    ...within(meanInterval(count[slot]!, sum[slot]!, squares[slot]!, level)),
  });
  const all = Array.from({ length: slots }, (_, slot) => of(slot)).filter(({ customers }) => customers > 0);
  const found = all.filter(({ place }) => place < places);
  const line = priority(params.source).find((source) =>
    found.some((own) => own.place < cells && own.source === source && own.customers >= params.least),
  );
  return { found, overall: all.filter(({ place }) => place === places), line: line ?? -1, excluded };
}

/** Customers' mean feelings by cell × group, from one source: how many customers, the sum, and the sum of squares. */
export interface GroupFeelings {
  count: Int32Array;
  sum: Float64Array;
  squares: Float64Array;
}

/** The feelings of the source of the line, by cell and by a group of the touch they are linked to. */
export function groupFeelings(
  touches: Touches,
  params: MapParams,
  source: number,
  groups: number,
  groupOf: (customer: number, event: number) => number,
): GroupFeelings {
  const slots = touches.stages.length * touches.touchpoints.length * groups;
  const [count, sum, squares] = [new Int32Array(slots), new Float64Array(slots), new Float64Array(slots)];
  const own = new Map<number, { sum: number; count: number }>();
  let current = -1;
  const close = () => {
    for (const [slot, { sum: total, count: answers }] of own) {
      const mean = total / answers;
      count[slot]!++;
      sum[slot]! += mean;
      squares[slot]! += mean * mean;
    }
    own.clear();
  };
  linkAnswers(touches, params, ({ customer, event, cell, source: of, feeling }) => {
    if (customer !== current) close();
    current = customer;
    const group = groupOf(customer, event);
    if (of !== source || group < 0) return;
    const known = own.get(cell * groups + group) ?? { sum: 0, count: 0 };
    own.set(cell * groups + group, { sum: known.sum + feeling, count: known.count + 1 });
  });
  close();
  return { count, sum, squares };
}

/** A feeling cannot leave the scale. */
function within({ mean, lower, upper }: { mean: number; lower: number; upper: number }): { mean: number; lower: number; upper: number } {
  return { mean, lower: Math.max(-1, lower), upper: Math.min(1, upper) };
}
