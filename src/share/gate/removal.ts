/** One thing the privacy gate took out, in words for the author and the reader. */
export interface Removal {
  cell?: string;
  table?: string;
  column?: string;
  /** What was taken out, in the plural where `count` is given: "e-mail addresses". */
  what: string;
  count?: number;
  /** One sentence: why. */
  why: string;
}
