import type { Walks } from "../../analysis/sequence/walks.ts";
import { ends } from "./stretches.ts";
import type { PathsParams, Ways } from "./walks-of-journey.ts";

/** Paths as far as they are drawn: each step is `layer × width + code`, followed by how the path ended where it ended within the layers. */
export interface Layers {
  walks: Walks;
  /** Kinds of steps in each layer. */
  width: number;
  /** The first step's layer is 0; there are `depth` behind it. */
  depth: number;
}

/** The paths in layers: forward from their first step, or backwards from their end. */
export function layersOf({ walks, ending, names, backwards }: Ways, depth: number): Layers {
  const width = names.names.length;
  const { count, owner } = walks;
  const [starts, stops] = [new Uint32Array(count), new Uint32Array(count)];
  let size = 0;
  for (let walk = 0; walk < count; walk++) size += Math.min(walks.ends[walk]! - walks.starts[walk]! + 1, depth + 1);
  const [steps, times] = [new Int32Array(size), new Float64Array(size)];
  let place = 0;
  for (let walk = 0; walk < count; walk++) {
    const [first, end] = [walks.starts[walk]!, walks.ends[walk]!];
    const drawn = Math.min(end - first, depth + 1);
    starts[walk] = place;
    for (let layer = 0; layer < drawn; layer++) {
      const at = backwards ? end - 1 - layer : first + layer;
      steps[place] = layer * width + walks.steps[at]!;
      times[place++] = walks.times[at]!;
    }
    const last = backwards ? names.began : ending[walk] === ends.reached ? -1 : ending[walk] === ends.active ? names.active : names.left;
    if (last >= 0 && drawn <= depth) {
      steps[place] = drawn * width + last;
      times[place++] = Number.NaN;
    }
    stops[walk] = place;
  }
  return { walks: { count, starts, ends: stops, steps: steps.subarray(0, place), times: times.subarray(0, place), owner }, width, depth };
}

/** Which step each step of a layer is drawn as: itself if it is among the most frequent of its layer, an anchor or an ending, else "other". */
function drawnAs({ names, goals }: Ways, { walks, width, depth }: Layers, top: number): Int32Array {
  const counts = new Int32Array((depth + 1) * width);
  for (const step of walks.steps) counts[step]!++;
  const as = Int32Array.from(counts.keys());
  for (let layer = 0; layer <= depth; layer++) {
    const base = layer * width;
    const ordinary: number[] = [];
    for (let code = 0; code < names.values; code++) if (counts[base + code]! > 0 && !goals.has(code)) ordinary.push(base + code);
    ordinary.sort((left, right) => counts[right]! - counts[left]! || left - right);
    // A single step left over has as much room under its own name.
    if (ordinary.length > top + 1) for (const step of ordinary.slice(top)) as[step] = base + names.other;
  }
  return as;
}

/** The layers with only the most frequent steps of each named. */
export function namedLayers(ways: Ways, layers: Layers, { top }: Pick<PathsParams, "top">): Layers {
  const as = drawnAs(ways, layers, top);
  return { ...layers, walks: { ...layers.walks, steps: layers.walks.steps.map((step) => as[step]!) } };
}
