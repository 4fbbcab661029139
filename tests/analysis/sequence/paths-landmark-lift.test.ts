import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { landmarkLift } from "../../../src/analysis/sequence/landmark-lift.ts";
import type { LandmarkInput } from "../../../src/analysis/sequence/landmark-exposures.ts";
import { random as stream } from "../../../src/analysis/random/random.ts";

interface Customer {
  steps: readonly number[];
  /** Minutes. */
  goal?: number;
}

/** Customers whose steps are a minute apart from minute 0 on. */
function inputOf(customers: readonly Customer[], landmarks: number, within = 10, observedTo = 1_000): LandmarkInput {
  const offsets = [0];
  const steps: number[] = [];
  const times: number[] = [];
  for (const customer of customers) {
    customer.steps.forEach((step, at) => {
      steps.push(step);
      times.push(at);
    });
    offsets.push(steps.length);
  }
  const goal = Float64Array.from(customers, (customer) => customer.goal ?? Infinity);
  return { offsets: Uint32Array.from(offsets), steps: Int32Array.from(steps), times: Float64Array.from(times), goal, within, observedTo, landmarks };
}

const many = (count: number, customer: Customer): Customer[] => Array.from({ length: count }, () => customer);

test("at one landmark it is the plain risk ratio with its usual interval", () => {
  // By hand: 30 of 100 with the step reach the goal, 15 of 100 without: 2 times. Standard error of the log: √(1/30 − 1/100 + 1/15 − 1/100).
  const customers = [
    ...many(30, { steps: [0], goal: 5 }),
    ...many(70, { steps: [0] }),
    ...many(15, { steps: [1], goal: 5 }),
    ...many(85, { steps: [1] }),
  ];
  const lift = landmarkLift(inputOf(customers, 1), 2);
  const error = Math.sqrt(1 / 30 - 1 / 100 + 1 / 15 - 1 / 100);
  expect(lift.ratio[0]).toBeCloseTo(2, 12);
  expect(lift.lower[0]).toBeCloseTo(Math.exp(Math.log(2) - 1.959963984540054 * error), 9);
  expect(lift.upper[0]).toBeCloseTo(Math.exp(Math.log(2) + 1.959963984540054 * error), 9);
  expect(lift.exposed[0]).toBe(100);
});

test("two landmarks are pooled with Mantel and Haenszel's weights", () => {
  // By hand. Landmark 1: all 60 have step 1 and none step 0, so nobody is compared. Landmark 2: 40 with two steps, 20 of them saw step 0.
  // With it 10 of 20 reach the goal, without it 5 of 20: (10 · 20 / 40) / (5 · 20 / 40) = 2.
  const customers = [
    ...many(10, { steps: [1, 0], goal: 5 }),
    ...many(10, { steps: [1, 0] }),
    ...many(5, { steps: [1, 2], goal: 5 }),
    ...many(15, { steps: [1, 2] }),
    ...many(20, { steps: [1] }),
  ];
  expect(landmarkLift(inputOf(customers, 2), 3).ratio[0]).toBeCloseTo(2, 12);
  // Seen at landmark 1 by 20 (10 reach), not by 40 (10 reach); at landmark 2 by the same 20, not by 20 others (8 reach).
  const both = [
    ...many(10, { steps: [0, 1], goal: 5 }),
    ...many(10, { steps: [0, 1] }),
    ...many(8, { steps: [1, 2], goal: 5 }),
    ...many(12, { steps: [1, 2] }),
    ...many(2, { steps: [1], goal: 5 }),
    ...many(18, { steps: [1] }),
  ];
  // R = 10 · 40 / 60 + 10 · 20 / 40, S = 10 · 20 / 60 + 8 · 20 / 40.
  expect(landmarkLift(inputOf(both, 2), 3).ratio[0]).toBeCloseTo((400 / 60 + 5) / (200 / 60 + 4), 12);
});

test("steps behind the goal, and landmarks that cannot be followed to their end, say nothing", () => {
  const customers = [...many(50, { steps: [1, 0], goal: 0.5 }), ...many(50, { steps: [1] })];
  expect(landmarkLift(inputOf(customers, 2), 2).exposed[0]).toBe(0);
  expect(landmarkLift(inputOf(many(50, { steps: [1], goal: 3 }), 1, 10, 5), 2).customers).toBe(0);
});

test("a step that only long journeys have time for has no lift by that alone", () => {
  // Everyone reaches the goal with the same chance in each minute, whatever they see; saw-it-ever against never would give a ratio far from 1.
  const random = stream(7);
  const customers = Array.from({ length: 6_000 }, (): Customer => {
    const steps: number[] = [];
    while (steps.length < 8) {
      steps.push(random() < 0.2 ? 0 : 1);
      if (random() < 0.15) return { steps, goal: steps.length - 0.5 };
    }
    return { steps };
  });
  const lift = landmarkLift(inputOf(customers, 6, 3), 2);
  expect(lift.lower[0]).toBeLessThan(1);
  expect(lift.upper[0]).toBeGreaterThan(1);
});

property.prop([fc.integer({ min: 1, max: 1_000_000 })], { numRuns: 20 })("chance alone is claimed rarely", (seed) => {
  const random = stream(seed);
  const customers = Array.from({ length: 400 }, (): Customer => {
    const steps = Array.from({ length: 1 + Math.floor(random() * 4) }, () => Math.floor(random() * 5));
    return random() < 0.3 ? { steps, goal: steps.length + 2 } : { steps };
  });
  const lift = landmarkLift(inputOf(customers, 4), 5);
  // One in twenty families may be wrong at 0.05; at a thousandth none of twenty should be.
  expect(lift.q.every((q) => Number.isNaN(q) || q > 0.0005)).toBe(true);
});
