/**
 * Leaves out the customers without an event and numbers the others anew, in the same order.
 *
 * @param codes Customers per line and row, −1 for none; changed in place.
 * @returns The ids of the customers that are left.
 */
export function compact(codes: readonly Int32Array[], ids: readonly string[]): string[] {
  const seen = new Uint8Array(ids.length);
  for (const customers of codes) for (let row = 0; row < customers.length; row++) if (customers[row]! >= 0) seen[customers[row]!] = 1;
  if (seen.every((one) => one === 1)) return [...ids];
  let next = 0;
  const renumbered = Int32Array.from(seen, (one) => (one === 1 ? next++ : -1));
  for (const customers of codes) {
    for (let row = 0; row < customers.length; row++) if (customers[row]! >= 0) customers[row] = renumbered[customers[row]!]!;
  }
  return ids.filter((_, place) => seen[place] === 1);
}
