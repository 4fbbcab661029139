import { parseExpressionAt, type Expression } from "acorn";
import { FormulaError } from "./formula-error.ts";

const longest = 4_000;
const deepest = 64;

/** What people write from habit of other languages, and what to write here. */
const habits: readonly [RegExp, string][] = [
  [/^and\b/i, "Write && for and."],
  [/^or\b/i, "Write || for or."],
  [/^(?:not|is)\b/i, "Write ! for not, and is_missing(x) for is null."],
  [/^<>/, "Write != for not equal."],
  [/^>/, "Write != for not equal, >= for at least, <= for at most."],
  [/^[‘’“”„]/, 'Write straight quotes: "…".'],
  [/^[×·]/, "Write * to multiply."],
  [/^%/, "Write x / 100 for a percentage."],
  [/^\)/, "Remove a closing bracket, or add the opening one."],
];

/** Refuses brackets too deep for the parser before it reads them. */
function checkBrackets(text: string): void {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if ("([{".includes(text[at]!)) depth += 1;
    else if (")]}".includes(text[at]!)) depth -= 1;
    if (depth > deepest) tooDeep(at);
  }
}

/** The one message for what is nested too deeply. */
export function tooDeep(at: number): never {
  throw new FormulaError(
    `The formula is nested more than ${deepest} levels deep.`,
    "Split it: derive a part of it in a step before, and use its name.",
    { start: at, end: at + 1 },
  );
}

/** The deepest nesting there may be. */
export const depthLimit = deepest;

function cannotRead(text: string, at: number, reason: string): FormulaError {
  const place = { start: at, end: Math.min(at + 1, text.length) };
  const rest = text.slice(at);
  if (rest.trim() === "") return new FormulaError("The formula ends too early.", "Write the rest, or close the open bracket or quote.", place);
  const habit = habits.find(([pattern]) => pattern.test(rest));
  const shown = rest.length > 20 ? `${rest.slice(0, 20)}…` : rest;
  if (reason.startsWith("Unterminated"))
    return new FormulaError(`A text or pattern that begins at column ${at + 1} does not end: ${shown}`, "Add the closing quote.", place);
  if (reason.startsWith("Logical expressions and coalesce"))
    return new FormulaError(`?? stands beside && or || at column ${at + 1}.`, "Put one of them in brackets, to say which comes first.", place);
  return new FormulaError(
    `The formula cannot be read from column ${at + 1} on: ${shown}`,
    habit?.[1] ?? "Write values joined by operators, such as quantity * price > 100.",
    place,
  );
}

/**
 * The expression that is the whole of a text, as acorn's tree; nothing about it is trusted yet.
 *
 * @throws {FormulaError} If the text is empty, too long, nested too deeply, or not one expression.
 */
export function readExpression(text: string): Expression {
  const whole = { start: 0, end: text.length };
  if (text.trim() === "") throw new FormulaError("The formula is empty.", "Write one, such as quantity * price.", whole);
  if (text.length > longest)
    throw new FormulaError(
      `The formula has ${text.length.toLocaleString("en-US")} characters.`,
      `Write at most ${longest.toLocaleString("en-US")}.`,
      whole,
    );
  checkBrackets(text);
  let comment: number | null = null;
  let tree: Expression;
  try {
    tree = parseExpressionAt(text, 0, { ecmaVersion: 2022, preserveParens: true, onComment: (_block, _words, start) => (comment ??= start) });
  } catch (error) {
    const { pos, message } = error as SyntaxError & { pos: number };
    if (error instanceof RangeError || message.startsWith("Not enough stack")) tooDeep(0);
    throw cannotRead(text, pos, message);
  }
  if (comment !== null)
    throw new FormulaError("There is a comment in the formula.", "Write it as text beside the cell.", { start: comment, end: text.length });
  const end = text.length - text.slice(tree.end).trimStart().length;
  if (end < text.length) throw cannotRead(text, end, "");
  return tree;
}
