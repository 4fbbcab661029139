import type { Column } from "../../schema/column.ts";
import { isPresent } from "../../schema/missing.ts";
import { detectPersonal } from "../../schema/personal/detect-personal.ts";
import { findPersonal } from "../../schema/personal/find-personal.ts";
import type { Fact } from "../../schema/result.ts";
import type { Table } from "../../schema/table.ts";
import { keyOf } from "./groups/group-table.ts";

/** What a sentence must not say. */
export interface Secrets {
  /** Ids and names of customers, in small letters. */
  ids: ReadonlySet<string>;
  /** Names of groups that were left out, in small letters. */
  labels: ReadonlySet<string>;
  /** Numbers of rows that were left out and stand nowhere else. */
  numbers: readonly number[];
  k: number;
}

const counted = /customers|people|active|eligible|left|dropped|entered|conversions|responses|^n$|_n$|^size|count$/;
const said =
  /(?<![\d.,])(\d{1,2})(?![\d.,]*\d)\s+(?:of\s+(?:the\s+)?(?:[\d.,]+\s+)?)?(?:\p{L}+\s)?(?:customers?|people|persons?|visitors?|users?|buyers?|respondents?)\b/giu;

/** The ids and names in a table of customers or events. */
export function idsIn(table: Table): string[] {
  return table.columns.flatMap((column) => {
    if (column.type === "boolean" || column.type === "time") return [];
    const type = detectPersonal(column, table.rows)?.type;
    const names = column.role === "customer" || type === "identifier" || type === "e-mail" || type === "phone" || type === "name";
    if (!names) return [];
    const texts = column.type === "text" ? column.dictionary! : [...new Set(column.values)].map(String);
    // A short number is a year or a count as often as an id.
    return texts.filter((text) => text.length > 2 && !/^\d{1,4}$/.test(text)).map((text) => text.toLowerCase());
  });
}

/** The names of groups that only rows which are left out have. */
export function labelsOf(columns: readonly Column[], rows: number, hidden: Uint8Array): string[] {
  return columns.flatMap((column) => {
    if (column.type !== "text") return [];
    const [gone, kept] = [new Set<string>(), new Set<string>()];
    for (let row = 0; row < rows; row++) (hidden[row] === 1 ? gone : kept).add(keyOf(column, row).toLowerCase());
    return [...gone].filter((label) => label.length > 1 && !kept.has(label));
  });
}

/** The numbers that rows which are left out have and no row that stays has; small whole ones say too little to be looked for. */
export function numbersOnlyIn(table: Table, hidden: Uint8Array, k: number): number[] {
  const [gone, kept] = [new Set<number>(), new Set<number>()];
  for (const column of table.columns) {
    if (column.type === "text" || column.type === "boolean" || column.role === "dimension") continue;
    for (let row = 0; row < table.rows; row++) if (isPresent(column, row)) (hidden[row] === 1 ? gone : kept).add(column.values[row]!);
  }
  return [...gone].filter((value) => !kept.has(value) && value !== 1 && (!Number.isInteger(value) || Math.abs(value) >= k));
}

/** Why a sentence cannot be told, or null where it can. */
export function objection(text: string, { ids, labels, k }: Secrets): string | null {
  if (findPersonal(text).length > 0) return "It tells who somebody is.";
  const plain = text.toLowerCase();
  const words = plain.match(/[\p{L}\p{N}_@.+-]*[\p{L}\p{N}_]/gu) ?? [];
  for (let place = 0; place < words.length; place++) {
    for (let length = 1; length <= 3; length++) {
      const phrase = words.slice(place, place + length).join(" ");
      if (ids.has(phrase)) return "It names a customer.";
      if (labels.has(phrase)) return "It is about a group that was left out.";
    }
  }
  for (const label of labels) if (label.length > 3 && /\W/.test(label) && plain.includes(label)) return "It is about a group that was left out.";
  for (const [, number] of text.matchAll(said)) if (Number(number) > 0 && Number(number) < k) return `It is about fewer than ${k} customers.`;
  return null;
}

/** Why a fact cannot be told, by its sentence and its values. */
export function factObjection(fact: Fact, secrets: Secrets): string | null {
  const byText = objection(fact.text, secrets);
  if (byText !== null) return byText;
  for (const [name, value] of Object.entries(fact.values)) {
    if (counted.test(name) && value > 0 && value < secrets.k) return `It is about fewer than ${secrets.k} customers.`;
    if (secrets.numbers.some((other) => Math.abs(other - value) <= 1e-9 * Math.abs(other))) return "It comes from a row that was left out.";
  }
  return null;
}
