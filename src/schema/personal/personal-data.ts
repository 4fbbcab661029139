/** What a text, or a column of them, may say about a person. */
export const personalTypes = [
  "e-mail",
  "phone",
  "iban",
  "card",
  "ip address",
  "link",
  "national id",
  "name",
  "address",
  "birth date",
  "age",
  "coordinates",
  "free text",
  "identifier",
] as const;

export type PersonalType = (typeof personalTypes)[number];

/** What a column was found to say about persons. */
export interface PersonalData {
  type: PersonalType;
  /** From 0 to 1: how sure. A name by its look alone is never above 0.5. */
  confidence: number;
  /** The share of its distinct values that look so, from 0 to 1. */
  share: number;
  /** One sentence: what it rests on. */
  why: string;
}
