import { isCardNumber } from "./is-card-number.ts";
import { isIban } from "./is-iban.ts";
import type { PersonalType } from "./personal-data.ts";

/** How one type of personal data looks inside a text. */
export interface Pattern {
  type: PersonalType;
  look: RegExp;
  /** What the look alone cannot tell. */
  isOne?(found: string): boolean;
}

const digitsOf = (text: string): string => text.replaceAll(/\D/g, "");

/** Nine to fifteen digits, with the sign of a country or written in groups: a bare number is an order or a time as often as a phone. */
function isPhone(text: string): boolean {
  const digits = digitsOf(text);
  return digits.length >= 9 && digits.length <= 15 && !/^\d{1,2}[-./]\d{1,2}[-./]\d{4}/.test(text) && !/^\d{4}-\d\d-\d\d/.test(text);
}

/** The check letter of a Spanish number. */
const isDni = (text: string): boolean => "TRWAGMYFPDXBNJZSQVHLCKE"[Number(text.slice(0, 8)) % 23] === text[8];

/**
 * The patterns in the order they are looked for: what an earlier one took is no longer seen by a later one.
 *
 * National numbers: United States, United Kingdom, Italy, Spain, Switzerland, France. Numbers without a form of their own (Germany's,
 * the Netherlands') are known by their column's name only.
 */
export const patterns: readonly Pattern[] = [
  { type: "link", look: /\b(?:https?:\/\/|www\.)[^\s"'<>]*\?[^\s"'<>]*=[^\s"'<>]*/giu },
  { type: "e-mail", look: /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/gu },
  {
    type: "iban",
    look: /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/gi,
    isOne: (text) => isIban(text.replaceAll(" ", "").toUpperCase()),
  },
  { type: "card", look: /(?<![\d.+-])\d(?:[ -]?\d){12,18}(?![\d.])/g, isOne: (text) => isCardNumber(digitsOf(text)) },
  {
    type: "national id",
    look: /\b(?:(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}|[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]|[A-Z]{6}\d{2}[A-EHLMPR-T]\d{2}[A-Z]\d{3}[A-Z]|756\.\d{4}\.\d{4}\.\d{2}|[12] \d{2} (?:0\d|1[0-2]) \d[\dAB] \d{3} \d{3} \d{2})\b/g,
  },
  { type: "national id", look: /\b\d{8}[A-Z]\b/g, isOne: isDni },
  { type: "ip address", look: /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.]*\d)/g },
  { type: "ip address", look: /(?<![\w:])(?:(?:[\da-f]{1,4}:){7}[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,6}(?::[\da-f]{1,4}){1,6})(?![\w:])/gi },
  {
    type: "phone",
    look: /(?<![\w.+-])(?:(?:\+|00)[1-9][\d\s()./-]{6,}\d|\(?0\d{1,5}[\s)/.-][\d\s()./-]{4,}\d|\(?[2-9]\d{2}\)?[ .-]\d{3}[.-]\d{4})(?![\w:])/g,
    isOne: isPhone,
  },
  { type: "coordinates", look: /(?<![\d.])-?\d{1,2}\.\d{3,}\s*[,;]\s*-?\d{1,3}\.\d{3,}(?![\d.])/g },
];
