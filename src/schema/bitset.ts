/** A set of customers or rows: member `i` is bit `i & 31` of word `i >> 5`. */
export interface Bitset {
  length: number;
  words: Uint32Array;
}

/** An empty set over `length` places. */
export function bitset(length: number): Bitset {
  return { length, words: new Uint32Array((length + 31) >> 5) };
}

/** Puts a member into the set. */
export function insert(set: Bitset, member: number): void {
  set.words[member >> 5]! |= 1 << (member & 31);
}

/** Whether the set has the member. */
export function has(set: Bitset, member: number): boolean {
  return ((set.words[member >> 5]! >>> (member & 31)) & 1) === 1;
}

/** How many members the set has. */
export function size(set: Bitset): number {
  let count = 0;
  for (let word of set.words) {
    for (; word !== 0; word &= word - 1) count++;
  }
  return count;
}

/** The members in increasing order. */
export function members(set: Bitset): Uint32Array {
  const list = new Uint32Array(size(set));
  let at = 0;
  for (let index = 0; index < set.words.length; index++) {
    for (let word = set.words[index]!; word !== 0; word &= word - 1) {
      list[at++] = (index << 5) + (31 - Math.clz32(word & -word));
    }
  }
  return list;
}
