/**
 * How many rows share each combination of values, the classes of k-anonymity.
 *
 * @param columns Codes per column, all of one length.
 * @returns Per row, how many rows are like it, itself included; every row is like every other where there is no column.
 * @example classSizes([[1, 1, 2], [0, 0, 0]]) // [2, 2, 1]
 * @see Sweeney, L. (2002). k-anonymity: a model for protecting privacy. Int. J. Uncertainty, Fuzziness and Knowledge-Based Systems 10(5).
 */
export function classSizes(columns: readonly ArrayLike<number>[], rows: number = columns[0]?.length ?? 0): Uint32Array {
  let classes = new Uint32Array(rows);
  let known = 1;
  for (const column of columns) {
    const places = new Map<string, number>();
    const next = new Uint32Array(rows);
    for (let row = 0; row < rows; row++) {
      const both = `${classes[row]} ${column[row]}`;
      const place = places.get(both) ?? places.size;
      places.set(both, place);
      next[row] = place;
    }
    classes = next;
    known = places.size;
  }
  const sizes = new Uint32Array(known);
  for (let row = 0; row < rows; row++) sizes[classes[row]!]!++;
  return classes.map((own) => sizes[own]!);
}
