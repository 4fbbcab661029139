/** Bytes through a stream that packs or unpacks them. */
const through = (bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream): ReadableStream<Uint8Array<ArrayBuffer>> =>
  new Blob([bytes]).stream().pipeThrough(stream);

/** Bytes packed by deflate, without a header. */
export async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(through(bytes, new CompressionStream("deflate-raw"))).arrayBuffer());
}

/**
 * The bytes that were packed.
 *
 * @param size How many they are said to be: reading ends with the first one more, whatever the packed bytes would grow to.
 * @throws {RangeError} If they are damaged, or not that many.
 */
export async function inflated(packed: Uint8Array<ArrayBuffer>, size: number): Promise<Uint8Array<ArrayBuffer>> {
  // A byte of deflate stands for at most 1,032.
  if (size > 1032 * packed.length + 64) throw new RangeError("more than can be in them");
  const bytes = new Uint8Array(size);
  let at = 0;
  const reader = through(packed, new DecompressionStream("deflate-raw")).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      if (at + value.length > size) throw new RangeError("more than they say");
      bytes.set(value, at);
      at += value.length;
    }
  } catch (error) {
    void reader.cancel().catch(() => undefined);
    throw error instanceof RangeError ? error : new RangeError("they do not unpack");
  }
  if (at !== size) throw new RangeError("fewer than they say");
  return bytes;
}
