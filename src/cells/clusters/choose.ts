import { calinskiHarabasz } from "../../analysis/clustering/calinski-harabasz.ts";
import { evenCloud } from "../../analysis/clustering/even-cloud.ts";
import type { Clustering } from "../../analysis/clustering/hamerly.ts";
import { kMeans } from "../../analysis/clustering/k-means.ts";
import { silhouette } from "../../analysis/clustering/silhouette.ts";
import { stability } from "../../analysis/clustering/stability.ts";
import type { Pause } from "../../analysis/pause.ts";
import { random } from "../../analysis/random/random.ts";

/** How well one number of clusters fits. */
export interface Fit {
  k: number;
  silhouette: number;
  calinskiHarabasz: number;
  stability: number;
}

/** The number of clusters, how well each fits, and whether there is any structure at all. */
export interface Choice {
  k: number;
  fits: Fit[];
  /** The largest silhouette k-means reaches on even clouds without clusters. */
  evenSilhouette: number;
  hasStructure: boolean;
}

/** Customers that silhouettes and stability are measured on. */
const mostMeasured = 800;
const resamples = 20;
/** With this many even clouds, the chance that all stay below is one in twenty. */
const clouds = 19;
export const stable = 0.75;
export const substantial = 0.25;

/** Some of the points, drawn without replacement, in their order. */
function sampled(points: Float64Array, width: number, seed: number): Float64Array {
  const rows = points.length / width;
  if (rows <= mostMeasured) return points;
  const next = random(seed, 77);
  const kept = new Float64Array(mostMeasured * width);
  let taken = 0;
  for (let row = 0; row < rows && taken < mostMeasured; row++) {
    if (next() * (rows - row) >= mostMeasured - taken) continue;
    kept.set(points.subarray(row * width, (row + 1) * width), taken * width);
    taken++;
  }
  return kept;
}

const rankOf = (values: readonly number[], value: number): number => values.filter((other) => other > value).length;

/** The number with the best ranks of silhouette and Calinski–Harabasz, among the stable ones if there are any; of equals, the smaller. */
function best(fits: readonly Fit[]): Fit {
  const usable = fits.filter((fit) => fit.stability >= stable);
  const among = usable.length > 0 ? usable : fits;
  const rank = (fit: Fit) =>
    rankOf(
      among.map((other) => other.silhouette),
      fit.silhouette,
    ) +
    rankOf(
      among.map((other) => other.calinskiHarabasz),
      fit.calinskiHarabasz,
    );
  return among.toSorted((left, right) => rank(left) - rank(right) || right.silhouette - left.silhouette || left.k - right.k)[0]!;
}

/** Fits numbers of clusters, chooses one, and asks whether an even cloud would look the same. */
export async function choose(points: Float64Array, width: number, ks: readonly number[], seed: number, pause: Pause): Promise<Choice> {
  const measured = sampled(points, width, seed);
  const fits: Fit[] = [];
  for (const [place, k] of ks.entries()) {
    const part: Pause = (fraction) => pause((0.8 * (place + fraction)) / ks.length);
    const clustering: Clustering = await kMeans(measured, width, { k, seed, starts: 5 }, (fraction) => part(0.3 * fraction));
    fits.push({
      k,
      silhouette: await silhouette(measured, width, clustering.labels, k, (fraction) => part(0.3 + 0.1 * fraction)),
      calinskiHarabasz: calinskiHarabasz(measured, width, k, clustering.inertia),
      stability: await stability(measured, width, clustering, { seed, resamples }, (fraction) => part(0.4 + 0.6 * fraction)),
    });
  }
  const chosen = best(fits);
  let evenSilhouette = -1;
  for (let cloud = 0; cloud < clouds; cloud++) {
    const wait = pause(0.8 + (0.2 * cloud) / clouds);
    if (wait) await wait;
    const even = evenCloud(measured, width, random(seed, 500 + cloud));
    const { labels } = await kMeans(even, width, { k: chosen.k, seed: seed + cloud, starts: 2 });
    evenSilhouette = Math.max(evenSilhouette, await silhouette(even, width, labels, chosen.k));
  }
  const hasStructure = chosen.stability >= stable && chosen.silhouette >= substantial && chosen.silhouette > evenSilhouette;
  return { k: chosen.k, fits, evenSilhouette, hasStructure };
}
