/** What to call a customer, by the score of recency (5 is the latest) and of frequency and money together (5 is the most). */
const map: readonly (readonly string[])[] = [
  ["Lost", "Lost", "At risk", "Cannot lose", "Cannot lose"],
  ["Hibernating", "Hibernating", "At risk", "At risk", "At risk"],
  ["About to sleep", "Needs attention", "Needs attention", "Loyal", "Loyal"],
  ["Promising", "Potential loyalists", "Loyal", "Champions", "Champions"],
  ["New", "Potential loyalists", "Loyal", "Champions", "Champions"],
];

/** The segments, from the best to the lost. */
export const segmentNames: readonly string[] = [
  "Champions",
  "Loyal",
  "Potential loyalists",
  "New",
  "Promising",
  "Needs attention",
  "About to sleep",
  "At risk",
  "Cannot lose",
  "Hibernating",
  "Lost",
];

/** Segments whose customers bought much, and not for long: their revenue is at risk. */
export const slipping: readonly string[] = ["At risk", "Cannot lose"];

/** The score of frequency and money together: their mean, a half rounded up. */
export function togetherScore(frequency: number, monetary: number): number {
  return Math.floor((frequency + monetary + 1) / 2);
}

/**
 * The place of a segment's name, for scores from 1 to 5.
 *
 * @example segmentNames[segmentOf(5, 5)] // "Champions"
 */
export function segmentOf(recency: number, together: number): number {
  return segmentNames.indexOf(map[recency - 1]![together - 1]!);
}
