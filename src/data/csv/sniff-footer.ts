/** Most rows that are told to be a footer. */
const longest = 20;

const total = /^\s*(?:grand |report |sub)?(?:totals?|sum|summe|gesamt(?:summe)?|insgesamt|ergebnis|somme|suma|totale?)\s*:?(?:\s*\(.*\))?\s*$/i;
const remark =
  /^\W*(?:copyright|confidential|generated|exported|report (?:generated|run)|source:|note:|\(?\d[\d,]* rows?\b|end of (?:report|file)|©)/i;

/**
 * How many of the last rows stand below the table: totals, remarks, and single values after a blank row.
 *
 * @param rows The last rows of a file; blank ones have no values.
 * @param width How many values a row of the table has.
 */
export function sniffFooter(rows: readonly (readonly string[])[], width: number): number {
  let footer = 0;
  for (let at = rows.length - 1; at > 0 && rows.length - at <= longest; at--) {
    const filled = rows[at]!.filter((value) => value.trim() !== "");
    if (filled.length === 0) continue;
    const alone = width > 2 && filled.length === 1;
    const blankAbove = rows[at - 1]!.every((value) => value.trim() === "");
    const isTotal = total.test(filled[0]!) && filled.length > 1 && filled.slice(1).every((value) => /\d/.test(value));
    if (!isTotal && !(alone && (remark.test(filled[0]!) || total.test(filled[0]!) || blankAbove))) break;
    footer = rows.length - at;
  }
  return footer;
}
