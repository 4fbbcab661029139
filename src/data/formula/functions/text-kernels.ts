import type { FormulaRun } from "../formula-run.ts";

type Text = string | null;
type Truth = boolean | null;

const longest = 32_768;

/** A text that is not too long; what is too long becomes missing, and is counted. */
function bounded(run: FormulaRun, text: string): Text {
  if (text.length <= longest) return text;
  run.losses.tooLong += 1;
  return null;
}

/** `text` with every `part` replaced, unless that would be too long: told before it is built. */
function replace(run: FormulaRun, text: Text, part: Text, by: Text): Text {
  if (text === null || part === null || by === null) return null;
  if (part === "") return text;
  if (by.length > part.length) {
    const pieces = text.split(part).length;
    if (text.length + (pieces - 1) * (by.length - part.length) > longest) {
      run.losses.tooLong += 1;
      return null;
    }
  }
  return text.replaceAll(part, () => by);
}

/** What formulas do with texts. A missing text is null, and stays so. */
export const textKernels = {
  join: (run: FormulaRun, a: Text, b: Text): Text => (a === null || b === null ? null : bounded(run, a + b)),
  text: (_run: FormulaRun, x: number | string | boolean | null): Text => (x === null || x !== x ? null : String(x)),
  lower: (_run: FormulaRun, x: Text): Text => (x === null ? null : x.toLowerCase()),
  upper: (run: FormulaRun, x: Text): Text => (x === null ? null : bounded(run, x.toUpperCase())),
  trim: (_run: FormulaRun, x: Text): Text => (x === null ? null : x.trim()),
  length: (_run: FormulaRun, x: Text): number => (x === null ? Number.NaN : x.length),
  starts_with: (_run: FormulaRun, x: Text, beginning: Text): Truth => (x === null || beginning === null ? null : x.startsWith(beginning)),
  ends_with: (_run: FormulaRun, x: Text, ending: Text): Truth => (x === null || ending === null ? null : x.endsWith(ending)),
  contains: (_run: FormulaRun, x: Text, part: Text): Truth => (x === null || part === null ? null : x.includes(part)),
  replace,
  substring(_run: FormulaRun, x: Text, start: number, length = Infinity): Text {
    if (x === null || start !== start || length !== length) return null;
    const from = Math.max(0, start - 1);
    return x.slice(from, Math.max(from, start - 1 + length));
  },
  split_part(_run: FormulaRun, x: Text, separator: Text, part: number): Text {
    if (x === null || separator === null || part !== part) return null;
    return (separator === "" ? [x] : x.split(separator))[part - 1] ?? null;
  },
  concat(run: FormulaRun, ...texts: Text[]): Text {
    let joined = "";
    for (const text of texts) {
      if (text === null) return null;
      joined += text;
    }
    return bounded(run, joined);
  },
  pad_start: (_run: FormulaRun, x: Text, length: number, fill: Text = " "): Text => (x === null || fill === null ? null : x.padStart(length, fill)),
  pad_end: (_run: FormulaRun, x: Text, length: number, fill: Text = " "): Text => (x === null || fill === null ? null : x.padEnd(length, fill)),
  matches: (run: FormulaRun, x: Text, pattern: number): Truth => (x === null ? null : run.patterns[pattern]!.test(x)),
  extract(run: FormulaRun, x: Text, pattern: number): Text {
    const found = x === null ? null : run.patterns[pattern]!.exec(x);
    return found === null ? null : ((found.length > 1 ? found[1] : found[0]) ?? null);
  },
};
