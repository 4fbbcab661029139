/** Joins members into sets, unless a set would get too many of a kind. */
export interface GuardedUnion {
  /** The smallest member of the set that a member is in. */
  smallest(member: number): number;
  /** Joins the sets of two members. Gives the kind of which there would be too many, in which case nothing is joined; −1 if they are joined, −2 if they were. */
  join(one: number, other: number): number;
}

/**
 * Union–find in which every set counts its members by kind: path halving, union by size.
 *
 * Which joins are refused depends on their order, so bring them in a fixed one.
 *
 * @param kinds The kind of each member.
 * @param limits The most members of each kind that a set may have, at least 1.
 * @see Tarjan and van Leeuwen (1984), Worst-case analysis of set union algorithms
 */
export function guardedUnion(kinds: Uint8Array, limits: readonly number[]): GuardedUnion {
  const width = limits.length;
  const parent = new Int32Array(kinds.length);
  for (let member = 0; member < kinds.length; member++) parent[member] = member;
  const least = parent.slice();
  const size = new Uint32Array(kinds.length).fill(1);
  const counts = new Uint32Array(kinds.length * width);
  for (let member = 0; member < kinds.length; member++) counts[member * width + kinds[member]!] = 1;
  const root = (member: number): number => {
    let at = member;
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!;
    return at;
  };
  return {
    smallest: (member) => least[root(member)]!,
    join(one, other) {
      let into = root(one);
      let from = root(other);
      if (into === from) return -2;
      for (let kind = 0; kind < width; kind++) {
        if (counts[into * width + kind]! + counts[from * width + kind]! > limits[kind]!) return kind;
      }
      if (size[into]! < size[from]!) [into, from] = [from, into];
      parent[from] = into;
      size[into]! += size[from]!;
      if (least[from]! < least[into]!) least[into] = least[from]!;
      for (let kind = 0; kind < width; kind++) counts[into * width + kind]! += counts[from * width + kind]!;
      return -1;
    },
  };
}
