/** Which byte of a UTF-16 unit comes first. */
export type ByteOrder = "little" | "big";

/** The byte order that a UTF-16 byte order mark at the start says, or null without one. */
export function utf16Mark(head: Uint8Array): ByteOrder | null {
  if (head[0] === 0xff && head[1] === 0xfe) return "little";
  return head[0] === 0xfe && head[1] === 0xff ? "big" : null;
}

/** The byte order of UTF-16 text without its mark, told by every second byte of plain letters being zero; null when it is something else. */
export function utf16Order(head: Uint8Array): ByteOrder | null {
  const pairs = Math.min(head.length, 4096) >> 1;
  let even = 0;
  let odd = 0;
  for (let pair = 0; pair < pairs; pair++) {
    if (head[pair * 2] === 0) even++;
    if (head[pair * 2 + 1] === 0) odd++;
  }
  if (odd > 0.7 * pairs && even < 0.1 * pairs) return "little";
  return even > 0.7 * pairs && odd < 0.1 * pairs ? "big" : null;
}
