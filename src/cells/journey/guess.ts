import { lineExtras, recogniseExport } from "../../schema/exports/known-exports.ts";
import { roles, type EventLine, type Role, type RoleValue } from "../../schema/mapping.ts";
import type { ColumnShape, InputShape } from "../../schema/shape.ts";
import { plainName } from "../../schema/plain-name.ts";
import { roleNames, type RoleNames } from "./role-names.ts";

/** A guessed line of the mapping. Roles it does not give have confidence 0 and an empty reason. */
export interface Guess {
  line: EventLine;
  /** From 0 to 1. */
  confidence: Record<Role, number>;
  /** What each guess rests on, in words. */
  why: Record<Role, string>;
}

interface Scored {
  column: ColumnShape;
  confidence: number;
  why: string;
}

/** Below this, a role that may be left out is left out. */
const sureEnough = 0.5;
/** Up to this share of rows without a customer is not worth a second identity. */
const seldom = 0.02;
/** A sample is what distinct numbers and times of large tables are counted on. */
const sample = 10_000;

/** How far a column's values suit a role, as a factor on what its name says, and why. */
function suits(role: Role, column: ColumnShape, rows: number): [factor: number, why: string] {
  const present = Math.max(1, rows - column.missing);
  const counted = column.type === "text" || column.type === "boolean" ? present : Math.min(present, sample);
  const distinctShare = column.distinct / counted;
  const missingShare = rows === 0 ? 0 : column.missing / rows;
  if (missingShare === 1) return [0, "it is empty"];
  const many = rows >= 20;
  if (role === "customer") {
    if (column.type === "number") return [0.5, "it has decimals"];
    if (many && column.distinct <= 1) return [0.2, "it is the same in every row"];
    if (many && column.distinct < 10) return [0.6, `it has only ${column.distinct} values`];
    if (many && distinctShare > 0.999 && counted === present) return [0.8, "it is different in every row"];
    return [missingShare > 0.5 ? 0.85 : 1, "its values repeat"];
  }
  if (role === "id") return many && distinctShare < 0.02 ? [0.6, "few different values"] : [1, `${column.distinct} different values`];
  if (role === "event" || role === "channel" || role === "campaign") {
    if (role === "event" && many && column.distinct <= 1) return [0.7, "it is the same in every row"];
    if (column.distinct > 2_000 || (many && distinctShare > 0.5)) return [0.3, "it has very many values"];
    return [1, `it has ${column.distinct} different values`];
  }
  if (role === "time") return [missingShare > 0.5 ? 0.6 : 1, "it holds times"];
  return [missingShare > 0.999 ? 0.5 : 1, role === "comment" || role === "owner" ? "it holds text" : "it holds numbers"];
}

function score({ role, types, patterns }: RoleNames, column: ColumnShape, rows: number): Scored | null {
  if (!types.includes(column.type)) return null;
  const name = plainName(column.name);
  const named = patterns.find(([pattern]) => pattern.test(name));
  // A time is told by its type, whatever it is called.
  const byName = named?.[1] ?? (role === "time" ? 0.4 : 0);
  if (byName === 0) return null;
  const [factor, reason] = suits(role, column, rows);
  const why = named === undefined ? reason : `the name says so, and ${reason}`;
  return { column, confidence: byName * factor, why };
}

function best(names: RoleNames, columns: readonly ColumnShape[], rows: number): Scored | null {
  let found: Scored | null = null;
  for (const column of columns) {
    const scored = score(names, column, rows);
    // Of equals, the first column counts: files put the main ones first.
    if (scored !== null && scored.confidence > (found?.confidence ?? 0)) found = scored;
  }
  return found;
}

/** Another identity for rows that lack the first, such as a visitor's before login: sure enough by itself, and missing less often. */
function secondIdentity(first: ColumnShape, free: ReadonlySet<ColumnShape>, rows: number): ColumnShape | null {
  if (first.missing <= seldom * rows) return null;
  const names = roleNames.find(({ role }) => role === "customer")!;
  const second = best(
    names,
    [...free].filter((column) => column.missing < first.missing),
    rows,
  );
  return second !== null && second.confidence >= sureEnough ? second.column : null;
}

