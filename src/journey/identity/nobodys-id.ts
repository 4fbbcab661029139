const nobody = new Set(["", "null", "none", "n/a", "na", "nan", "unknown", "undefined", "0", "-1", "(not set)", "[object object]"]);

/**
 * Whether an id is a placeholder that stands for nobody in particular: "unknown", 0, a UUID of zeros, an address such as test@example.com.
 *
 * @param text The id.
 * @param more Further such ids, in lower case.
 * @example isNobodys("N/A", new Set()) // true
 */
export function isNobodys(text: string, more: ReadonlySet<string>): boolean {
  const plain = text.trim().toLowerCase();
  return nobody.has(plain) || more.has(plain) || /^test@/.test(plain) || (/^[0-]{8,}$/.test(plain) && plain.includes("0"));
}
