import type { Json } from "../../schema/json.ts";
import type { Notebook } from "../../notebook/notebook.ts";

/** How a text is looked for. */
export interface Wanted {
  text: string;
  matchCase: boolean;
}

/** A text in the notebook that has what is looked for: a line of prose, a text in a parameter, a comment or a decision, a cell's name, or the title. */
export interface FoundPlace {
  /** The block, or null for the title. */
  block: number | null;
  where: "title" | "prose" | "parameter" | "name";
  /** What it is, for the reader: "verbs of paid". */
  label: string;
  text: string;
  /** Where in it, counted in characters. */
  at: readonly number[];
  /** In prose the line, in a cell the way from its parameters to the text. */
  path: readonly (string | number)[];
}

function occurrences(text: string, { text: wanted, matchCase }: Wanted): number[] {
  const [where, what] = matchCase ? [text, wanted] : [text.toLowerCase(), wanted.toLowerCase()];
  const found: number[] = [];
  for (let at = where.indexOf(what); at >= 0; at = where.indexOf(what, at + what.length)) found.push(at);
  return found;
}

function* texts(value: Json, path: readonly (string | number)[]): Generator<{ text: string; path: readonly (string | number)[] }> {
  if (typeof value === "string") yield { text: value, path };
  else if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* texts(item, [...path, index]);
  else if (value !== null && typeof value === "object") for (const [key, item] of Object.entries(value)) yield* texts(item, [...path, key]);
}

/**
 * Everywhere a notebook has a text, in the order of the notebook; nowhere for the empty text. What is not understood is left alone.
 *
 * @example findPlaces(notebook, { text: "purchase", matchCase: false })
 */
export function findPlaces({ front, blocks }: Notebook, wanted: Wanted): FoundPlace[] {
  if (wanted.text === "") return [];
  const found: FoundPlace[] = [];
  const look = (place: Omit<FoundPlace, "at">): void => {
    const at = occurrences(place.text, wanted);
    if (at.length > 0) found.push({ ...place, at });
  };
  look({ block: null, where: "title", label: "title", text: front.title, path: [] });
  for (const block of blocks) {
    if (block.type === "prose") {
      block.text.split("\n").forEach((text, line) => look({ block: block.id, where: "prose", label: "text", text, path: [line] }));
    } else if (block.type === "note") {
      for (const { text, path } of texts(block.params, []))
        look({ block: block.id, where: "parameter", label: `${path[0]} of a ${block.kind}`, text, path });
    } else if (block.type === "cell") {
      look({ block: block.id, where: "name", label: `name of the ${block.kind} cell`, text: block.name, path: [] });
      for (const { text, path } of texts(block.params, [])) {
        look({ block: block.id, where: "parameter", label: `${path[0]} of ${block.name}`, text, path });
      }
    }
  }
  return found;
}
