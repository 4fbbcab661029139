/** What code page 850 has in the places of 0x82 to 0x98 where Windows-1252 has signs. */
const letters: Readonly<Record<string, string>> = {
  "‚": "é",
  ƒ: "â",
  "„": "ä",
  "…": "à",
  "†": "å",
  "‡": "ç",
  ˆ: "ê",
  "‰": "ë",
  Š: "è",
  "‹": "ï",
  Œ: "î",
  "\u008D": "ì",
  "\u0081": "ü",
  "\u0090": "É",
  "“": "ô",
  "”": "ö",
  "•": "ò",
  "–": "û",
  "—": "ù",
};

/** Signs that seldom touch a small letter, and letters that seldom stand between two. */
const telling = /[a-zß-ÿ][‚ƒˆ‹‡\u0081\u008D\u0090]|[‚ƒˆ‡\u0081\u008D\u0090][a-z]|[a-z]Œ[a-z]/;
/** Signs that are as likely themselves, unless small letters stand on both sides. */
const doubtful = /(?<=[a-zß-ÿ])[„…†‰“”•–—Š](?=[a-zß-ÿ])|[‚ƒ‡ˆ‹Œ\u0081\u008D\u0090]/g;

/**
 * A text that was read as Windows-1252 with the accented letters of DOS (code page 850) put right where signs stand in the midst of words, as in
 * files put together from several machines. A text with a pair of low and high quotes is left as it is.
 *
 * @example withDosLetters("d‚j… pr‚sent‚") // "déj… présenté"
 */
export function withDosLetters(text: string): string {
  if (!telling.test(text) || (text.includes("‚") && text.includes("‘"))) return text;
  return text.replaceAll(doubtful, (sign) => letters[sign]!);
}
