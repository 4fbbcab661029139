import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { journeyPaths, type PathRules } from "../../../src/analysis/attribution/journey-paths.ts";
import { pathCredits, pathModels } from "../../../src/analysis/attribution/path-credit.ts";
import { positionWeights } from "../../../src/analysis/attribution/position-weights.ts";
import { withoutDirect } from "../../../src/analysis/attribution/without-direct.ts";
import { pathsOf } from "./paths-of.ts";

const usual: PathRules = { lookback: 10, reset: true, includeConversionTouch: true, dedupe: -1, from: -Infinity, to: Infinity, observedTo: 100 };

/** One customer's events: [time, channel or −1, conversion]. */
type Event = [time: number, touch: number, converts: 0 | 1];

function built(events: readonly Event[], rules: Partial<PathRules> = {}) {
  const found = journeyPaths(
    {
      offsets: Uint32Array.of(0, events.length),
      time: Float64Array.from(events, ([time]) => time),
      touch: Int32Array.from(events, ([, touch]) => touch),
      conversion: Uint8Array.from(events, ([, , converts]) => converts),
      value: null,
      channels: 3,
    },
    { ...usual, ...rules },
  );
  const { paths } = found;
  const ways = Array.from({ length: paths.count }, (_, path) => ({
    touches: Array.from({ length: paths.ends[path]! - paths.starts[path]! }, (_, at) => paths.time![paths.starts[path]! + at]!),
    at: paths.at![path]!,
    converted: paths.conversions[path] === 1,
  }));
  return { ...found, ways };
}

test("journeyPaths takes the touches from the lookback's edge to the conversion, both included", () => {
  // By hand, with a lookback of 10: 9 is too old for a sale at 20, 10 is not.
  expect(
    built([
      [9, 0, 0],
      [10, 1, 0],
      [20, 2, 0],
      [20, -1, 1],
      [21, 0, 0],
    ]).ways,
  ).toEqual([
    { touches: [10, 20], at: 20, converted: true },
    { touches: [21], at: 21, converted: false },
  ]);
});

test("journeyPaths leaves the touch at the conversion's moment out when told to", () => {
  expect(
    built(
      [
        [15, 0, 0],
        [20, 1, 0],
        [20, -1, 1],
      ],
      { includeConversionTouch: false },
    ).ways,
  ).toEqual([{ touches: [15], at: 20, converted: true }]);
});

test("journeyPaths begins anew after a conversion, or lets touches count again", () => {
  const events: Event[] = [
    [1, 0, 0],
    [2, -1, 1],
    [3, 1, 0],
    [4, -1, 1],
  ];
  expect(built(events).ways.map((way) => way.touches)).toEqual([[1], [3]]);
  expect(built(events, { reset: false }).ways.map((way) => way.touches)).toEqual([[1], [1, 3]]);
});

test("journeyPaths tells runs that led to nothing from those still open", () => {
  const { ways, censored, censoredTouches } = built([
    [1, 0, 0],
    [5, 1, 0],
    [30, 0, 0],
    [89, 1, 0],
    [95, 2, 0],
  ]);
  expect(ways).toEqual([
    { touches: [1, 5], at: 5, converted: false },
    { touches: [30], at: 30, converted: false },
  ]);
  expect([censored, censoredTouches]).toEqual([1, 2]);
});

test("journeyPaths counts one visit once and sale lines of one moment once", () => {
  const { ways, repeated } = built(
    [
      [1, 0, 0],
      [2, 0, 0],
      [3, 1, 0],
      [4, 0, 0],
      [6, -1, 1],
      [6, -1, 1],
    ],
    { dedupe: 1 },
  );
  expect(ways).toEqual([{ touches: [1, 3, 4], at: 6, converted: true }]);
  expect(repeated).toBe(1);
});

test("journeyPaths counts conversions of the window only", () => {
  expect(
    built(
      [
        [1, 0, 0],
        [2, -1, 1],
        [3, 1, 0],
        [4, -1, 1],
      ],
      { from: 3, to: 100 },
    ).ways,
  ).toEqual([{ touches: [3], at: 4, converted: true }]);
});

