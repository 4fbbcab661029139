const magic = 0x184d2204;

/** Unpacks one LZ4 block to the end of what is there; matches may reach back into blocks before it. Returns where the output ends. */
function block(input: Uint8Array, output: Uint8Array, from: number): number {
  let to = from;
  for (let at = 0; at < input.length;) {
    const token = input[at++]!;
    let literals = token >> 4;
    if (literals === 15) for (let more = 255; more === 255; literals += more) more = input[at++]!;
    if (to + literals > output.length || at + literals > input.length) throw new RangeError("LZ4: too long");
    output.set(input.subarray(at, at + literals), to);
    to += literals;
    at += literals;
    if (at >= input.length) break;
    const back = input[at]! | (input[at + 1]! << 8);
    at += 2;
    let length = (token & 15) + 4;
    if ((token & 15) === 15) for (let more = 255; more === 255; length += more) more = input[at++]!;
    if (back === 0 || back > to || to + length > output.length) throw new RangeError("LZ4: points outside");
    for (let copied = 0; copied < length; copied++, to++) output[to] = output[to - back]!;
  }
  return to;
}

/** The bytes of an LZ4 frame, as Arrow packs its buffers. @throws {RangeError} If it is damaged. Source: LZ4 Frame Format Description 1.6. */
export function unpackedLz4(frame: Uint8Array): Uint8Array {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  if (view.getUint32(0, true) !== magic) throw new RangeError("LZ4: no frame");
  const flags = frame[4]!;
  const [blockSums, hasSize, hasDictionary] = [(flags & 16) !== 0, (flags & 8) !== 0, (flags & 1) !== 0];
  const blockSize = 1 << (8 + 2 * ((frame[5]! >> 4) & 7));
  const first = 6 + (hasSize ? 8 : 0) + (hasDictionary ? 4 : 0) + 1;
  const sizes: [at: number, size: number, plain: boolean][] = [];
  for (let at = first; at + 4 <= frame.length;) {
    const word = view.getUint32(at, true);
    if (word === 0) break;
    const size = word & 0x7fffffff;
    sizes.push([at + 4, size, word >>> 31 === 1]);
    at += 4 + size + (blockSums ? 4 : 0);
  }
  // A byte of LZ4 stands for at most 255.
  const most = sizes.reduce((sum, [, packed, plain]) => sum + (plain ? packed : Math.min(blockSize, 255 * packed)), 0);
  const size = hasSize ? Number(view.getBigUint64(6, true)) : most;
  if (size > most) throw new RangeError("LZ4: says it is larger than it can be");
  const output = new Uint8Array(size);
  let to = 0;
  for (const [at, size, plain] of sizes) {
    const bytes = frame.subarray(at, at + size);
    if (plain) {
      output.set(bytes, to);
      to += bytes.length;
    } else to = block(bytes, output, to);
  }
  return output.subarray(0, to);
}
