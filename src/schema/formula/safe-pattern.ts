import { UserError } from "../errors.ts";

const longest = 200;
const mostOpenEnded = 3;
const mostCounted = 100;

interface Group {
  /** Whether something inside repeats or branches, so that repeating the group could try exponentially many ways. */
  branching: boolean;
}

function refuse(pattern: string, what: string, remedy: string): never {
  throw new UserError(`The pattern "${pattern.length > 60 ? `${pattern.slice(0, 57)}…` : pattern}" ${what}.`, remedy);
}

/** The quantifier at a place: its length, and whether it repeats, and without an end. */
function quantifier(pattern: string, at: number): { length: number; repeats: boolean; openEnded: boolean } | null {
  const match = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/.exec(pattern.slice(at));
  if (match === null) return null;
  const most = match[1] === undefined ? (match[0].startsWith("?") ? 1 : Infinity) : match[2] === "" ? Number(match[1]) : Number(match[3] || Infinity);
  const least = Number(match[1] ?? 0);
  if (Math.max(least, most === Infinity ? 0 : most) > mostCounted)
    refuse(pattern, `repeats more than ${mostCounted} times`, `Repeat at most ${mostCounted} times, or use + or *.`);
  return { length: match[0].length, repeats: most > 1, openEnded: most === Infinity };
}

/** Refuses what could take exponential or high polynomial time: read once, left to right. */
function inspect(pattern: string): void {
  const open: Group[] = [{ branching: false }];
  let openEnded = 0;
  for (let at = 0; at < pattern.length; at++) {
    const letter = pattern[at]!;
    let closed: Group | null = null;
    if (letter === "\\") {
      if (/[1-9k]/.test(pattern[at + 1] ?? "")) refuse(pattern, "refers back to a group", "Patterns cannot refer back; write the text twice.");
      at += 1;
    } else if (letter === "[") {
      at += 1;
      if (pattern[at] === "^") at += 1;
      while (at < pattern.length && pattern[at] !== "]") at += pattern[at] === "\\" ? 2 : 1;
    } else if (letter === "(") {
      if (pattern[at + 1] === "?" && pattern[at + 2] !== ":")
        refuse(pattern, "looks around or names a group", 'Use plain groups only, such as "(a|b)" or "(?:a|b)".');
      if (pattern[at + 1] === "?") at += 2;
      open.push({ branching: false });
      continue;
    } else if (letter === "|") {
      open.at(-1)!.branching = true;
      continue;
    } else if (letter === ")") {
      closed = open.pop() ?? null;
      if (open.length === 0) return;
      if (closed!.branching) open.at(-1)!.branching = true;
    }
    const after = quantifier(pattern, at + 1);
    if (after === null) continue;
    if (after.repeats && closed?.branching)
      refuse(
        pattern,
        "repeats a group that itself repeats or has alternatives, which can run for years on a single text",
        "Repeat single letters or sets only, such as [a-z]+.",
      );
    if (after.openEnded) openEnded += 1;
    if (openEnded > mostOpenEnded)
      refuse(pattern, `has more than ${mostOpenEnded} open-ended repeats (* or +)`, "Use fewer, or split_part and contains.");
    open.at(-1)!.branching = true;
    at += after.length;
  }
}

/**
 * A regular expression that cannot run away: no references back, no looking around, no repeats inside repeated groups, few open ends.
 *
 * @throws {UserError} If the pattern is not one, or could take too long on some text.
 * @example safePattern("^SKU-[0-9]+$").test("SKU-12") // true
 */
export function safePattern(pattern: string): RegExp {
  if (pattern.length > longest) refuse(pattern, `has ${pattern.length} characters`, `Write at most ${longest}.`);
  inspect(pattern);
  try {
    return new RegExp(pattern, "u");
  } catch {
    return refuse(pattern, "is not a regular expression", 'Check its brackets, and write "\\\\" before a special character.');
  }
}