const event = fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: -1, max: 2 }), fc.constantFrom<0 | 1>(0, 1)) as fc.Arbitrary<Event>;
const line = fc.array(event, { maxLength: 14 }).map((events) => events.toSorted((left, right) => left[0] - right[0]));

test.prop([line, fc.boolean(), fc.boolean()])(
  "journeyPaths agrees with asking each conversion for its touches",
  (events, reset, includeConversionTouch) => {
    const moments = [...new Set(events.filter(([, , converts]) => converts === 1).map(([time]) => time))];
    const expected = moments.map((at, place) => {
      const before = reset ? (moments[place - 1] ?? -Infinity) : -Infinity;
      const counts = ([time, touch]: Event) => {
        const inTime = time >= at - 10 && (includeConversionTouch ? time <= at : time < at) && time > before;
        return touch >= 0 && inTime && (includeConversionTouch || !moments.includes(time));
      };
      return { touches: events.filter(counts).map(([time]) => time), at, converted: true };
    });
    expect(built(events, { reset, includeConversionTouch }).ways.filter((way) => way.converted)).toEqual(expected);
  },
);

test.prop([
  fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 9 }),
  fc.array(fc.constantFrom(0, 1), { minLength: 5, maxLength: 5 }),
])("pathCredits gives out exactly one conversion by every model", (steps, direct) => {
  const paths = pathsOf([[steps.map((step) => "abcde"[step]!).join(""), 1, 0]]);
  const rules = { direct: Uint8Array.from(direct), position: { first: 0.4, middle: 0.2, last: 0.4 }, halfLife: 7 };
  const { distinct, credit, capacity, channels } = pathCredits(paths, rules)(0);
  pathModels.forEach((model, place) => {
    expect(
      credit.subarray(place * capacity, place * capacity + distinct).reduce((sum, part) => sum + part, 0),
      model,
    ).toBeCloseTo(1, 12);
  });
  const told = steps.filter((step) => direct[step] === 0).at(-1) ?? steps.at(-1)!;
  expect(credit[pathModels.indexOf("last_non_direct") * capacity + Array.from(channels).indexOf(told)]).toBe(1);
});

test.each([
  // The products' own pages: U and J of Adobe and Mixpanel, and what two touches share.
  [1, { first: 0.4, middle: 0.2, last: 0.4 }, [1]],
  [2, { first: 0.4, middle: 0.2, last: 0.4 }, [0.5, 0.5]],
  [2, { first: 0.2, middle: 0.2, last: 0.6 }, [0.25, 0.75]],
  [4, { first: 0.2, middle: 0.2, last: 0.6 }, [0.2, 0.1, 0.1, 0.6]],
  // Amplitude's J: 30–70 of two, 10–10–20–60 of four.
  [2, { first: 0.1, middle: 0.3, last: 0.6, pair: [0.3, 0.7] as const, neighbour: 2 / 3 }, [0.3, 0.7]],
  [4, { first: 0.1, middle: 0.3, last: 0.6, pair: [0.3, 0.7] as const, neighbour: 2 / 3 }, [0.1, 0.1, 0.2, 0.6]],
])("positionWeights of %i touches by %j", (touches, rule, expected) => {
  positionWeights(touches, rule).forEach((weight, place) => expect(weight).toBeCloseTo(expected[place]!, 12));
});

test("withoutDirect leaves direct visits in a path that holds nothing else", () => {
  const paths = withoutDirect(
    pathsOf(
      [
        ["aba", 1, 0],
        ["aa", 1, 0],
        ["ab", 0, 1],
      ],
      2,
    ),
    Uint8Array.of(1, 0),
  );
  expect(Array.from(paths.channel)).toEqual([1, 0, 0, 0, 1]);
  expect(Array.from(paths.ends)).toEqual([1, 3, 5]);
});
