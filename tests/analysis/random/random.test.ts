import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { hash32 } from "../../../src/analysis/random/hash32.ts";
import { poisson1 } from "../../../src/analysis/random/poisson1.ts";
import { random } from "../../../src/analysis/random/random.ts";
import { splitmix32 } from "../../../src/analysis/random/splitmix32.ts";
import { xoshiro128 } from "../../../src/analysis/random/xoshiro128.ts";

const take = (next: () => number, count: number) => Array.from({ length: count }, next);

test("xoshiro128 from the state 1, 2, 3, 4 gives the reference implementation's numbers", () => {
  // The reference vector of the Rust crate rand_xoshiro, made with Vigna's xoshiro128starstar.c.
  expect(take(xoshiro128(1, 2, 3, 4), 10)).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ]);
});

test("hash32 gives the published FNV-1a hashes", () => {
  // The FNV authors' test vectors for "", "a" and "foobar".
  expect(["", "a", "foobar"].map(hash32)).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968]);
});

test("splitmix32 gives the number of its example", () => {
  // The mixing steps of the published function, worked in Python with unsigned integers.
  expect(splitmix32(0)()).toBe(1684164658);
});

test.prop([fc.integer(), fc.nat()])("random repeats itself for the same seed and stream, within [0, 1)", (seed, stream) => {
  const draws = take(random(seed, stream), 20);
  expect(take(random(seed, stream), 20)).toEqual(draws);
  expect(draws.every((draw) => draw >= 0 && draw < 1)).toBe(true);
});

test("random gives different numbers for seed and stream exchanged", () => {
  expect(take(random(1, 2), 4)).not.toEqual(take(random(2, 1), 4));
});

test("random fills ten bins evenly", () => {
  const counts = Array.from({ length: 10 }, () => 0);
  const next = random(7);
  for (let draw = 0; draw < 100_000; draw++) counts[Math.floor(next() * 10)]!++;
  const chiSquare = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
  // qchisq(0.999, 9) = 27.88 (R).
  expect(chiSquare).toBeLessThan(27.88);
});

test("poisson1 has mean and variance 1 and the share exp(−1) of zeros", () => {
  const next = random(3);
  const draws = take(() => poisson1(next), 200_000);
  const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
  const variance = draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / draws.length;
  // By hand: four standard errors of the mean (0.0022), of the variance (0.0039) and of the share (0.0011).
  expect(mean).toBeCloseTo(1, 1);
  expect(Math.abs(mean - 1)).toBeLessThan(0.009);
  expect(Math.abs(variance - 1)).toBeLessThan(0.016);
  expect(Math.abs(draws.filter((draw) => draw === 0).length / draws.length - Math.exp(-1))).toBeLessThan(0.0044);
});

test("poisson1 of the largest draw is bounded", () => {
  expect(poisson1(() => 1 - 2 ** -32)).toBeLessThanOrEqual(18);
  expect(poisson1(() => 0.5)).toBe(1);
});
