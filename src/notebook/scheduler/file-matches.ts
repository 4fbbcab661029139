import type { FileEntry } from "../../engine/protocol.ts";

const { compare } = new Intl.Collator("en", { numeric: true });

function matches(pattern: string, name: string): boolean {
  const [first = "", ...rest] = pattern.split("*");
  if (rest.length === 0) return name === pattern;
  const last = rest.pop()!;
  if (!name.startsWith(first) || name.length < first.length + last.length || !name.endsWith(last)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = name.indexOf(part, at);
    if (found < 0 || found + part.length > name.length - last.length) return false;
    at = found + part.length;
  }
  return true;
}

/**
 * The files a name or pattern stands for. `*` is any text, none included; everything else is itself, case and all.
 *
 * @returns Matching files in the order of their names, numbers in them as numbers: orders-2 before orders-10.
 * @example
 * fileMatches("orders-*.csv", files); // orders-2024.csv, orders-2025.csv
 */
export function fileMatches(pattern: string, files: ReadonlyMap<string, FileEntry>): FileEntry[] {
  return [...files.values()].filter(({ name }) => matches(pattern, name)).sort((a, b) => compare(a.name, b.name) || (a.name < b.name ? -1 : 1));
}
