const encoder = new TextEncoder();

/**
 * The FNV-1a hash of a text's UTF-8 bytes: a number to seed a stream from a name.
 *
 * Two texts may share a hash; it finds no duplicates and guards nothing.
 *
 * @returns A whole number from 0 to 2³² − 1.
 * @example hash32("foobar") // 3214735720
 * @see https://www.rfc-editor.org/rfc/rfc9923 (FNV)
 */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 127) return hashOfBytes(encoder.encode(text));
    hash = Math.imul(hash ^ code, 0x01000193);
  }
  return hash >>> 0;
}

function hashOfBytes(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
