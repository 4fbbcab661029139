/**
 * Whether a text is an account number with a right checksum.
 *
 * @param text Capitals and digits only.
 * @example isIban("DE89370400440532013000") // true
 * @see ISO 13616-1
 */
export function isIban(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)) return false;
  let remainder = 0;
  for (const character of text.slice(4) + text.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}
