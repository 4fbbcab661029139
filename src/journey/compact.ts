/**
 * Leaves out the customers without an event and numbers the others anew, in the same order.
 *
 * @param codes Customers per line and row, −1 for none; changed in place.
 * @returns The ids of the customers that are left, and the new number of each customer, −1 for those left out.
 */
export function compact(codes: readonly Int32Array[], ids: readonly string[]): { ids: string[]; places: Int32Array } {
  const seen = new Uint8Array(ids.length);
  for (const customers of codes) for (let row = 0; row < customers.length; row++) if (customers[row]! >= 0) seen[customers[row]!] = 1;
  let next = 0;
  const places = Int32Array.from(seen, (one) => (one === 1 ? next++ : -1));
  if (next === ids.length) return { ids: [...ids], places };
  for (const customers of codes) {
    for (let row = 0; row < customers.length; row++) if (customers[row]! >= 0) customers[row] = places[customers[row]!]!;
  }
  return { ids: ids.filter((_, place) => seen[place] === 1), places };
}
