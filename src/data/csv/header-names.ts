/** What is longer is no name. */
const longest = 500;

/**
 * Names for all columns: unnamed ones become "column_3", repeated ones "price_2".
 *
 * @param width How many columns there are; the header may have fewer names.
 */
export function headerNames(header: readonly string[], width: number): string[] {
  const wanted = Array.from({ length: width }, (_, column) => header[column]?.trim().slice(0, longest) || `column_${column + 1}`);
  const taken = new Set(wanted);
  const used = new Set<string>();
  return wanted.map((name) => {
    let unique = name;
    for (let count = 2; used.has(unique); count++) unique = taken.has(`${name}_${count}`) ? unique : `${name}_${count}`;
    used.add(unique);
    return unique;
  });
}
