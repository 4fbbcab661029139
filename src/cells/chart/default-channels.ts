import type { ColumnShape } from "../../schema/shape.ts";

/** Columns a table is drawn by when nobody says which. */
export interface DefaultChannels {
  x: string | null;
  y: string | null;
  colour: string | null;
}

type Known = Pick<ColumnShape, "name" | "type" | "unit" | "distinct" | "top" | "min" | "max">;

/** Categories beyond this are names rather than groups. */
const mostGroups = 50;
const worth = /revenue|amount|value|price|total|sales|cost|spend|turnover/i;
const identity = /(^|[\s_.-])(id|key|uuid|guid|code|number|no|zip)$|[a-z]I[dD]$/i;
const unnamed = /^column_\d+$/;
const isoDay = /^\d{4}-\d{2}-\d{2}$/;

const isNumber = ({ type }: Known): boolean => type === "number" || type === "integer";

/** Whether texts are dates, as cohorts are written. */
export function areDates(texts: readonly string[]): boolean {
  return texts.length > 0 && texts.every((text) => isoDay.test(text));
}

const isTime = ({ type, top }: Known): boolean => type === "time" || (type === "text" && areDates(top ?? []));

/** Whether a column counts the rows of its table, from 0 or from 1. */
function countsRows({ type, min, max }: Known, rows: number): boolean {
  return type === "integer" && rows > 2 && (min === 0 || min === 1) && max === min + rows - 1;
}

/**
 * The columns a table is best drawn by, from their types, units and names; null where none suits.
 *
 * A guess: it prefers a value with an interval, then time, then groups, then numbers. Ids, bounds and numbers of rows are never drawn, and columns
 * without a name only where none has one.
 */
export function defaultChannels(columns: readonly Known[], rows: number): DefaultChannels | null {
  const names = new Set(columns.map(({ name }) => name));
  const isBound = ({ name }: Known) => /_(lower|upper)$/.test(name) && names.has(name.replace(/_(lower|upper)$/, ""));
  const isNamed = columns.some(({ name }) => !unnamed.test(name));
  const isOut = (column: Known) =>
    isBound(column) || identity.test(column.name) || countsRows(column, rows) || (isNamed && unnamed.test(column.name));
  const usable = columns.filter((column) => !isOut(column) && column.distinct > 0);
  const numbers = usable.filter(isNumber);
  const bounded = numbers.find(({ name }) => names.has(`${name}_lower`) && names.has(`${name}_upper`));
  const value = bounded ?? numbers.find(({ unit }) => /^[A-Z]{3}$/.test(unit ?? "")) ?? numbers.find(({ name }) => worth.test(name)) ?? null;
  const times = usable.filter(isTime);
  const groups = usable.filter(
    (column) => (column.type === "text" || column.type === "boolean") && !isTime(column) && column.distinct > 1 && column.distinct <= mostGroups,
  );
  const y = value?.name ?? null;
  if (bounded !== undefined) {
    const before = columns.slice(
      0,
      columns.findIndex(({ name }) => name === bounded.name),
    );
    const place = times[0] ?? before.find(({ type, distinct }) => type === "integer" && distinct > 1 && distinct < rows) ?? groups[0] ?? usable[0]!;
    const other = groups.find((column) => column !== place && column.distinct <= 9);
    return { x: place.name, y, colour: other?.name ?? null };
  }
  if (times[0] !== undefined) return { x: times[0].name, y, colour: null };
  const wide = groups.toSorted((a, b) => Number(a.type === "boolean") - Number(b.type === "boolean"))[0];
  if (wide !== undefined) return { x: wide.name, y, colour: null };
  const named = columns.find(({ type, distinct }) => type === "text" && distinct === rows && rows <= mostGroups);
  if (named !== undefined && numbers[0] !== undefined) return { x: named.name, y: y ?? numbers[0].name, colour: null };
  if (numbers.length > 1) return { x: numbers[0]!.name, y: numbers[1]!.name, colour: null };
  return numbers[0] === undefined ? null : { x: numbers[0].name, y: null, colour: null };
}

/** The channels in words: "price by country". */
export function describeChannels({ x, y, colour }: DefaultChannels): string {
  const by = colour === null ? "" : ` and ${colour}`;
  return x === null ? (y ?? "the rows") : `${y ?? "the number of rows"} by ${x}${by}`;
}
