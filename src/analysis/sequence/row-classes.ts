/**
 * Rows sorted into classes by what they are: the steps each class is (the last first) and the steps after which it breaks a chain.
 *
 * Class `c` is the steps `step[stepFrom[c]]` to `step[stepFrom[c + 1] − 1]`, counted from 0; its breaks lie in the same way.
 */
export interface RowClasses {
  stepFrom: Int32Array;
  step: Uint8Array;
  breakFrom: Int32Array;
  breakAfter: Uint8Array;
}

/**
 * Sorts things into classes by which of a list of conditions each meets, and says what every class is.
 *
 * @param masks Per condition, 1 for what meets it: first those of the steps, then those that break a chain after each of them; null is never.
 * @param steps How many of the masks are steps.
 * @param length How many things there are.
 * @returns The class of each; class 0 meets nothing.
 * @example rowClasses([Uint8Array.of(1, 0, 1), Uint8Array.of(0, 0, 1), null, null], 2, 3).of // [1, 0, 2]
 */
export function rowClasses(masks: readonly (Uint8Array | null)[], steps: number, length: number): { of: Int32Array; classes: RowClasses } {
  const of = new Int32Array(length);
  const met: number[][] = [[]];
  masks.forEach((mask, condition) => {
    if (mask === null) return;
    const refined = new Int32Array(met.length);
    for (let place = 0; place < length; place++) {
      if (mask[place] === 0) continue;
      const from = of[place]!;
      if (refined[from] === 0) refined[from] = met.push([...met[from]!, condition]) - 1;
      of[place] = refined[from]!;
    }
  });
  const lists = { step: met.map((list) => list.filter((at) => at < steps).reverse()), breaks: met.map((list) => list.filter((at) => at >= steps)) };
  const starts = (all: readonly number[][]) => {
    let at = 0;
    return Int32Array.from([...all, []], (list) => (at += list.length) - list.length);
  };
  return {
    of,
    classes: {
      stepFrom: starts(lists.step),
      step: Uint8Array.from(lists.step.flat()),
      breakFrom: starts(lists.breaks),
      breakAfter: Uint8Array.from(lists.breaks.flat(), (at) => at - steps),
    },
  };
}