/** What one row of a table is, out of the table's name: "orders_2025" is an "order". */
function singular(table: string): string {
  const word =
    table
      .replace(/\..*$/, "")
      .replaceAll(/(^|_)\d+(_|$)/g, "_")
      .replaceAll(/^_+|_+$/g, "") || "event";
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(sh|ch|ss|x)es$/.test(word)) return word.slice(0, -2);
  return /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}

/** The event of a table without a column for it. */
function constantEvent(shape: InputShape, hasValue: boolean, hasId: boolean): [event: string, confidence: number, why: string] {
  if (hasValue || hasId || /order|purchase|transaction|invoice|sale|payment|paid|receipt/.test(shape.name))
    return [
      "=purchase",
      hasValue && hasId ? 0.85 : 0.7,
      `no column names an event, and ${hasValue ? "a value" : hasId ? "an order number" : "the table's name"} points to purchases`,
    ];
  return [`=${singular(shape.name)}`, 0.4, "no column names an event, so it is named after the table"];
}

/** The scale of a score by its column's name. */
function scaleOf(name: string): EventLine["scale"] {
  return (["nps", "csat", "ces"] as const).find((scale) => plainName(name).includes(scale));
}

/** How sure a role is that a known export gives. */
const recognised = 0.98;

/** The mapping of an export that many products write the same way; null where the table is none, or has no customer. */
function knownMapping(shape: InputShape): Guess | null {
  const found = recogniseExport(shape.columns);
  if (found === null) return null;
  const { customer, time, event, ...others } = found.roles;
  if (customer === undefined || time === undefined || event === undefined) return null;
  const told = `it is an export of ${found.known.name}, told by ${found.by.slice(0, 3).join(", ")}`;
  const confidence = {} as Record<Role, number>;
  const why = {} as Record<Role, string>;
  for (const role of roles) {
    confidence[role] = found.roles[role] === undefined ? 0 : recognised;
    why[role] = found.roles[role] === undefined ? "" : told;
  }
  return { line: { from: shape.name, customer, time, event, ...others, ...lineExtras(found) }, confidence, why };
}

/** Whether what is followed is a case of a process, such as an application, rather than a customer. */
export const isCaseLog = (customer: RoleValue): boolean => /^case(_|$)/.test(plainName([customer].flat()[0] ?? ""));

/**
 * Guesses which columns of a table play which role in a journey: of a known export by its headers, otherwise from their names, types, and how often values repeat.
 *
 * It knows English names. A guess is to be shown with its confidence and changed by the reader; it is no finding.
 *
 * @returns Null where no column can be a customer or none can be a time.
 */
export function guessMapping(shape: InputShape): Guess | null {
  const known = knownMapping(shape);
  if (known !== null) return known;
  const confidence = {} as Record<Role, number>;
  const why = {} as Record<Role, string>;
  const chosen = {} as Partial<Record<Role, RoleValue>>;
  const free = new Set(shape.columns);
  const leaveOut = (role: Role): void => {
    delete chosen[role];
    confidence[role] = 0;
    why[role] = "";
  };
  for (const names of roleNames) {
    const { role } = names;
    const found = best(names, [...free], shape.rows);
    const needed = role === "customer" || role === "time";
    const taken = found !== null && found.confidence >= (needed ? 0.15 : sureEnough) ? found : null;
    confidence[role] = taken === null ? 0 : Math.round(taken.confidence * 100) / 100;
    why[role] = taken?.why ?? "";
    if (taken === null) continue;
    chosen[role] = taken.column.name;
    free.delete(taken.column);
    const second = role === "customer" ? secondIdentity(taken.column, free, shape.rows) : null;
    if (second === null) continue;
    chosen.customer = [taken.column.name, second.name];
    free.delete(second);
  }
  if (chosen.customer === undefined || chosen.time === undefined) return null;
  // What a case is about is written on each of its events, and where an answer was given is no way of coming: neither is to be added up.
  if (isCaseLog(chosen.customer)) leaveOut("value");
  if (chosen.score !== undefined) leaveOut("channel");
  if (chosen.event === undefined) {
    const [event, sure, reason] = constantEvent(shape, chosen.value !== undefined, chosen.id !== undefined);
    [chosen.event, confidence.event, why.event] = [event, sure, reason];
  }
  const { customer, time, event, ...others } = chosen;
  const scale = typeof chosen.score === "string" ? scaleOf(chosen.score) : undefined;
  return { line: { from: shape.name, customer, time, event, ...others, ...(scale === undefined ? {} : { scale }) }, confidence, why };
}
