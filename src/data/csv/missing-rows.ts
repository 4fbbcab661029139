/** Which rows of a growing column are missing. */
export class MissingRows {
  count = 0;
  #bits = new Uint8Array(1024);

  /** Makes place for so many rows. */
  reserve(rows: number): void {
    const needed = (rows + 7) >> 3;
    if (needed <= this.#bits.length) return;
    const larger = new Uint8Array(Math.max(needed, this.#bits.length * 2));
    larger.set(this.#bits);
    this.#bits = larger;
  }

  /** Marks a reserved row. */
  mark(row: number): void {
    this.#bits[row >> 3]! |= 1 << (row & 7);
    this.count++;
  }

  /** Marks all of the first rows. */
  markAll(rows: number): void {
    this.reserve(rows);
    this.#bits.fill(255, 0, rows >> 3);
    if ((rows & 7) !== 0) this.#bits[rows >> 3] = (1 << (rows & 7)) - 1;
    this.count = rows;
  }

  has(row: number): boolean {
    return ((this.#bits[row >> 3]! >> (row & 7)) & 1) === 1;
  }

  /** The column's validity bitmap, or undefined when nothing is missing. */
  valid(rows: number): Uint8Array | undefined {
    return this.count === 0 ? undefined : this.#bits.slice(0, (rows + 7) >> 3).map((byte) => ~byte);
  }
}
