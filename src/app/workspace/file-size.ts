const units = ["B", "kB", "MB", "GB"] as const;

/**
 * A file's size in words, in thousands of bytes as file managers count them.
 *
 * @example fileSize(4_200_000) // "4.2 MB"
 */
export function fileSize(bytes: number): string {
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const amount = bytes / 1000 ** power;
  return `${power === 0 || amount >= 10 ? Math.round(amount) : amount.toFixed(1)}\u00a0${units[power]}`;
}
