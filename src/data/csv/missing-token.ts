const tokens = ["NA", "N/A", "null", "NULL", "NaN", "None"].map((token) => Array.from(token, (letter) => letter.charCodeAt(0)));

/** Whether a field says that there is no value: nothing, blanks only, NA, N/A, null, NULL, NaN or None. */
export function isMissingToken(bytes: Uint8Array, start: number, end: number): boolean {
  const length = end - start;
  let blank = true;
  for (let at = start; blank && at < end; at++) blank = bytes[at] === 32 || bytes[at] === 9;
  if (blank) return true;
  if (length < 2 || length > 4) return false;
  for (const token of tokens) {
    if (token.length === length && token.every((byte, at) => bytes[start + at] === byte)) return true;
  }
  return false;
}
