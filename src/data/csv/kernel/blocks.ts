/** The first block that was let go of each power of two, each pointing to the next. */
const free: usize = memory.data(32 * 4);
let top: usize = __heap_base;

/** A block of memory of at least so many bytes, not cleared; 0 when there is no more. */
export function reserve(bytes: u32): usize {
  const order: u32 = bytes <= 16 ? 4 : 32 - clz<u32>(bytes - 1);
  if (order > 31) return 0;
  const list = free + (order << 2);
  const known = load<usize>(list);
  if (known !== 0) {
    store<usize>(list, load<usize>(known));
    return known;
  }
  const from = (top + 15) & ~15;
  const end: u64 = <u64>from + ((<u64>1) << order);
  const pages: u64 = (end + 0xffff) >> 16;
  const have: u64 = memory.size();
  if (pages > 65_536 || (pages > have && memory.grow(<i32>(pages - have)) < 0)) return 0;
  top = <usize>end;
  return from;
}

/** Lets go of a block that was reserved with so many bytes. */
export function release(block: usize, bytes: u32): void {
  const list = free + ((bytes <= 16 ? 4 : 32 - clz<u32>(bytes - 1)) << 2);
  store<usize>(block, load<usize>(list));
  store<usize>(list, block);
}

/** Lets go of everything. */
export function clear(): void {
  memory.fill(free, 0, 32 * 4);
  top = __heap_base;
}
