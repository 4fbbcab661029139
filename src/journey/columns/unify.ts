import { sortedTexts } from "./sorted-texts.ts";

/** Dictionaries of several columns brought to one. */
export interface Unified {
  dictionary: string[];
  /** Per column: its code to the common code, −1 for texts that are left out. */
  translations: Int32Array[];
}

/**
 * Brings dictionaries to one: equal texts get one code, in the order of the texts, so that the order of rows and tables does not show.
 *
 * @param dictionaries The columns' dictionaries.
 * @param keep Texts for which it is false count as missing.
 */
export function unify(dictionaries: readonly (readonly string[])[], keep: (text: string) => boolean = () => true): Unified {
  const places = new Map<string, number>();
  const texts: string[] = [];
  const found = dictionaries.map((dictionary) =>
    Int32Array.from(dictionary, (text) => {
      if (!keep(text)) return -1;
      let place = places.get(text);
      if (place === undefined) places.set(text, (place = texts.push(text) - 1));
      return place;
    }),
  );
  const order = sortedTexts(texts);
  const rank = new Int32Array(texts.length);
  for (let place = 0; place < order.length; place++) rank[order[place]!] = place;
  return {
    dictionary: Array.from(order, (place) => texts[place]!),
    translations: found.map((codes) => codes.map((place) => (place < 0 ? -1 : rank[place]!))),
  };
}
