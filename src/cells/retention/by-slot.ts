/**
 * Customers in the order of their slots (a counting sort), those in none left out.
 *
 * @returns Slot `s` has the customers `order[starts[s]]` to `order[starts[s + 1] − 1]`.
 */
export function bySlot(slot: Int32Array, slots: number): { order: Uint32Array; starts: Uint32Array } {
  const starts = new Uint32Array(slots + 1);
  for (const at of slot) if (at >= 0) starts[at + 1]!++;
  for (let at = 0; at < slots; at++) starts[at + 1]! += starts[at]!;
  const next = starts.slice();
  const order = new Uint32Array(starts[slots]!);
  slot.forEach((at, customer) => {
    if (at >= 0) order[next[at]!++] = customer;
  });
  return { order, starts };
}
