import type { Column } from "../../schema/column.ts";
import { isPresent } from "../../schema/missing.ts";
import type { PersonalType } from "../../schema/personal/personal-data.ts";

const years = 5;
const band = (value: number): number => years * Math.floor(value / years);

/** A day as 1 January of the band of years it lies in. */
function startOfBand(time: number): number {
  return Date.UTC(band(new Date(time).getUTCFullYear()), 0);
}

function coarserText(type: PersonalType, text: string): string {
  if (type === "coordinates") return text.replaceAll(/(\.\d)\d+/g, "$1");
  const found = /\d{4}/.exec(text)?.[0] ?? /\d{1,3}/.exec(text)?.[0];
  return found === undefined ? "" : String(band(Number(found)));
}

/**
 * A column made coarser: ages and birth dates to bands of five years, each told by its first; places to a tenth of a degree.
 *
 * A rare age or place may still single somebody out; `quasiIdentifiers` tells how many.
 */
export function generalise(column: Column, type: PersonalType): Column {
  if (column.type === "text") return { ...column, dictionary: column.dictionary!.map((text) => coarserText(type, text)) };
  const coarser = type === "coordinates" ? (value: number) => Math.round(10 * value) / 10 : column.type === "time" ? startOfBand : band;
  return { ...column, values: column.values.map((value, row) => (isPresent(column, row) ? coarser(value) : value)) };
}
