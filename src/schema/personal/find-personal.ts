import { patterns } from "./patterns.ts";
import type { PersonalType } from "./personal-data.ts";

/** Where a text says something about a person. */
export interface Found {
  type: PersonalType;
  start: number;
  end: number;
}

/** What could be any of them: a text without these is not looked at further. */
const worthLooking = /@|\d{4}|\d[\d\s()./-]{6}|::|=/;

/** "Dear Ms Novak,", "Kind regards, Ida": the words that a name follows in a message, and the name. */
const greeting =
  /(?<![\p{L}])(?:dear|hi|hello|hey|hallo|liebe[rs]?|sehr geehrte[rs]?|beste|bonjour|cher|chère|hola|ciao|(?:(?:kind|best|warm) )?regards|sincerely|thanks|viele grüße|mit freundlichen grüßen|grüße|gruß|groetjes|cordialement|saludos|my name is|mein name ist|ich heiße|(?:mr|mrs|ms|dr|herr|frau|mme|señora?)\.?)[,:!]?\s+((?:(?:Mr|Mrs|Ms|Dr|Herr|Frau|Mme)\.?\s+)?\p{Lu}[\p{Ll}'’-]+(?:\s\p{Lu}[\p{Ll}'’-]+){0,2})/giu;

/** Words that stand where a name would, and are none. */
const noName = /^(?:team|all|everyone|everybody|there|support|sir|madam|customers?|the|this|that|it|we|you|for|to|and|so|is|was|damen)\b/i;

/**
 * The e-mail addresses, phone numbers, account and card numbers, network addresses, links with something of their reader in them, national
 * numbers, coordinates and greeted names in a text.
 *
 * Names are found only where a greeting says so; a name within a sentence is not.
 *
 * @returns In the order of the text, none overlapping another.
 * @example findPersonal("write to ida@mail.example") // [{ type: "e-mail", start: 9, end: 25 }]
 */
export function findPersonal(text: string): Found[] {
  const found: Found[] = [];
  const take = (type: PersonalType, start: number, end: number) => {
    if (found.every((other) => end <= other.start || start >= other.end)) found.push({ type, start, end });
  };
  if (worthLooking.test(text)) {
    for (const { type, look, isOne } of patterns) {
      for (const match of text.matchAll(look)) if (isOne?.(match[0]) ?? true) take(type, match.index, match.index + match[0].length);
    }
  }
  for (const match of text.matchAll(greeting)) {
    const [whole, name] = [match[0], match[1]!];
    // With /i a small letter passes for a capital, and "dear customer" for a greeting of somebody.
    if (!/^\p{Lu}/u.test(name) || noName.test(name)) continue;
    take("name", match.index + whole.length - name.length, match.index + whole.length);
  }
  return found.toSorted((one, other) => one.start - other.start);
}
