import type { Paths } from "./paths.ts";

/**
 * The states and steps of a Markov chain of some order over paths. A state is the last channels of a path, as many as the order; state 0 is the
 * start. What follows a state is known from the state and the next channel alone.
 */
export interface Chain {
  channels: number;
  states: number;
  /** The channel a state ends with; −1 of the start. */
  last: Int32Array;
  /** The state each edge leads from and to, sorted by `from`. */
  from: Int32Array;
  to: Int32Array;
  /** The edge that leaves a state by a channel, `state × channels + channel`; −1 where none was ever taken. */
  edge: Int32Array;
}

/**
 * Finds the states and edges that paths use.
 *
 * @param order How many channels a state remembers, at least 1.
 */
export function chain(paths: Paths, order: number): Chain {
  const { channels } = paths;
  const histories: number[][] = [[]];
  const known = new Map<string, number>([["", 0]]);
  let next = new Int32Array(64 * channels).fill(-1);
  const stateOf = (state: number, channel: number): number => {
    const history = [...histories[state]!, channel].slice(-order);
    const key = history.join(" ");
    let found = known.get(key);
    if (found === undefined) {
      known.set(key, (found = histories.length));
      histories.push(history);
      if (histories.length * channels > next.length) {
        const wider = new Int32Array(next.length * 2).fill(-1);
        wider.set(next);
        next = wider;
      }
    }
    return found;
  };
  for (let path = 0; path < paths.count; path++) {
    let state = 0;
    for (let touch = paths.starts[path]!; touch < paths.ends[path]!; touch++) {
      const place = state * channels + paths.channel[touch]!;
      let following = next[place]!;
      if (following < 0) {
        following = stateOf(state, paths.channel[touch]!);
        next[place] = following;
      }
      state = following;
    }
  }
  const states = histories.length;
  const edge = new Int32Array(states * channels).fill(-1);
  const from: number[] = [];
  const to: number[] = [];
  for (let place = 0; place < edge.length; place++) {
    if (next[place]! < 0) continue;
    edge[place] = from.length;
    from.push(Math.floor(place / channels));
    to.push(next[place]!);
  }
  const last = Int32Array.from(histories, (history) => history.at(-1) ?? -1);
  return { channels, states, last, from: Int32Array.from(from), to: Int32Array.from(to), edge };
}
