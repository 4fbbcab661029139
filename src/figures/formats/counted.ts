import { number } from "./number.ts";

/**
 * A count with its noun.
 *
 * @param plural Where it is not the singular with an s.
 * @example counted(4338, "customer", "en") // "4,338 customers"
 */
export function counted(count: number, singular: string, locale: string, plural = `${singular}s`): string {
  return `${number(count, locale)} ${count === 1 ? singular : plural}`;
}
