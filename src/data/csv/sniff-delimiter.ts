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
function quality(records: readonly string[][]): number {
  const first = records[0];
  if (first === undefined) return 0;
  const lengths = new Map<number, number>();
  for (const record of records) lengths.set(record.length, (lengths.get(record.length) ?? 0) + 1);
  const [length, share] = [...lengths].reduce((best, entry) => (entry[1] > best[1] ? entry : best));
  if (length < 2) return 0;
  const all = records.flat();
  const clean = all.filter((value) => !others.test(value) || valueClass(value) !== "text").length / all.length;
  return (share / records.length) * (first.length === length ? 1 : 0.5) * clean;
}

/** Finds what stands between values from a file's head. A file with one column gets a comma, and little confidence. */
export function sniffDelimiter(head: Uint8Array, whole: boolean): SniffedDelimiter {
  let best: SniffedDelimiter | null = null;
  let bestQuality = 0;
  let second = 0;
  for (const delimiter of Object.keys(delimiterBytes) as Delimiter[]) {
    const records = sampleRecords(head, delimiterBytes[delimiter], whole);
    const found = quality(records);
    if (best === null || found > bestQuality) {
      second = bestQuality;
      best = { delimiter, confidence: 0, records };
      bestQuality = found;
    } else second = Math.max(second, found);
  }
  return { ...best!, confidence: bestQuality === 0 ? 0.5 : bestQuality / (bestQuality + second) };
}
