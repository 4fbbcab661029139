/**
 * Shapley's values of a game, exact: what each player adds, averaged over all orders in which players may join.
 *
 * Work doubles with each player; 15 take a few milliseconds, 25 a minute.
 *
 * @param worth What each coalition is worth, 2ⁿ numbers; a coalition's bits are its players.
 * @returns n numbers that add up to worth(all) − worth(nobody); they may be negative.
 * @example shapleyValues(Float64Array.of(0, 10, 20, 40)) // [15, 25]
 * @see Shapley (1953), A value for n-person games
 */
export function shapleyValues(worth: Float64Array): Float64Array {
  const players = Math.round(Math.log2(worth.length));
  // The chance that exactly a given coalition of that size has joined before a player.
  const chance = new Float64Array(players);
  if (players > 0) chance[0] = 1 / players;
  for (let size = 1; size < players; size++) chance[size] = (chance[size - 1]! * size) / (players - size);
  const sizes = new Uint8Array(worth.length);
  for (let set = 1; set < worth.length; set++) sizes[set] = sizes[set >> 1]! + (set & 1);
  const values = new Float64Array(players);
  for (let player = 0; player < players; player++) {
    const bit = 1 << player;
    let value = 0;
    for (let set = 0; set < worth.length; set++) {
      if ((set & bit) === 0) value += chance[sizes[set]!]! * (worth[set | bit]! - worth[set]!);
    }
    values[player] = value;
  }
  return values;
}
