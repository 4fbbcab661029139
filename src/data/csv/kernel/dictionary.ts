import { release, reserve } from "./blocks";
import { isMissing } from "./missing";

/** A dictionary's fields: slots, their mask, values, slots used, the values' bytes and their room, the values' ends and their room. */
const slotsAt: usize = 0;
const maskAt: usize = 4;
const sizeAt: usize = 8;
const usedAt: usize = 12;
const bytesAt: usize = 16;
const roomAt: usize = 20;
const endsAt: usize = 24;
const endsRoomAt: usize = 28;

/** Values up to this length are compared by a slot's word alone. */
const short: u32 = 8;
const stir: u64 = 0x9e3779b97f4a7c15;

/** A new dictionary: distinct byte strings, numbered in order of appearance; 0 when there is no memory. */
export function dictionary(): usize {
  const made = reserve(32);
  const slots = reserve(64 << 4);
  const bytes = reserve(1024);
  const ends = reserve(64 << 2);
  if (made === 0 || slots === 0 || bytes === 0 || ends === 0) return 0;
  memory.fill(slots, 0, 64 << 4);
  store<usize>(made, slots, slotsAt);
  store<u32>(made, 63, maskAt);
  store<u32>(made, 0, sizeAt);
  store<u32>(made, 0, usedAt);
  store<usize>(made, bytes, bytesAt);
  store<u32>(made, 1024, roomAt);
  store<usize>(made, ends, endsAt);
  store<u32>(made, 64, endsRoomAt);
  return made;
}

/** How many values there are. */
export function sizeOf(known: usize): u32 {
  return load<u32>(known, sizeAt);
}

/** Where the bytes of all values are, one after the other. */
export function bytesOf(known: usize): usize {
  return load<usize>(known, bytesAt);
}

/** Where the end of each value in these bytes is. */
export function endsOf(known: usize): usize {
  return load<usize>(known, endsAt);
}

/** The word a slot keeps of a value: its bytes when it is short, otherwise a hash of them. Eight bytes must be there to read. */
function wordOf(start: usize, length: u32): u64 {
  const first = load<u64>(start);
  if (length <= short) return length === short ? first : first & (((<u64>1) << (<u64>(length << 3))) - 1);
  let hash: u64 = first * stir;
  const last = start + length - 8;
  for (let at = start + 8; at < last; at += 8) {
    hash = (hash ^ (hash >>> 29) ^ load<u64>(at)) * stir;
  }
  hash = (rotl<u64>(hash, 23) ^ load<u64>(last)) * stir;
  return hash ^ (hash >>> 32);
}

/** Where a value is first looked for. */
function place(word: u64, length: u32): u32 {
  let hash: u64 = (word ^ length) * stir;
  hash ^= hash >>> 32;
  return <u32>((hash * stir) >>> 32);
}

/** Whether two values longer than eight bytes are the same. */
function same(left: usize, right: usize, length: u32): bool {
  const last = length - 8;
  for (let at: u32 = 0; at < last; at += 8) if (load<u64>(left + at) !== load<u64>(right + at)) return false;
  return load<u64>(left + last) === load<u64>(right + last);
}

function beginning(known: usize, code: u32): usize {
  return load<usize>(known, bytesAt) + (code === 0 ? 0 : load<u32>(load<usize>(known, endsAt) + ((code - 1) << 2)));
}

/** Keeps a new value's bytes; false when there is no memory. */
function keep(known: usize, start: usize, length: u32): bool {
  const size = load<u32>(known, sizeAt);
  const ends = load<usize>(known, endsAt);
  const from: u32 = size === 0 ? 0 : load<u32>(ends + ((size - 1) << 2));
  const room = load<u32>(known, roomAt);
  if (<u64>from + length + 8 > room) {
    const needed: u64 = (<u64>from + length + 8) << 1;
    if (needed > 0x8000_0000) return false;
    const larger = reserve(<u32>needed);
    if (larger === 0) return false;
    const bytes = load<usize>(known, bytesAt);
    memory.copy(larger, bytes, from);
    release(bytes, room);
    store<usize>(known, larger, bytesAt);
    store<u32>(known, <u32>needed, roomAt);
  }
  memory.copy(load<usize>(known, bytesAt) + from, start, length);
  const places = load<u32>(known, endsRoomAt);
  if (size === places) {
    const larger = reserve(places << 3);
    if (larger === 0) return false;
    memory.copy(larger, ends, places << 2);
    release(ends, places << 2);
    store<usize>(known, larger, endsAt);
    store<u32>(known, places << 1, endsRoomAt);
  }
  store<u32>(load<usize>(known, endsAt) + (size << 2), from + length);
  store<u32>(known, size + 1, sizeAt);
  return true;
}

