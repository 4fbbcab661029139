import { squaredDistance } from "../../analysis/clustering/squared-distance.ts";
import type { Clustering } from "../../analysis/clustering/hamerly.ts";
import type { Journey } from "../../journey/journey.ts";

const mostSteps = 12;

/** The customer nearest to each cluster's middle: an example that exists. */
export function medoids(points: Float64Array, width: number, { labels, centroids }: Clustering): Int32Array {
  const nearest = new Int32Array(centroids.length / width).fill(-1);
  const least = new Float64Array(nearest.length).fill(Infinity);
  labels.forEach((label, row) => {
    const distance = squaredDistance(points, row, centroids, label, width);
    if (distance >= least[label]!) return;
    least[label] = distance;
    nearest[label] = row;
  });
  return nearest;
}

/** A customer's journey in words: their events by channel and name, repeats counted, cut after twelve steps. */
export function pathOf(journey: Journey, customer: number): string {
  const [event, channel] = [journey.code("event"), journey.code("channel")];
  const isTold = event.dictionary.length > 1;
  const steps: { word: string; times: number }[] = [];
  for (let at = journey.offsets[customer]!; at < journey.offsets[customer + 1]!; at++) {
    const what = event.dictionary[event.codes[at] ?? -1] ?? "event";
    const where = channel.dictionary[channel.codes[at] ?? -1];
    const word = where === undefined ? what : isTold ? `${what} (${where})` : where;
    const last = steps.at(-1);
    if (last?.word === word) last.times++;
    else steps.push({ word, times: 1 });
  }
  const shown = steps.slice(0, mostSteps).map(({ word, times }) => (times > 1 ? `${word} ×${times}` : word));
  return [...shown, ...(steps.length > mostSteps ? ["…"] : [])].join(" → ");
}
