import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { adjustedRand } from "../../../src/analysis/clustering/adjusted-rand.ts";
import { calinskiHarabasz } from "../../../src/analysis/clustering/calinski-harabasz.ts";
import { evenCloud } from "../../../src/analysis/clustering/even-cloud.ts";
import { hamerly } from "../../../src/analysis/clustering/hamerly.ts";
import { kMeans } from "../../../src/analysis/clustering/k-means.ts";
import { nearestCentroid } from "../../../src/analysis/clustering/nearest-centroid.ts";
import { principalAxes } from "../../../src/analysis/clustering/principal-axes.ts";
import { silhouette } from "../../../src/analysis/clustering/silhouette.ts";
import { squaredDistance } from "../../../src/analysis/clustering/squared-distance.ts";
import { stability } from "../../../src/analysis/clustering/stability.ts";
import { random } from "../../../src/analysis/random/random.ts";
import { irises } from "./irises.ts";

/** Columns with mean 0 and population standard deviation 1. */
function scaled(points: Float64Array, width: number): Float64Array {
  const rows = points.length / width;
  const result = points.slice();
  for (let column = 0; column < width; column++) {
    const values = Float64Array.from({ length: rows }, (_, row) => points[row * width + column]!);
    const mean = values.reduce((sum, value) => sum + value, 0) / rows;
    const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / rows);
    values.forEach((value, row) => (result[row * width + column] = (value - mean) / deviation));
  }
  return result;
}

describe("kMeans(irises) finds scikit-learn's optimum", () => {
  // Source: scikit-learn 1.9.1, KMeans(n_init=10) and silhouette_score; scaled with the population standard deviation.
  test.each([
    [2, 152.34795, 0.681046],
    [3, 78.851441, 0.552819],
    [4, 57.228473, 0.498051],
  ])("of %i clusters, as measured", async (k, inertia, width) => {
    const found = await kMeans(irises, 4, { k, seed: 1, starts: 40 });
    expect(found.inertia).toBeCloseTo(inertia, 4);
    expect(await silhouette(irises, 4, found.labels, k)).toBeCloseTo(width, 5);
  });

  test.each([
    [2, 222.3617, 0.58175],
    [3, 139.820496, 0.459948],
  ])("of %i clusters, scaled", async (k, inertia, width) => {
    const points = scaled(irises, 4);
    const found = await kMeans(points, 4, { k, seed: 1 });
    expect(found.inertia).toBeCloseTo(inertia, 3);
    expect(await silhouette(points, 4, found.labels, k)).toBeCloseTo(width, 4);
  });

  test("and numbers clusters by size, the same for the same seed", async () => {
    const [once, again] = [await kMeans(irises, 4, { k: 3, seed: 7 }), await kMeans(irises, 4, { k: 3, seed: 7 })];
    expect(again).toEqual(once);
    // Source: scikit-learn's sizes of the three clusters, 62, 50 and 38.
    expect([0, 1, 2].map((label) => once.labels.filter((own) => own === label).length)).toEqual([62, 50, 38]);
  });
});

describe("hamerly(points, start)", () => {
  const cloud = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), { minLength: 4, maxLength: 60 });

  property.prop([cloud, fc.integer({ min: 1, max: 4 })])("ends where plain Lloyd ends: every point is with its nearest centroid", (list, k) => {
    const points = Float64Array.from(list.flat());
    const { labels, centroids, inertia } = hamerly(points, 2, points.slice(0, 2 * k), { iterations: 1_000, tolerance: 0 });
    const nearest = nearestCentroid(points, centroids, 2);
    const distance = (label: number, row: number) => squaredDistance(points, row, centroids, label, 2);
    labels.forEach((label, row) => expect(distance(label, row)).toBeCloseTo(distance(nearest[row]!, row), 9));
    expect(inertia).toBeCloseTo(
      labels.reduce((sum, label, row) => sum + distance(label, row), 0),
      6,
    );
  });

  test("of fewer distinct points than clusters leaves nobody without a finite centroid", () => {
    const { centroids, inertia } = hamerly(Float64Array.of(1, 1, 1, 1), 1, Float64Array.of(1, 1), { iterations: 10, tolerance: 0 });
    expect([...centroids]).toEqual([1, 1]);
    expect(inertia).toBe(0);
  });
});

