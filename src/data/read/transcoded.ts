/** UTF-16 bytes as UTF-8, piece by piece. A byte order mark decides the order; without one `littleEndian` does. */
export async function* transcoded(chunks: AsyncIterable<Uint8Array>, littleEndian: boolean): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let decoder: TextDecoder | null = null;
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(littleEndian ? "utf-16le" : "utf-16be");
    yield encoder.encode(decoder.decode(chunk, { stream: true }));
  }
  if (decoder !== null) yield encoder.encode(decoder.decode());
}
