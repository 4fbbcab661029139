import type { Column } from "../column.ts";
import { plainName } from "../plain-name.ts";
import { columnNames } from "./column-names.ts";
import { findPersonal } from "./find-personal.ts";
import { givenNames } from "./given-names.ts";
import type { PersonalData, PersonalType } from "./personal-data.ts";
import { sampleOf, type Sample } from "./sample-of.ts";

/** What the texts themselves show, where a found piece is most of the text. */
const byContent: readonly PersonalType[] = ["e-mail", "phone", "iban", "card", "ip address", "national id", "link", "coordinates"];

/** From how many distinct values a column of them can single somebody out. */
const several = 10;

const percent = (share: number): string => `${share < 0.01 && share > 0 ? "under 1" : Math.round(100 * share)}%`;

const isName = (text: string): boolean => {
  const words = text.trim().split(/\s+/);
  if (words.length > 4 || !words.every((word) => /^\p{Lu}[\p{L}.'’-]*$/u.test(word))) return false;
  const first = words[0]!.toLowerCase().normalize("NFD").replaceAll(/\p{M}/gu, "");
  return givenNames.has(first) || (words.length === 2 && /^\p{Lu}\.$/u.test(words[0]!));
};

function shareOf(texts: readonly string[], holds: (text: string) => boolean): number {
  return texts.length === 0 ? 0 : texts.filter(holds).length / texts.length;
}

/** Whether what a column is called can be believed, seeing what is in it. */
function suits(type: PersonalType, column: Column, { texts, numbers, distinct, words }: Sample): boolean {
  switch (type) {
    case "e-mail":
      return shareOf(texts, (text) => text.includes("@")) > 0 || (column.type === "text" && distinct >= several && words < 2);
    case "phone":
      return shareOf(texts.length > 0 ? texts : numbers.map(String), (text) => text.replaceAll(/\D/g, "").length >= 6) > 0.5;
    case "age":
      return numbers.length > 0 && numbers.every((value) => value >= 0 && value <= 125);
    case "birth date":
      return column.type === "time" || texts.length > 0 || numbers.every((value) => value >= 1880 && value <= 2100);
    case "coordinates":
      return texts.length > 0 || shareOf(numbers.map(String), (text) => /\.\d{3,}/.test(text)) > 0.5;
    case "free text":
      return column.type === "text" && words > 2;
    case "name":
      return column.type === "text" && distinct >= 2 && (words >= 2 || shareOf(texts, isName) > 0.1);
    case "identifier":
      return (column.type === "text" || column.type === "integer" || column.type === "number") && distinct >= several;
    default:
      return column.type !== "boolean" && column.type !== "time";
  }
}

/** What the values look like, whatever the column is called. */
function seen(sample: Sample, column: Column): PersonalData | null {
  const { texts, words, distinct, present } = sample;
  if (texts.length === 0) return null;
  const pieces = texts.map((text) => ({ text, found: findPersonal(text) }));
  for (const type of byContent) {
    const share =
      pieces.filter(({ text, found }) => found.some((piece) => piece.type === type && 2 * (piece.end - piece.start) > text.length)).length /
      texts.length;
    if (share >= 0.5) return { type, confidence: share >= 0.9 ? 0.95 : 0.8, share, why: `${percent(share)} of its values look like this: ${type}.` };
  }
  if (words > 4) {
    const share = pieces.filter(({ found }) => found.length > 0).length / texts.length;
    const held = share > 0 ? `; ${percent(share)} of them hold something personal` : "";
    return { type: "free text", confidence: 0.8, share, why: `Its values are ${words.toFixed(0)} words long${held}.` };
  }
  const inside = pieces.find(({ found }) => found.length > 0)?.found[0]?.type;
  if (inside !== undefined) {
    const share = shareOf(texts, (text) => findPersonal(text).length > 0);
    return { type: "free text", confidence: 0.5, share, why: `${percent(share)} of its values hold something personal, such as: ${inside}.` };
  }
  const named = shareOf(texts, isName);
  if (named >= 0.3 && distinct >= 3) return { type: "name", confidence: 0.4, share: named, why: `${percent(named)} of its values look like names.` };
  const unique = distinct / present;
  if (column.type === "text" && unique > 0.9 && present >= 50 && words < 1.2 && shareOf(texts, (text) => /\d/.test(text)) > 0.5) {
    return {
      type: "identifier",
      confidence: 0.3,
      share: unique,
      why: `${percent(unique)} of its values stand in one row only, so that each points to one row.`,
    };
  }
  return null;
}

/**
 * What a column says about persons, by its name and by at most 10,000 of its distinct values; null where nothing was found.
 *
 * A column of names without a telling heading is found only where common given names occur, and with low confidence. Nothing found is
 * no proof that nothing is there.
 *
 * @param rows How many of the column's rows count.
 * @example detectPersonal({ name: "contact", type: "text", values: Int32Array.of(0), dictionary: ["ida@mail.example"] }, 1)!.type // "e-mail"
 */
export function detectPersonal(column: Column, rows: number = column.values.length): PersonalData | null {
  const sample = sampleOf(column, rows);
  if (sample.present === 0) return null;
  const content = seen(sample, column);
  if (content !== null && byContent.includes(content.type)) return content;
  const plain = plainName(column.name);
  const named = columnNames.find(([type, look]) => look.test(plain) && suits(type, column, sample));
  if (named === undefined) return content;
  const [type] = named;
  const agrees = content?.type === type;
  return {
    type,
    confidence: agrees ? 0.95 : 0.8,
    share: agrees ? content.share : 1,
    why: agrees ? `It is called “${column.name}”. ${content.why}` : `It is called “${column.name}”.`,
  };
}
