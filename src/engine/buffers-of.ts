/**
 * The buffers a value holds on to, each once: those of typed arrays in its own properties, at any depth.
 *
 * Texts are not counted. What a value keeps in closures or private fields is not seen.
 */
export function buffersOf(value: unknown): Set<ArrayBufferLike> {
  const found = new Set<ArrayBufferLike>();
  const seen = new Set<unknown>();
  const visit = (part: unknown): void => {
    if (typeof part !== "object" || part === null || seen.has(part)) return;
    seen.add(part);
    if (ArrayBuffer.isView(part)) found.add(part.buffer);
    else if (part instanceof Map) for (const inner of part.values()) visit(inner);
    else if (Array.isArray(part)) {
      if (typeof part[0] === "object") for (const inner of part) visit(inner);
    } else for (const inner of Object.values(part)) visit(inner);
  };
  visit(value);
  return found;
}

/** Bytes of the buffers a value holds on to, each counted once. */
export function bytesOf(value: unknown): number {
  return [...buffersOf(value)].reduce((sum, buffer) => sum + buffer.byteLength, 0);
}
