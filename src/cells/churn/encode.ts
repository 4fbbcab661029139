import { isNumeric, type Feature } from "./feature.ts";

/** How a feature becomes columns of numbers: itself, or one column per text but the first. */
export interface Encoding {
  name: string;
  label: string;
  undated?: true;
  /** Absent for numbers. The first is the one others are compared with. */
  levels?: string[];
}

/** Columns of numbers that a model reads; `source[i]` is the place of column i's feature. */
export interface Encoded {
  names: string[];
  columns: Float64Array[];
  source: number[];
}

const mostLevels = 10;
/** What stands for all texts that are rare. */
export const rest = "(other)";
/** What stands for a missing text. */
export const absent = "(missing)";

/** How often each text occurs. */
function counts({ codes, dictionary }: { codes: Int32Array; dictionary: string[] }): { text: string; count: number }[] {
  const found = new Float64Array(dictionary.length + 1);
  for (const code of codes) found[code + 1]!++;
  const known = dictionary.map((text, code) => ({ text, count: found[code + 1]! })).filter(({ count }) => count > 0);
  return found[0]! > 0 ? [...known, { text: absent, count: found[0]! }] : known;
}

const alphabetically = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);

/** How to encode features, learned from the rows to learn from: the ten most frequent texts, in alphabetical order, and the rest as one. */
export function encodingsOf(features: readonly Feature[]): Encoding[] {
  return features.map((feature) => {
    const about = { name: feature.name, label: feature.label, ...(feature.undated ? { undated: true as const } : {}) };
    if (isNumeric(feature)) return about;
    const frequent = counts(feature).sort((left, right) => right.count - left.count || alphabetically(left.text, right.text));
    const levels = frequent
      .slice(0, mostLevels)
      .map(({ text }) => text)
      .sort(alphabetically);
    return { ...about, levels: frequent.length > mostLevels ? [...levels, rest] : levels };
  });
}

/** Features as columns of numbers. Texts that were not there to learn from count as the rest where there is one, else as none. */
export function encode(features: readonly Feature[], encodings: readonly Encoding[]): Encoded {
  const encoded: Encoded = { names: [], columns: [], source: [] };
  const add = (name: string, column: Float64Array, source: number) => {
    encoded.names.push(name);
    encoded.columns.push(column);
    encoded.source.push(source);
  };
  encodings.forEach(({ name, levels = [] }, source) => {
    const feature = features[source]!;
    if (isNumeric(feature)) return add(name, feature.values, source);
    const place = new Map(levels.map((level, index) => [level, index]));
    const other = place.get(rest) ?? -1;
    const levelOf = Int32Array.from(feature.dictionary, (text) => place.get(text) ?? other);
    const missing = place.get(absent) ?? -1;
    const columns = levels.slice(1).map(() => new Float64Array(feature.codes.length));
    feature.codes.forEach((code, row) => {
      const level = code < 0 ? missing : levelOf[code]!;
      if (level > 0) columns[level - 1]![row] = 1;
    });
    columns.forEach((column, index) => add(`${name}=${levels[index + 1]!}`, column, source));
  });
  return encoded;
}
