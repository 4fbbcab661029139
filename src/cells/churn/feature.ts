/** What is known of each row, before it is made into numbers for a model: a number, or one of some texts. NaN and −1 are missing. */
export type Feature = { name: string; label: string; undated?: true } & ({ values: Float64Array } | { codes: Int32Array; dictionary: string[] });

/** Rows to learn from, to test on or to score. */
export interface Sample {
  /** Who each row is: rows of one customer stay together. */
  ids: string[];
  features: Feature[];
  /** Whether each row's customer left: 1, 0. */
  outcomes: Uint8Array;
  /** How many days since the last activity, for the simple rule; null where nothing says so. */
  recency: Float64Array | null;
}

/** Whether a feature holds numbers. */
export function isNumeric(feature: Feature): feature is Feature & { values: Float64Array } {
  return "values" in feature;
}

/** Some rows of a feature. */
export function rowsOf(feature: Feature, rows: Uint32Array): Feature {
  if (isNumeric(feature)) return { ...feature, values: Float64Array.from(rows, (row) => feature.values[row]!) };
  return { ...feature, codes: Int32Array.from(rows, (row) => feature.codes[row]!) };
}

function concatenated<T extends Float64Array | Uint8Array | Int32Array>(first: T, second: T): T {
  const all = new (first.constructor as new (length: number) => T)(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}

/** A feature of two samples; texts get one dictionary. */
function both(first: Feature, second: Feature): Feature {
  if (isNumeric(first) && isNumeric(second)) return { ...first, values: concatenated(first.values, second.values) };
  if (isNumeric(first) || isNumeric(second)) return first;
  const dictionary = [...first.dictionary];
  const places = new Map(dictionary.map((text, code) => [text, code]));
  const codes = Int32Array.from(second.dictionary, (text) => places.get(text) ?? dictionary.push(text) - 1);
  const translated = second.codes.map((code) => (code < 0 ? -1 : codes[code]!));
  return { ...first, codes: concatenated(first.codes, translated), dictionary };
}

/** A feature like another, of which nothing is known. */
function unknown(like: Feature, rows: number): Feature {
  if (isNumeric(like)) return { ...like, values: new Float64Array(rows).fill(Number.NaN) };
  return { ...like, codes: new Int32Array(rows).fill(-1) };
}

/** A sample's features in the order of others; those it lacks, as where nobody had answered yet, are missing for everybody. */
export function inOrderOf(order: readonly Feature[], { ids, features }: Pick<Sample, "ids" | "features">): Feature[] {
  const known = new Map(features.map((feature) => [feature.name, feature]));
  return order.map((like) => known.get(like.name) ?? unknown(like, ids.length));
}

/** Two samples, one after the other, with the features of both. */
export function joined(first: Sample, second: Sample): Sample {
  const names = new Set(first.features.map(({ name }) => name));
  const all = [...first.features, ...second.features.filter(({ name }) => !names.has(name))];
  const [before, after] = [inOrderOf(all, first), inOrderOf(all, second)];
  return {
    ids: [...first.ids, ...second.ids],
    outcomes: concatenated(first.outcomes, second.outcomes),
    recency: first.recency === null || second.recency === null ? null : concatenated(first.recency, second.recency),
    features: before.map((feature, index) => both(feature, after[index]!)),
  };
}
