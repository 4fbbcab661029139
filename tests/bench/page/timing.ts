/** Milliseconds of repetitions. */
export interface Timing {
  minimum: number;
  median: number;
}

/** What repetitions took. */
export function timingOf(times: readonly number[]): Timing {
  const sorted = [...times].sort((left, right) => left - right);
  return { minimum: sorted[0]!, median: sorted[sorted.length >> 1]! };
}

/** Milliseconds that work takes. */
export async function clocked(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Runs several works in turn, so that a noisy moment of the machine meets all of them; the first round warms up and is not counted. */
export async function inTurn(rounds: number, ...works: (() => Promise<number>)[]): Promise<Timing[]> {
  const times = works.map((): number[] => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [place, work] of works.entries()) {
      const time = await work();
      if (round > 0) times[place]!.push(time);
    }
  }
  return times.map(timingOf);
}
