/** What groups the thousands of numbers and what stands before their fractions. */
interface NumberStyle {
  group: "" | "," | "." | " " | "'";
  decimal: "point" | "comma";
  pattern: RegExp;
}

/** Numbers as amounts are written: with grouped thousands, a currency or a percent sign. */
export interface Amounts {
  /** One per text; NaN for those that are none. */
  values: Float64Array;
  whole: boolean;
  decimal: "point" | "comma";
  /** False where another reading fits as well and gives other numbers, as for "1,234". */
  decided: boolean;
  /** "€", "USD", "%", where the values say one. */
  unit: string | null;
}

function style(group: NumberStyle["group"], decimal: "point" | "comma"): NumberStyle {
  const mark = decimal === "point" ? String.raw`\.` : ",";
  const between = group === "." ? String.raw`\.` : group;
  const whole = group === "" ? String.raw`\d+` : String.raw`\d{1,3}(?:${between}\d{2,3})*${between}\d{3}|\d+`;
  return { group, decimal, pattern: new RegExp(String.raw`^(?!0\d)(?:${whole})(?:${mark}\d+)?$|^${mark}\d+$`) };
}

/** In the order in which equals are preferred. */
const styles: readonly NumberStyle[] = [
  style(",", "point"),
  style(".", "comma"),
  style(" ", "comma"),
  style(" ", "point"),
  style("'", "point"),
  style("'", "comma"),
  style("", "point"),
  style("", "comma"),
];

const codes = "EUR|USD|GBP|CHF|JPY|CNY|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|AUD|CAD|NZD|INR|BRL|MXN|ZAR|TRY|SGD|HKD|KRW|ILS|AED|SAR|THB";
const unit = String.raw`(?:[A-Z]{0,3}\p{Sc}|(?:${codes})\b|kr\.?|zł|Kč|Ft|Fr\.|%)`;
const amount = new RegExp(String.raw`^\s*(\()?\s*([-+−])?\s*(${unit})?\s*([-−])?\s*([\d.,][\d.,'’\s]*)\s*(${unit})?\s*(-)?(\))?\s*$`, "u");

interface Part {
  body: string;
  negative: boolean;
  unit: string | null;
}

/** An amount taken apart, or null when the text is none. */
function partOf(text: string): Part | null {
  const match = amount.exec(text);
  if (match === null) return null;
  const [, open, before, first, between, digits, last, after, close] = match;
  if ((open === undefined) !== (close === undefined) || (first !== undefined && last !== undefined)) return null;
  // A plus before a bare number begins a telephone number.
  if (before === "+" && first === undefined && last === undefined) return null;
  const signs = [open, before === "+" ? undefined : before, between, after].filter((sign) => sign !== undefined).length;
  if (signs > 1) return null;
  return { body: digits!.trim().replaceAll(/\s/g, " ").replaceAll("’", "'"), negative: signs === 1, unit: first ?? last ?? null };
}

function valueIn({ group, decimal, pattern }: NumberStyle, part: Part): number {
  if (!pattern.test(part.body)) return NaN;
  const plain = group === "" ? part.body : part.body.replaceAll(group, "");
  const value = Number(decimal === "comma" ? plain.replace(",", ".") : plain);
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) return NaN;
  return part.negative && value !== 0 ? -value : value;
}

/**
 * Reads texts as amounts in the one style that most of them fit: "1,234.50", "1.234,50 €", "1 234,50", "1'234.50", "(12.00)", "12,5 %".
 *
 * Percentages stay as they are written, 12.5 with the unit "%". Values in several currencies are no numbers, and neither are digits in groups of
 * three behind each other without a sign or unit, which may be telephone numbers.
 *
 * @param decimal The decimal sign, where it is known.
 * @returns Null when the texts have two units.
 */
export function readAmounts(texts: readonly string[], decimal: "point" | "comma" | null): Amounts | null {
  const parts = texts.map(partOf);
  const units = new Set(parts.flatMap((part) => (part === null || part.unit === null ? [] : [part.unit])));
  if (units.size > 1) return null;
  const allowed = decimal === null ? styles : styles.filter((candidate) => candidate.decimal === decimal);
  const read = allowed.map((candidate) => {
    const values = Float64Array.from(parts, (part) => (part === null ? NaN : valueIn(candidate, part)));
    return { candidate, values, fitting: values.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0) };
  });
  const best = read.reduce((most, other) => (other.fitting > most.fitting ? other : most));
  const numbered = units.size === 0 && best.candidate.group === " " && parts.every((part) => part === null || part.body.split(" ").length > 2);
  if (numbered) return null;
  const other = read.find(
    ({ fitting, values }) => fitting === best.fitting && values.some((value, at) => value !== best.values[at] && !Number.isNaN(value)),
  );
  return {
    values: best.values,
    whole: best.values.every((value) => Number.isNaN(value) || Number.isInteger(value)),
    decimal: best.candidate.decimal,
    decided: other === undefined,
    unit: [...units][0] ?? null,
  };
}
