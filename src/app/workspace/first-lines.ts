import { catalog } from "../../cells/catalog.ts";
import type { CellBlock, Notebook } from "../../notebook/notebook.ts";
import type { Json, JsonRecord } from "../../schema/json.ts";
import type { Offer } from "./suggestions.ts";

/** What a table that just came could add to the journey. */
export interface FirstLine extends Offer {
  table: string;
}

const mappingOf = (kind: string): string | null => {
  const schema = catalog.get(kind)?.params ?? {};
  return Object.keys(schema).find((name) => schema[name]!.type === "mapping") ?? null;
};

/** The first journey of a notebook. */
export function journeyIn({ blocks }: Notebook): CellBlock | null {
  return (
    blocks.find(
      (block): block is CellBlock => block.type === "cell" && catalog.get(block.kind)?.kind.provides === "journey" && mappingOf(block.kind) !== null,
    ) ?? null
  );
}

/** Parameters with the lines of several tables one after another, for a new journey or for one that has lines. */
export function joinedLines(before: Readonly<JsonRecord>, lines: readonly FirstLine[]): JsonRecord {
  const joined: JsonRecord = {};
  for (const { suggestion } of lines) {
    for (const [param, value] of Object.entries(suggestion.params)) {
      const sofar: Json | undefined = joined[param] ?? before[param];
      joined[param] = Array.isArray(value) ? [...(Array.isArray(sofar) ? sofar : []), ...value] : value;
    }
  }
  return joined;
}

/** The columns that say who the customer is, in lines of a journey. */
function identities(params: Readonly<JsonRecord>): string[][] {
  const lines = Object.values(params).flatMap((value) => (Array.isArray(value) ? value : []));
  return lines.flatMap((line) => {
    const customer = typeof line === "object" && line !== null && !Array.isArray(line) ? line["customer"] : undefined;
    const names = [customer ?? []].flat().filter((name) => typeof name === "string");
    return names.length === 0 ? [] : [names];
  });
}

const byMailOnly = (columns: readonly string[]): boolean => columns.every((column) => /mail/i.test(column));

/**
 * Parts the lines that know their customers as the others do from those that know them by e-mail only, where the others have numbers: these would
 * be taken for other people. Only the columns' names are looked at.
 */
export function knownTogether(before: Readonly<JsonRecord>, lines: readonly FirstLine[]): { lines: FirstLine[]; strangers: FirstLine[] } {
  const strange = lines.filter(({ suggestion }) => identities(suggestion.params).every(byMailOnly));
  const others = [...identities(before), ...lines.flatMap(({ suggestion }) => identities(suggestion.params))];
  if (others.every(byMailOnly)) return { lines: [...lines], strangers: [] };
  return { lines: lines.filter((line) => !strange.includes(line)), strangers: strange };
}

/** Names as words: "orders, surveys and tickets". */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
