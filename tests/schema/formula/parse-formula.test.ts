import { describe, expect, test } from "vitest";
import { formulaProblem } from "../../../src/schema/formula/formula-problem.ts";
import { formulaType } from "../../../src/schema/formula/formula-type.ts";
import { parseFormula } from "../../../src/schema/formula/parse-formula.ts";

const columns = [
  { name: "quantity", type: "integer" },
  { name: "price", type: "number" },
  { name: "channel", type: "text" },
  { name: "paid", type: "boolean" },
  { name: "ordered_at", type: "time" },
  { name: "Customer ID", type: "text" },
  { name: "__proto__", type: "number" },
] as const;

const problem = (text: string, aggregate = false) => formulaProblem(text, columns, { aggregate });

/** What JavaScript has and formulas do not, with a word of the message. */
const hostile: [string, RegExp][] = [
  ["constructor.constructor('return 1')()", /such a call|method call/],
  ['"".constructor.constructor("return this")()', /such a call|method call/],
  ["globalThis", /no column "globalThis"/],
  ["window.location", /dot or square brackets/],
  ["self", /no column "self"/],
  ["price.x", /dot or square brackets/],
  ['price["x"]', /dot or square brackets/],
  ["price?.x", /\?\./],
  ["channel.toLowerCase()", /method call/],
  ["channel.repeat(1e9)", /method call/],
  ['"a" in channel', /Formulas cannot have in/],
  ["channel instanceof price", /instanceof/],
  ["/a+/", /pattern between slashes/],
  ["/(a+)+$/.test(channel)", /method call/],
  ["constructor", /no column "constructor"/],
  ["toString", /no column "toString"/],
  ["hasOwnProperty", /no column "hasOwnProperty"/],
  ["constructor(1)", /no function "constructor"/],
  ["toString()", /no function "toString"/],
  ["__defineGetter__(1)", /no function/],
  ["price`x`", /tagged template/],
  ["`a${price}`", /\$\{…\}/],
  ["async () => 1", /function of your own/],
  ["() => 1", /function of your own/],
  ["(x => x)(1)", /such a call/],
  ["function () { return 1 }", /function of your own/],
  ["class {}", /a class/],
  ["new Date()", /Formulas cannot have new/],
  ["new Function('return 1')()", /such a call/],
  ["eval('1')", /no function "eval"/],
  ["Function('return 1')", /no function "Function"/],
  ["fetch('https://example.com')", /no function "fetch"/],
  ["import('x')", /import/],
  ["import.meta", /cannot be read|import/],
  ["this", /this/],
  ["this.price", /dot or square brackets/],
  ["price = 1", /Formulas cannot have =/],
  ["price += 1", /Formulas cannot have =/],
  ["price++", /\+\+/],
  ["--price", /\+\+ or --/],
  ["delete price", /delete/],
  ["typeof price", /typeof/],
  ["void 0", /void/],
  ["~price", /~/],
  ["price & 1", /Formulas cannot have &/],
  ["price | 1", /Formulas cannot have \|/],
  ["price ^ 2", /Formulas cannot have \^/],
  ["price << 1", /Formulas cannot have <</],
  ["price >>> 1", /Formulas cannot have >>>/],
  ["1, 2", /comma/],
  ["(1, price)", /comma/],
  ["[1, 2]", /square brackets/],
  ["{}", /curly brackets/],
  ["({a: 1})", /curly brackets/],
  ["max_of(...price)", /\.\.\./],
  ["10n", /number with n/],
  ["1e999", /too large/],
  ["price; quantity", /cannot be read/],
  ["price // note", /comment/],
  ["price /* note */ * 2", /comment/],
  ["price quantity", /cannot be read/],
  ["price *", /ends too early/],
  ["(price", /ends too early/],
  ["price)", /cannot be read/],
  ['"open', /does not end/],
  ["", /empty/],
  ["   ", /empty/],
  ["col(channel)", /col takes/],
  ['col("nothing")', /no column "nothing"/],
  ["col", /no column "col"/],
  ["price == undefined", /no column "undefined"/],
  ["await price", /cannot be read|await/],
  ["yield", /yield/],
  ["sequence(1, 1e9)", /no function "sequence"/],
  ["repeat(channel, 1e9)", /no function "repeat"/],
  ['pad_start(channel, 1e9, "x")', /cannot fill up/],
  ["pad_start(channel, quantity)", /must be written out/],
  ['matches(channel, "(a+)+$")', /repeats a group/],
  ['matches(channel, "(a|a)*b")', /repeats a group/],
  ['matches(channel, "(.)\\\\1")', /refers back/],
  ['matches(channel, "(?=a)")', /looks around/],
  ['matches(channel, ".*a.*b.*c.*d")', /open-ended/],
  ['matches(channel, "a{1000}")', /more than 100 times/],
  ['matches(channel, "[a")', /not a regular expression/],
  ["matches(channel, channel)", /must be written out/],
];

