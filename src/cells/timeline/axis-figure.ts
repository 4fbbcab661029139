/** A stretch of time that is drawn as it is, in px. */
export interface Run {
  from: number;
  to: number;
  x1: number;
  x2: number;
}

/** Time that is drawn shorter than it was. */
export interface Break {
  x1: number;
  x2: number;
  ms: number;
}

/** An axis of time whose long pauses may be cut short. */
export interface TimeAxis {
  toX(ms: number): number;
  runs: Run[];
  breaks: Break[];
}

const breakWidth = 44;
const mostBreaks = 6;
/** A pause is cut where it would take more than this part of what is left. */
const long = 0.3;

/** The pauses to cut: the longest, as long as each takes too much of the time that is left. */
function longest(times: readonly number[]): Set<number> {
  const gaps = times.slice(1).map((time, at) => ({ at, ms: time - times[at]! }));
  const sorted = gaps.toSorted((a, b) => b.ms - a.ms);
  const cut = new Set<number>();
  let left = times.at(-1)! - times[0]!;
  for (const { at, ms } of sorted) {
    if (cut.size >= mostBreaks || cut.size >= gaps.length - 2 || ms < long * left) break;
    cut.add(at);
    left -= ms;
  }
  return cut;
}

/**
 * Lays times along a line, long pauses cut to one short width each.
 *
 * @param times Different times in increasing order, at least one.
 * @example timeAxis([0, 10, 20, 1000], 0, 344).breaks // [{ x1: 300, x2: 344, ms: 980 }]
 */
export function timeAxis(times: readonly number[], left: number, right: number): TimeAxis {
  const cut = longest(times);
  const drawn = times.slice(1).reduce((sum, time, at) => sum + (cut.has(at) ? 0 : time - times[at]!), 0);
  const scale = drawn > 0 ? (right - left - cut.size * breakWidth) / drawn : 0;
  const runs: Run[] = [];
  const breaks: Break[] = [];
  let run: Run = { from: times[0]!, to: times[0]!, x1: left, x2: left };
  for (const [at, time] of times.slice(1).entries()) {
    const ms = time - times[at]!;
    if (cut.has(at)) {
      runs.push(run);
      breaks.push({ x1: run.x2, x2: run.x2 + breakWidth, ms });
      run = { from: time, to: time, x1: run.x2 + breakWidth, x2: run.x2 + breakWidth };
    } else run = { ...run, to: time, x2: run.x2 + ms * scale };
  }
  runs.push(run);
  const toX = (ms: number): number => {
    const own = runs.findLast(({ from }) => from <= ms) ?? runs[0]!;
    return Math.min(own.x2, own.x1 + (ms - own.from) * scale);
  };
  return { toX, runs, breaks };
}
