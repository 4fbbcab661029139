/** Largest whole number that is itself and no neighbour's. */
const largest = Number.MAX_SAFE_INTEGER;

const written = /^[ \t]*-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[ \t]*$/;
const padded = /^[ \t]*-?0\d/;

/**
 * The number a text stands for, or NaN.
 *
 * "00123", "+49…" and whole numbers beyond 2^53 are names that look like numbers: they would not come back as they were.
 */
export function numberOf(text: string, decimal: "point" | "comma"): number {
  if (decimal === "comma" && text.includes(".")) return NaN;
  const pointed = decimal === "comma" ? text.replace(",", ".") : text;
  if (!written.test(pointed) || padded.test(pointed)) return NaN;
  const value = Number(pointed);
  if (!Number.isFinite(value)) return NaN;
  return Math.abs(value) > largest && isWholeText(pointed) ? NaN : value;
}

/** Whether a number is written without a fraction or an exponent. */
export function isWholeText(text: string): boolean {
  return !/[.,eE]/.test(text);
}
