/** Bits of rows, the first the lowest bit of the first byte, and none behind the last. */
export function bitmap(rows: number, isSet: (row: number) => boolean): Uint8Array {
  const bits = new Uint8Array((rows + 7) >> 3);
  for (let row = 0; row < rows; row++) if (isSet(row)) bits[row >> 3]! |= 1 << (row & 7);
  return bits;
}
