/**
 * Which counts of a chain of nested groups can be published together, so that no difference of two of them is of a small group: of the
 * steps of a funnel, those between which nobody or at least `k` dropped out.
 *
 * @param counts From the largest group to the smallest, each within the one before.
 * @param isHidden Whether a count is left out for another reason.
 * @param k The fewest customers a published group may have.
 * @returns Per count, 1 if it can stand.
 * @example nestedKept([100, 97, 60, 4], () => false, 10) // [1, 0, 1, 0]
 */
export function nestedKept(counts: readonly number[], isHidden: (place: number) => boolean, k: number): Uint8Array {
  const kept = new Uint8Array(counts.length);
  let last = Infinity;
  counts.forEach((count, place) => {
    if (isHidden(place) || count < k || (last !== count && last - count < k)) return;
    kept[place] = 1;
    last = count;
  });
  return kept;
}
