import { anything, type FormulaFunction, type Parameter } from "../function-signature.ts";

const text = (name: string): Parameter => ({ name, takes: ["text"] });
const count = (name: string): Parameter => ({ name, takes: ["integer"] });

/** Functions of texts. No result is longer than 32,768 characters. */
export const textFunctions: readonly FormulaFunction[] = [
  {
    name: "text",
    parameters: [{ name: "x", takes: anything }],
    result: "text",
    doc: "The value as text; a time as ISO text on the notebook's clock.",
    example: { formula: "text(2.5)", gives: "2.5" },
  },
  {
    name: "lower",
    parameters: [text("x")],
    result: "text",
    doc: "The text in small letters.",
    example: { formula: 'lower("Email")', gives: "email" },
  },
  {
    name: "upper",
    parameters: [text("x")],
    result: "text",
    doc: "The text in capital letters.",
    example: { formula: 'upper("de")', gives: "DE" },
  },
  {
    name: "trim",
    parameters: [text("x")],
    result: "text",
    doc: "The text without spaces at its ends.",
    example: { formula: 'trim("  a b ")', gives: "a b" },
  },
  {
    name: "length",
    parameters: [text("x")],
    result: "integer",
    doc: "How many characters the text has.",
    example: { formula: 'length("mail")', gives: 4 },
  },
  {
    name: "starts_with",
    parameters: [text("x"), text("beginning")],
    result: "boolean",
    doc: "Whether the text begins with another.",
    example: { formula: 'starts_with("C536379", "C")', gives: true },
  },
  {
    name: "ends_with",
    parameters: [text("x"), text("ending")],
    result: "boolean",
    doc: "Whether the text ends with another.",
    example: { formula: 'ends_with("a@b.de", ".com")', gives: false },
  },
  {
    name: "contains",
    parameters: [text("x"), text("part")],
    result: "boolean",
    doc: "Whether the text has another in it; capital and small letters differ.",
    example: { formula: 'contains("newsletter", "news")', gives: true },
  },
  {
    name: "replace",
    parameters: [text("x"), text("part"), text("by")],
    result: "text",
    doc: "The text with every occurrence of a part replaced; the part is plain text.",
    example: { formula: 'replace("1 000", " ", "")', gives: "1000" },
  },
  {
    name: "substring",
    parameters: [text("x"), count("start"), { ...count("length"), optional: true }],
    result: "text",
    doc: "Part of the text: from a character (the first is 1) to the end, or so many characters.",
    example: { formula: 'substring("2025-03", 1, 4)', gives: "2025" },
  },
  {
    name: "split_part",
    parameters: [text("x"), text("separator"), count("part")],
    result: "text",
    doc: "One part of the text between separators; the first part is 1; missing where there are fewer.",
    example: { formula: 'split_part("/shop/cart", "/", 2)', gives: "shop" },
  },
  {
    name: "concat",
    parameters: [
      { name: "x", takes: anything },
      { name: "y", takes: anything, rest: true },
    ],
    result: "text",
    doc: "Values of any kind written one after the other; missing where one of them is.",
    example: { formula: 'concat("Q", 2)', gives: "Q2" },
  },
  {
    name: "pad_start",
    parameters: [text("x"), { ...count("length"), written: "number" }, { ...text("with"), optional: true, written: "text" }],
    result: "text",
    doc: "The text filled up at its start to a length of at most 1,000, with spaces unless told.",
    example: { formula: 'pad_start("7", 3, "0")', gives: "007" },
  },
  {
    name: "pad_end",
    parameters: [text("x"), { ...count("length"), written: "number" }, { ...text("with"), optional: true, written: "text" }],
    result: "text",
    doc: "The text filled up at its end to a length of at most 1,000, with spaces unless told.",
    example: { formula: 'pad_end("a", 3, "-")', gives: "a--" },
  },
  {
    name: "matches",
    parameters: [text("x"), { ...text("pattern"), written: "pattern" }],
    result: "boolean",
    doc: "Whether a regular expression finds something in the text; patterns that could run away are refused.",
    example: { formula: 'matches("SKU-12", "^SKU-[0-9]+$")', gives: true },
  },
  {
    name: "extract",
    parameters: [text("x"), { ...text("pattern"), written: "pattern" }],
    result: "text",
    doc: "What a regular expression's first group (or the whole of it) finds in the text; missing where it finds nothing.",
    example: { formula: 'extract("order 4711", "([0-9]+)")', gives: "4711" },
  },
];
