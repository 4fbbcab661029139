function grown<A extends Int32Array | Uint32Array | Float64Array>(array: A): A {
  const longer = new (array.constructor as new (length: number) => A)(array.length * 2);
  longer.set(array);
  return longer;
}

/**
 * Which ids were seen together, how often, and since when: each pair once, found by a table of numbers rather than of objects.
 *
 * The order in which pairs are added shows in their places only.
 */
export class Links {
  count = 0;
  /** The lower and the higher id of each pair. */
  low = new Int32Array(1024);
  high = new Int32Array(1024);
  /** Rows with both. */
  support = new Uint32Array(1024);
  /** The first time both were seen; Infinity where no row has a time. */
  first = new Float64Array(1024);
  /** One more than the pair's place; 0 is free. */
  private slots = new Int32Array(4096);

  add(one: number, other: number, time: number): void {
    if (one === other) return;
    const low = one < other ? one : other;
    const high = one < other ? other : one;
    let slot = this.slotOf(low, high);
    while (this.slots[slot] !== 0) {
      const place = this.slots[slot]! - 1;
      if (this.low[place] === low && this.high[place] === high) {
        this.support[place]!++;
        if (time < this.first[place]!) this.first[place] = time;
        return;
      }
      slot = (slot + 1) & (this.slots.length - 1);
    }
    if (this.count === this.low.length) this.growPairs();
    this.low[this.count] = low;
    this.high[this.count] = high;
    this.support[this.count] = 1;
    this.first[this.count] = Number.isNaN(time) ? Infinity : time;
    this.slots[slot] = ++this.count;
    if (this.count * 2 > this.slots.length) this.growSlots();
  }

  /** The slot where the search for a pair begins: the product's upper bits are the best mixed. */
  private slotOf(low: number, high: number): number {
    const mixed = Math.imul(low ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1);
    return (mixed ^ (mixed >>> 15)) & (this.slots.length - 1);
  }

  private growPairs(): void {
    this.low = grown(this.low);
    this.high = grown(this.high);
    this.support = grown(this.support);
    this.first = grown(this.first);
  }

  private growSlots(): void {
    this.slots = new Int32Array(this.slots.length * 4);
    for (let place = 0; place < this.count; place++) {
      let slot = this.slotOf(this.low[place]!, this.high[place]!);
      while (this.slots[slot] !== 0) slot = (slot + 1) & (this.slots.length - 1);
      this.slots[slot] = place + 1;
    }
  }

  /**
   * The pairs in the order in which they are to be joined: the most trusted id first, then what was seen together most often, then earliest,
   * then by the ids. It does not depend on the order of rows.
   *
   * @param ranks The trust of each id, 0 the highest.
   */
  ordered(ranks: Uint8Array): Uint32Array {
    const { low, high, support, first } = this;
    const order = new Uint32Array(this.count);
    for (let place = 0; place < order.length; place++) order[place] = place;
    // Ids are numbered by trust, so the lower one is the more trusted.
    return order.sort(
      (a, b) =>
        ranks[low[a]!]! - ranks[low[b]!]! ||
        support[b]! - support[a]! ||
        (first[a]! < first[b]! ? -1 : first[a]! > first[b]! ? 1 : 0) ||
        low[a]! - low[b]! ||
        high[a]! - high[b]!,
    );
  }
}
