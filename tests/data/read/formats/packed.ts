/** Packs bytes in the plainest way a format allows, which every reader of it must take. */
export type Pack = (bytes: Uint8Array) => Uint8Array;

const joined = (...parts: (Uint8Array | readonly number[])[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));
const little = (value: number, bytes: number): number[] => Array.from({ length: bytes }, (_, at) => (value >>> (8 * at)) & 255);

/** One LZ4 block that is a run of literals. Source: LZ4 Block Format Description. */
export const lz4Block: Pack = (bytes) => {
  const head = [Math.min(bytes.length, 15) << 4];
  for (let left = bytes.length - 15; bytes.length >= 15; left -= 255) {
    head.push(Math.min(left, 255));
    if (left < 255) break;
  }
  return joined(head, bytes);
};

/** LZ4 as Hadoop writes it: blocks, each behind its unpacked and its packed size, highest byte first. */
export const lz4Hadoop: Pack = (bytes) => {
  const half = bytes.length >> 1;
  return joined(
    ...[bytes.subarray(0, half), bytes.subarray(half)].flatMap((part) => {
      if (part.length === 0) return [];
      const block = lz4Block(part);
      return [little(part.length, 4).toReversed(), little(block.length, 4).toReversed(), block];
    }),
  );
};

/** An LZ4 frame of one block as it is. Source: LZ4 Frame Format Description. */
export const lz4Frame: Pack = (bytes) =>
  joined([0x04, 0x22, 0x4d, 0x18, 0x60, 0x70, 0x73], little(bytes.length | 0x8000_0000, 4), bytes, [0, 0, 0, 0]);

/** A Zstandard frame of raw blocks that says its size. Source: RFC 8878, section 3.1.1. */
export const zstdFrame: Pack = (bytes) => {
  const most = 1 << 17;
  const count = Math.max(1, Math.ceil(bytes.length / most));
  const blocks = Array.from({ length: count }, (_, at) => {
    const part = bytes.subarray(at * most, (at + 1) * most);
    return joined(little((part.length << 3) | (at === count - 1 ? 1 : 0), 3), part);
  });
  return joined([0x28, 0xb5, 0x2f, 0xfd, 0xa0], little(bytes.length, 4), ...blocks);
};
