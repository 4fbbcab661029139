/** Windows-1252 from 0x80 on, and code page 850 in the same places; the rest of Windows-1252 is latin-1. */
const windows = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";
const dos = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ";

/** Signs of Windows-1252 that seldom touch a small letter, or seldom stand between two. */
const telling = /[a-zß-ÿ][‚ƒˆ‹‡\u0081\u008D\u0090]|[‚ƒˆ‡\u0081\u008D\u0090][a-z]|[a-z]Œ[a-z]/;
/** What is then taken for a letter; signs that are as likely themselves only between small letters. */
const letters = /(?<=[a-zß-ÿ])[„…†‰“”•–—Š](?=[a-zß-ÿ])|[‚ƒ‡ˆ‹Œ\u0081\u008D\u0090]/g;

/**
 * Bytes that are not UTF-8 as text: Windows-1252, with the accented letters of DOS (code page 850) where signs would stand in the midst of words,
 * as in files put together from several machines. A text with a pair of low and high quotes is left as Windows-1252 has it.
 *
 * @example westernText(Uint8Array.of(0x63, 0x61, 0x66, 0xe9)) // "café"
 */
export function westernText(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += byte >= 0x80 && byte < 0xa0 ? windows[byte - 0x80]! : String.fromCharCode(byte);
  if (!telling.test(text) || (text.includes("‚") && text.includes("‘"))) return text;
  return text.replaceAll(letters, (sign) => dos[windows.indexOf(sign)]!);
}
