/** Most lines above the names that are told to be no part of the table. */
const longest = 20;

/**
 * How many of the first records stand above the table: titles and remarks of one value, before records of at least three.
 *
 * @param records The head, cut into records; blank lines are not among them.
 * @param width How many values most records have.
 */
export function sniffPreamble(records: readonly string[][], width: number): number {
  if (width < 3) return 0;
  const filled = (record: readonly string[]) => record.filter((value) => value.trim() !== "").length;
  let above = 0;
  while (above < Math.min(longest, records.length - 1) && filled(records[above]!) <= (width > 4 ? 2 : 1)) above++;
  if (above === longest || above === records.length - 1) return 0;
  return filled(records[above]!) >= width / 2 ? above : 0;
}
