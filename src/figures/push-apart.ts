/**
 * Places labels along a line so that none covers another, each as near as can be to where it would like to stand.
 *
 * Their order is kept. Where they do not all fit, they are spread evenly over the whole line.
 *
 * @param wanted The labels' centres, in any order.
 * @param height Room each of them needs.
 * @param span The first and last place a label may reach.
 * @returns Their centres, in the order of `wanted`.
 * @example pushApart([50, 54], 30, [0, 200]) // [37, 67]
 */
export function pushApart(wanted: readonly number[], height: number, [first, last]: readonly [number, number]): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
  const room = Math.min(height, (last - first) / Math.max(1, wanted.length));
  // Blocks of labels that touch, each centred on the mean of its members' wishes: merged until none overlap.
  const blocks: { centre: number; members: number[] }[] = [];
  const within = (centre: number, count: number) => Math.min(Math.max(centre, first + (count * room) / 2), last - (count * room) / 2);
  for (const index of order) {
    let block = { centre: within(wanted[index]!, 1), members: [index] };
    for (let above = blocks.at(-1); above !== undefined; above = blocks.at(-1)) {
      if (above.centre + (above.members.length * room) / 2 <= block.centre - (block.members.length * room) / 2 + 1e-9) break;
      blocks.pop();
      const members = [...above.members, ...block.members];
      // A member's wish for the block is where the block's centre would be if that member stood where it wants.
      const wish = members.reduce((sum, member, place) => sum + wanted[member]! - (place - (members.length - 1) / 2) * room, 0) / members.length;
      block = { centre: within(wish, members.length), members };
    }
    blocks.push(block);
  }
  const placed = wanted.map(() => 0);
  for (const { centre, members } of blocks) members.forEach((member, place) => (placed[member] = centre + (place - (members.length - 1) / 2) * room));
  return placed;
}