describe("measures of clusterings", () => {
  test("silhouette(…) of two pairs is as by hand", async () => {
    // By hand: within 1; to the other pair 9.5 and 8.5: (1 − 1/9.5 + 1 − 1/8.5) / 2.
    expect(await silhouette(Float64Array.of(0, 1, 9, 10), 1, Int32Array.of(0, 0, 1, 1), 2)).toBeCloseTo((2 - 1 / 9.5 - 1 / 8.5) / 2, 12);
    expect(await silhouette(Float64Array.of(0, 1), 1, Int32Array.of(0, 0), 2)).toBe(0);
  });

  test("calinskiHarabasz(…) of two pairs is as by hand", () => {
    // By hand: total 82, within 1, so 81 / 1 over 1 / 2.
    expect(calinskiHarabasz(Float64Array.of(0, 1, 9, 10), 1, 2, 1)).toBe(162);
  });

  test("adjustedRand(…) is 1 for the same groups under other numbers, and the published value for the textbook table", () => {
    expect(adjustedRand(Int32Array.of(0, 0, 1, 1), Int32Array.of(1, 1, 0, 0))).toBe(1);
    // By hand for [0,0,1,2] against [0,0,1,1]: 1 pair in both; 1 and 2 pairs; chance 1/3; most 1.5: (1 − 1/3) / (1.5 − 1/3). Also scikit-learn's docs.
    expect(adjustedRand(Int32Array.of(0, 0, 1, 2), Int32Array.of(0, 0, 1, 1))).toBeCloseTo(0.5714285714, 9);
  });

  property.prop([fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 2, maxLength: 40 })])(
    "adjustedRand(…) is symmetric and at most 1",
    (pairs) => {
      const left = Int32Array.from(pairs, ([one]) => one);
      const right = Int32Array.from(pairs, ([, other]) => other);
      expect(adjustedRand(left, right)).toBeCloseTo(adjustedRand(right, left), 12);
      expect(adjustedRand(left, right)).toBeLessThanOrEqual(1 + 1e-12);
    },
  );

  test("stability(…) of three far clouds is 1, of one even cloud in five pieces it is not", async () => {
    const next = random(5);
    const far = Float64Array.from({ length: 300 }, (_, at) => (Math.floor(at / 2) % 3) * 50 + next());
    const clear = await kMeans(far, 2, { k: 3, seed: 1 });
    expect(await stability(far, 2, clear, { seed: 1, resamples: 10 })).toBe(1);
    const even = Float64Array.from({ length: 600 }, () => next());
    const pieces = await kMeans(even, 3, { k: 5, seed: 1 });
    expect(await stability(even, 3, pieces, { seed: 1, resamples: 10 })).toBeLessThan(0.75);
  });
});

describe("even clouds", () => {
  test("principalAxes(…) are orthonormal, and lie along a line of points", () => {
    const line = Float64Array.from({ length: 40 }, (_, at) => (at % 2 === 0 ? at : 2 * (at - 1)));
    const axes = principalAxes(line, 2);
    const along = Math.max(Math.abs(axes[0]! + 2 * axes[1]!), Math.abs(axes[2]! + 2 * axes[3]!)) / Math.sqrt(5);
    expect(along).toBeCloseTo(1, 9);
    expect(axes[0]! * axes[2]! + axes[1]! * axes[3]!).toBeCloseTo(0, 12);
  });

  test("evenCloud(…) stays in the box along the axes: a line stays a line", () => {
    const line = Float64Array.from({ length: 40 }, (_, at) => Math.floor(at / 2));
    const cloud = evenCloud(line, 2, random(1));
    for (let row = 0; row < 20; row++) expect(cloud[2 * row]).toBeCloseTo(cloud[2 * row + 1]!, 9);
  });
});
