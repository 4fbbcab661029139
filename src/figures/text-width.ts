const narrow = /[ ,.:;'’|!()[\]fijlrtI-]/;
const digit = /[0-9]/;
const wide = /[mwMW%@—]/;

/**
 * About how wide a line of text stands in the interface's font, to leave room for it before anything is drawn.
 *
 * An estimate, generous by a few per cent in the system fonts.
 *
 * @param size Font size in px.
 * @returns Width in px.
 */
export function textWidth(text: string, size: number): number {
  let em = 0;
  for (const letter of text)
    em += wide.test(letter)
      ? 0.9
      : digit.test(letter)
        ? 0.65
        : narrow.test(letter)
          ? 0.38
          : letter > "⺀"
            ? 1.05
            : letter >= "A" && letter <= "Z"
              ? 0.7
              : 0.6;
  return em * size;
}

/**
 * Text that fits a width, its end cut off with an ellipsis where it must be.
 *
 * @example shortened("Jun–Oct cohorts, app live", 80, 12) // "Jun–Oct co…"
 */
export function shortened(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  const letters = Array.from(text);
  while (letters.length > 1 && textWidth(letters.join("") + "…", size) > width) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}
