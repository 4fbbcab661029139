import { random } from "../../analysis/random/random.ts";

/**
 * So many of some rows, drawn without replacement, in the order they had.
 *
 * Each set of that size is equally likely; the same seed draws the same places.
 *
 * @param size How many; all of them where there are no more.
 * @see Fan, Muller and Rezucha (1962); Knuth, The Art of Computer Programming, volume 2, algorithm 3.4.2S
 */
export function sampledRows(rows: Uint32Array, size: number, seed: number): Uint32Array {
  if (rows.length <= size) return rows;
  const draw = random(seed);
  const drawn = new Uint32Array(size);
  let taken = 0;
  for (let place = 0; taken < size; place++) if ((rows.length - place) * draw() < size - taken) drawn[taken++] = rows[place]!;
  return drawn;
}
