/** What a sequence needs of a customer's events. */
export interface SequenceSteps {
  /** Per step, 1 for the events that are one. */
  steps: readonly Uint8Array[];
  /** 1 for the events that may not be on the way, or null. */
  without: Uint8Array | null;
  /** The last moment at which a sequence that began at a time may end. */
  deadline: (start: number) => number;
}

/**
 * Which customers did all steps one after the other within a time from the first, with no unwanted event on the way.
 *
 * For each step only the latest start that reached it is kept: whatever it can still become, an earlier start cannot become more.
 *
 * @param offsets @param time The journey's.
 * @returns 1 or 0 per customer.
 */
export function sequenceMask(offsets: Uint32Array, time: Float64Array, { steps, without, deadline }: SequenceSteps): Uint8Array {
  const mask = new Uint8Array(offsets.length - 1);
  const last = steps.length - 1;
  const start = new Float64Array(last);
  const until = new Float64Array(last);
  for (let customer = 0; customer < mask.length; customer++) {
    until.fill(-Infinity);
    for (let event = offsets[customer]!; event < offsets[customer + 1]!; event++) {
      const now = time[event]!;
      if (steps[last]![event] === 1 && now <= until[last - 1]!) {
        mask[customer] = 1;
        break;
      }
      const broken = without?.[event] === 1;
      for (let step = last - 1; step > 0; step--) {
        if (broken) until[step] = -Infinity;
        else if (steps[step]![event] === 1 && now <= until[step - 1]!) {
          start[step] = start[step - 1]!;
          until[step] = until[step - 1]!;
        }
      }
      if (steps[0]![event] === 1) {
        start[0] = now;
        until[0] = deadline(now);
      } else if (broken) until[0] = -Infinity;
    }
  }
  return mask;
}
