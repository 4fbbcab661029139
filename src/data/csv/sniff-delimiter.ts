import { tabbed } from "./aligned.ts";
import { delimiterBytes, type Delimiter } from "./csv-options.ts";
import { sampleRecords } from "./sample-records.ts";
import { valueClass } from "./value-class.ts";

/** A delimiter, how sure it is from 0 to 1, and the head cut by it. */
export interface SniffedDelimiter {
  delimiter: Delimiter;
  confidence: number;
  records: string[][];
}

const others = /[,;\t|]/;

/** How well a head is cut: records of one length, as many values as the first has, no other delimiter left inside values. */
function quality(records: readonly string[][], delimiter: Delimiter): number {
  const first = records[0];
  if (first === undefined) return 0;
  const lengths = new Map<number, number>();
  for (const record of records) lengths.set(record.length, (lengths.get(record.length) ?? 0) + 1);
  const [length, share] = [...lengths].reduce((best, entry) => (entry[1] > best[1] ? entry : best));
  if (length < 2) return 0;
  // What is in values between tabs is no rival: hardly anyone writes a tab into a value.
  const all = delimiter === "tab" ? [] : records.flat();
  const clean = all.length === 0 ? 1 : all.filter((value) => !others.test(value) || valueClass(value) !== "text").length / all.length;
  return (share / records.length) * (first.length === length ? 1 : 0.5) * clean;
}

/** Columns aligned by blanks: every line is cut into as many values, most of them no words, as a sentence would be. */
function alignedQuality(records: readonly string[][]): number {
  const found = quality(records, "blanks");
  const all = records.slice(1).flat();
  const values = all.filter((value) => valueClass(value) !== "text").length;
  return records.length > 1 && found > 0.95 && values >= all.length / 2 ? found : 0;
}

/** Finds what stands between values from a file's head. A file with one column gets a comma, and little confidence. */
export function sniffDelimiter(head: Uint8Array, whole: boolean): SniffedDelimiter {
  let best: SniffedDelimiter | null = null;
  let bestQuality = 0;
  let second = 0;
  for (const delimiter of ["comma", "semicolon", "tab", "pipe"] satisfies Delimiter[]) {
    const records = sampleRecords(head, delimiterBytes[delimiter], whole);
    const found = quality(records, delimiter);
    if (best === null || found > bestQuality) {
      second = bestQuality;
      best = { delimiter, confidence: 0, records };
      bestQuality = found;
    } else second = Math.max(second, found);
  }
  if (bestQuality === 0) {
    const records = sampleRecords(tabbed(head, { inside: false, gap: false }), delimiterBytes.blanks, whole);
    if (alignedQuality(records) > 0) return { delimiter: "blanks", confidence: 0.9, records };
  }
  return { ...best!, confidence: bestQuality === 0 ? 0.5 : bestQuality / (bestQuality + second) };
}
