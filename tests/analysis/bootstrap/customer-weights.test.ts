import { expect, test } from "vitest";
import { customerWeights } from "../../../src/analysis/bootstrap/customer-weights.ts";
import { hash32 } from "../../../src/analysis/random/hash32.ts";
import { poisson1 } from "../../../src/analysis/random/poisson1.ts";
import { random } from "../../../src/analysis/random/random.ts";

const weightsOf = (customer: string, seed: number) => {
  const weights = new Uint8Array(1_000);
  customerWeights(customer, seed, weights);
  return weights;
};

test("customerWeights belong to the customer and the seed", () => {
  expect(weightsOf("a", 1)).toEqual(weightsOf("a", 1));
  expect(weightsOf("a", 1)).not.toEqual(weightsOf("b", 1));
  expect(weightsOf("a", 1)).not.toEqual(weightsOf("a", 2));
});

test("customerWeights have mean 1 over customers and replicates", () => {
  let total = 0;
  for (let customer = 0; customer < 200; customer++) for (const weight of weightsOf(String(customer), 5)) total += weight;
  // By hand: 200,000 weights of mean and variance 1 have a standard error of 0.0022.
  expect(Math.abs(total / 200_000 - 1)).toBeLessThan(0.009);
});

// The generator and the variable one number at a time, each tested by itself.
test("customerWeights are what poisson1 draws from the customer's stream", () => {
  for (const [customer, seed] of [
    ["4711", 1],
    ["Zoë", 7],
    ["", 0],
  ] as const) {
    const next = random(seed, hash32(customer));
    expect([...weightsOf(customer, seed)]).toEqual(Array.from({ length: 1_000 }, () => poisson1(next)));
  }
});
