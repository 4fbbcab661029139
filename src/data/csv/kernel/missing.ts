/** Whether a value says that there is none: nothing, blanks only, NA, N/A, null, NULL, NaN or None. */
export function isMissing(start: usize, length: u32): bool {
  let at: u32 = 0;
  while (at < length && (load<u8>(start + at) === 32 || load<u8>(start + at) === 9)) at++;
  if (at === length) return true;
  if (length === 2) return load<u16>(start) === 0x414e;
  if (length === 3) {
    const word = load<u32>(start) & 0xffffff;
    return word === 0x412f4e || word === 0x4e614e;
  }
  if (length !== 4) return false;
  const word = load<u32>(start);
  return word === 0x6c6c756e || word === 0x4c4c554e || word === 0x656e6f4e;
}