/** Doubles the slots; false when there is no memory. */
function grow(known: usize): bool {
  const old = load<usize>(known, slotsAt);
  const oldBytes = (load<u32>(known, maskAt) + 1) << 4;
  const mask = (load<u32>(known, maskAt) << 1) | 1;
  const slots: usize = oldBytes >= 0x4000_0000 ? 0 : reserve(oldBytes << 1);
  if (slots === 0) return false;
  memory.fill(slots, 0, oldBytes << 1);
  for (let from = old; from < old + oldBytes; from += 16) {
    if (load<u32>(from, 12) === 0) continue;
    let slot = place(load<u64>(from), load<u32>(from, 8)) & mask;
    while (load<u32>(slots + (slot << 4), 12) !== 0) slot = (slot + 1) & mask;
    v128.store(slots + (slot << 4), v128.load(from));
  }
  release(old, oldBytes);
  store<usize>(known, slots, slotsAt);
  store<u32>(known, mask, maskAt);
  return true;
}

/** The code of a value whose word is known, new or not: −1 for what stands for missing, −2 when there is no memory. */
function find(known: usize, word: u64, first: u32, start: usize, length: u32): i32 {
  const slots = load<usize>(known, slotsAt);
  const mask = load<u32>(known, maskAt);
  let slot = first & mask;
  while (true) {
    const at = slots + (slot << 4);
    const code: i32 = load<i32>(at, 12);
    if (code === 0) {
      const added: i32 = isMissing(start, length) ? -1 : <i32>load<u32>(known, sizeAt);
      if (added >= 0 && !keep(known, start, length)) return -2;
      store<u64>(at, word);
      store<u32>(at, length, 8);
      store<i32>(at, added + 2, 12);
      const used = load<u32>(known, usedAt) + 1;
      store<u32>(known, used, usedAt);
      return used << 1 > mask && !grow(known) ? -2 : added;
    }
    if (load<u64>(at) === word && load<u32>(at, 8) === length) {
      if (length <= short || (code === 1 ? isMissing(start, length) : same(beginning(known, code - 2), start, length))) return code - 2;
    }
    slot = (slot + 1) & mask;
  }
}

/** The code of one value. */
export function intern(known: usize, start: usize, length: u32): i32 {
  const word = wordOf(start, length);
  return find(known, word, place(word, length), start, length);
}

/**
 * The codes of a column's values, written to `codes`; returns how many are missing, or −1 when there is no memory.
 *
 * First all words are made, with 16 bytes for each in `words`, and then all are looked up, so that the memory's answers to many lookups are awaited at once.
 */
export function internColumn(known: usize, bytes: usize, starts: usize, ends: usize, stride: u32, rows: u32, words: usize, codes: usize): i32 {
  const stop = words + (rows << 4);
  let field: usize = 0;
  for (let key = words; key < stop; key += 16, field += stride) {
    const start = load<i32>(starts + field);
    const length = <u32>(load<i32>(ends + field) - start);
    const word = wordOf(bytes + start, length);
    store<u64>(key, word);
    store<u32>(key, length, 8);
    store<u32>(key, place(word, length), 12);
  }
  let slots = load<usize>(known, slotsAt);
  let mask = load<u32>(known, maskAt);
  let missing: i32 = 0;
  field = 0;
  for (let key = words; key < stop; key += 16, field += stride) {
    const word = load<u64>(key);
    const length = load<u32>(key, 8);
    const at = slots + ((load<u32>(key, 12) & mask) << 4);
    let code: i32 = load<i32>(at, 12) - 2;
    // A known short value in the first slot looked at is what is common.
    if (code === -2 || length > short || load<u64>(at) !== word || load<u32>(at, 8) !== length) {
      code = find(known, word, load<u32>(key, 12), bytes + load<i32>(starts + field), length);
      if (code === -2) return -1;
      slots = load<usize>(known, slotsAt);
      mask = load<u32>(known, maskAt);
    }
    missing -= code >> 31;
    store<i32>(codes, code);
    codes += 4;
  }
  return missing;
}