describe("parseFormula refuses, with the place and a remedy,", () => {
  test.each(hostile)("%s", (text, words) => {
    const found = problem(text);
    expect(found?.problem).toMatch(words);
    expect(found?.remedy).toMatch(/[.…?]$/);
    expect(found!.start).toBeGreaterThanOrEqual(0);
    expect(found!.end).toBeLessThanOrEqual(Math.max(text.length, found!.start + 1));
  });

  test("what is too long, too deep or of too many parts, without running out of stack", () => {
    expect(problem(`1${" ".repeat(5_000)}`)?.problem).toMatch(/5,001 characters/);
    for (const deep of [
      "(".repeat(2_000),
      "!".repeat(3_990) + "paid",
      "-+".repeat(1_900) + "price",
      "a=>".repeat(1_330) + "1",
      "2**".repeat(1_300) + "2",
      "1+".repeat(1_900) + "1",
      "paid?1:".repeat(570) + "1",
    ])
      expect(problem(deep)?.problem).toMatch(/nested more than 64/);
    // A flat list of 1,200 values.
    expect(problem(`max_of(${Array.from({ length: 1_200 }, () => "1").join(",")})`)?.problem).toMatch(/more than 1000 parts/);
  });
});

/** Messages name both types and what to write. */
const mistyped: [string, RegExp, RegExp][] = [
  ["channel * 2", /channel is text; \* needs numbers/, /Write number\(channel\)/],
  ["ordered_at - ordered_at", /takes a time from a time/, /between\(ordered_at, ordered_at, "days"\)/],
  ["ordered_at + 1", /ordered_at is a time; \+ needs numbers/, /add\(ordered_at, 1, "days"\)/],
  ["channel + 1", /channel is text and 1 is a whole number; \+ joins/, /text\(1\)/],
  ["paid + 1", /paid is true or false; \+ needs numbers/, /\(paid \? 1 : 0\)/],
  ["channel == 1", /channel is text and 1 is a whole number; == needs two of a kind/, /number\(channel\)/],
  ['quantity == "1"', /== needs two of a kind/, /without quotes/],
  ['paid == "true"', /== needs two of a kind/, /without quotes/],
  ['ordered_at > "yesterday"', /ordered_at is a time and "yesterday" is text/, /2025-01-31/],
  ['ordered_at > "2025-02-30"', /is text; > needs/, /2025-01-31/],
  ["0 < price < 10", /needs two of a kind/, /0 < price && price < 10/],
  ["price == null", /Comparing with null/, /is_missing\(price\)/],
  ["price != null", /Comparing with null/, /!is_missing\(price\)/],
  ["price && paid", /price is a number; && needs a condition/, /price != 0/],
  ["!channel", /channel is text; ! needs a condition/, /comparison/],
  ['paid ? 1 : "a"', /\? : needs one type/, /text\(…\)/],
  ["lower(price)", /price is a number; lower needs text/, /text\(price\)/],
  ["year(channel)", /channel is text; year needs a time/, /time\(channel\)/],
  ["sum(paid)", /paid is true or false; sum needs a number/, /count_if\(paid\)/],
  ["sum(sum(price))", /sum stands inside sum/, /step of its own/],
  ["round()", /round takes 1 or 2 values. Got 0/, /round\(x, digits\?\)/],
  ['start_of(ordered_at, "fortnight")', /"fortnight" is no period/, /"week"/],
  ["bucket(price, 0)", /width above 0/, /such as 10/],
  ["quantile(price, 90)", /no quantile 90/, /0.9/],
  ["pric", /no column "pric"/, /mean price/],
  ["Customer_ID", /no column "Customer_ID"/, /col\("Customer ID"\)/],
  ["coalese(price, 0)", /no function "coalese"/, /coalesce\(x, otherwise, …\)/],
  ["avg(price)", /no function "avg"/, /mean\(x\)/],
  ["paid and paid", /cannot be read from column 6/, /&&/],
  ["price <> 1", /cannot be read/, /!=/],
  ["null", /always missing/, /Write what it gives/],
];

test.each(mistyped)("parseFormula explains %s", (text, words, remedy) => {
  const found = problem(text);
  expect(found?.problem).toMatch(words);
  expect(found?.remedy).toMatch(remedy);
});

test.each([
  ["quantity * 2", "integer"],
  ["quantity / 2", "number"],
  ["quantity * price", "number"],
  ['"a" + channel', "text"],
  ["`plain`", "text"],
  ["price > 1 && !paid", "boolean"],
  ['ordered_at >= "2025-01-01"', "boolean"],
  ["paid ? price : null", "number"],
  ["null ?? quantity", "integer"],
  ['coalesce(ordered_at, "2025-01-01")', "time"],
  ["min_of(quantity, price)", "number"],
  ["sum(quantity) / count()", "number"],
  ['col("Customer ID") != "x"', "boolean"],
  ['col("__proto__") + __proto__', "number"],
  ["first(channel)", "text"],
  ["-quantity", "integer"],
] as const)("formulaType of %s is %s", (text, type) => {
  expect(formulaType(text, columns)).toBe(type);
});

test("parseFormula in a rollup takes columns only inside aggregates", () => {
  expect(problem("price", true)?.problem).toMatch(/price stands outside an aggregate/);
  expect(problem("sum(price) + price", true)?.remedy).toMatch(/sum\(price\)/);
  expect(parseFormula("sum(price * quantity) / count()", columns, { aggregate: true })).toMatchObject({
    aggregate: true,
    columns: ["price", "quantity"],
  });
});

test("formulaProblem asks for a condition where one is needed", () => {
  expect(formulaProblem("price", columns, { condition: true })?.problem).toMatch(/gives a number; a filter needs a condition/);
  expect(formulaProblem("price > 1", columns, { condition: true })).toBeNull();
});
