const blank = 32;
const tab = 9;
const lineFeed = 10;
const carriageReturn = 13;

/** Bytes of columns aligned by blanks with one tab for each run of blanks inside a line, and none at its ends. */
export function tabbed(bytes: Uint8Array, state: { inside: boolean; gap: boolean }): Uint8Array {
  const result = new Uint8Array(bytes.length + 1);
  let { inside, gap } = state;
  let to = 0;
  for (const byte of bytes) {
    if (byte === blank || byte === tab) gap = true;
    else if (byte === lineFeed || byte === carriageReturn) {
      inside = false;
      gap = false;
      result[to++] = byte;
    } else {
      if (gap && inside) result[to++] = tab;
      gap = false;
      inside = true;
      result[to++] = byte;
    }
  }
  state.inside = inside;
  state.gap = gap;
  return result.subarray(0, to);
}

/** A text aligned by blanks as a text separated by tabs, piece by piece. */
export async function* aligned(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const state = { inside: false, gap: false };
  for await (const chunk of chunks) yield tabbed(chunk, state);
}
