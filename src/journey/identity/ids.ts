import { roleColumns } from "../columns/role-columns.ts";
import { textCodes } from "../columns/text-codes.ts";
import { unify } from "../columns/unify.ts";
import type { MappedLine } from "../mapped.ts";
import { idTypeOf, idTypes, type IdType } from "./id-type.ts";
import { isNobodys } from "./nobodys-id.ts";

/** All ids of a journey's tables, numbered by trust, then text: the same whatever the order of rows. */
export interface Ids {
  /** The kinds of ids there are, most trusted first. */
  types: IdType[];
  /** Where each kind's ids begin; one more place for the end. */
  offsets: number[];
  texts: string[];
}

/** The ids of every row: per line, per identity column in the line's order, the number of the id, −1 where there is none. */
export type RowIds = Int32Array[][];

/** An id as ids of its kind are compared: addresses without regard to capitals and blanks around them. */
export const comparable = (text: string, type: IdType): string => (type === "email" ? text.trim().toLowerCase() : text.trim());

interface Source {
  line: number;
  type: IdType;
  place: number;
  /** Null where every row has the one id of the dictionary. */
  codes: Int32Array | null;
  dictionary: string[];
}

function sourcesOf(lines: readonly MappedLine[]): Source[] {
  return lines.flatMap(({ line, table }, number): Source[] => {
    const found = roleColumns(line.customer, table, line.from);
    if ("constant" in found) return [{ line: number, type: "user_id", place: 0, codes: null, dictionary: [found.constant] }];
    return found.columns.map((column, place) => ({ line: number, type: idTypeOf(column.name, place), place, ...textCodes(column) }));
  });
}

/** The kinds that occur by the best place they have in a list of several; of equals, by how much such ids are trusted in general. */
function byTrust(sources: readonly Source[]): IdType[] {
  const place = (type: IdType): number => {
    const own = sources.filter((source) => source.type === type && sources.filter(({ line }) => line === source.line).length > 1);
    return own.length === 0 ? 0 : Math.min(...own.map((source) => source.place));
  };
  const known = idTypes.filter((type) => sources.some((source) => source.type === type));
  return known.toSorted((left, right) => place(left) - place(right));
}

/**
 * Numbers the ids of all lines, and finds those of every row.
 *
 * @param nobodys Ids that stand for nobody, in lower case.
 * @throws {UserError} If a column is unknown or holds times.
 */
export function idsOf(lines: readonly MappedLine[], nobodys: ReadonlySet<string>): { ids: Ids; rowIds: RowIds } {
  const sources = sourcesOf(lines);
  const types = byTrust(sources);
  const offsets = [0];
  const texts: string[] = [];
  const numbers = new Map<Source, Int32Array>();
  for (const type of types) {
    const own = sources.filter((source) => source.type === type);
    const { dictionary, translations } = unify(
      own.map((source) => source.dictionary.map((text) => comparable(text, type))),
      (text) => !isNobodys(text, nobodys),
    );
    const first = offsets.at(-1)!;
    for (const [place, source] of own.entries()) {
      numbers.set(
        source,
        translations[place]!.map((code) => (code < 0 ? -1 : first + code)),
      );
    }
    for (const text of dictionary) texts.push(text);
    offsets.push(texts.length);
  }
  const rowIds = lines.map(({ table: { rows, selection } }, line) =>
    sources
      .filter((source) => source.line === line)
      .map((source) => {
        const own = numbers.get(source)!;
        const found = new Int32Array(rows).fill(source.codes === null ? own[0]! : -1);
        if (source.codes === null) return found;
        for (let row = 0; row < rows; row++) {
          const code = source.codes[selection === undefined ? row : selection[row]!]!;
          if (code >= 0) found[row] = own[code]!;
        }
        return found;
      }),
  );
  return { ids: { types, offsets, texts }, rowIds };
}

/** The kind of each id, as its place in `types`. */
export function ranksOf({ types, offsets, texts }: Ids): Uint8Array {
  const ranks = new Uint8Array(texts.length);
  for (let rank = 0; rank < types.length; rank++) ranks.fill(rank, offsets[rank], offsets[rank + 1]);
  return ranks;
}
