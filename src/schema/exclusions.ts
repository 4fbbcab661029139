import { sha256 } from "./sha256.ts";

/** A customer whose rows are left out of a source, told by the hash of the id that stands in a column. */
export interface Exclusion {
  column: string;
  sha256: string;
}

/** An id as it is compared: without blanks around it, addresses without regard to capitals. */
export function comparableId(text: string): string {
  const plain = text.trim().normalize("NFC");
  return plain.includes("@") ? plain.toLowerCase() : plain;
}

/**
 * The hash that stands for an id, so that the notebook does not name whom it leaves out.
 *
 * It keeps an id out of sight and not out of reach: whoever has a list of ids can try each.
 */
export const idHash = (text: string): string => sha256(comparableId(text));
