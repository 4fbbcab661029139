import { expect, test } from "vitest";
import { formulaProblem } from "../../../src/schema/formula/formula-problem.ts";

const columns = [
  { name: "n", type: "integer" as const },
  { name: "name", type: "text" as const },
];

/** Formulas that reach for what is not a column, and those that would take a page's memory or time. */
const formulas = [
  "window.ran = 1",
  "globalThis",
  "self.postMessage(1)",
  "fetch('//127.0.0.1:9')",
  "n.constructor.constructor('return this')()",
  "(() => 1)()",
  "name.replace('a', 'b')",
  "import('//127.0.0.1:9')",
  "`${n}`",
  "this",
  "new Date()",
  "eval('1')",
  "n['constructor']",
  "[].concat(n)",
  "/a/.exec(name)",
  "n; n",
  "col('__proto__')",
  "Math.random()",
  "Function('return 1')()",
  "(function () { return this })()",
  "name.__proto__.polluted",
  "n = 1",
  "n++",
  "delete n",
  "void 0",
  "typeof n",
  "await n",
  "yield",
  "async () => n",
  "class {}",
  "({ __proto__: n })",
  "({ polluted: 1 })",
  "...n",
  "n in this",
  "n instanceof Object",
  "op.sum(n)",
  "data.n",
  "aq.op",
  "Date.now()",
  "performance.now()",
  "crypto.randomUUID()",
  "document.cookie",
  "location.href",
  "localStorage.x",
  "setTimeout('1')",
  "while (1) {}",
  "for (;;) {}",
  "throw n",
  "debugger",
  "super.n",
  "new.target",
  "import.meta",
  "arguments[0]",
  "n?.constructor",
  "n.toString()",
  "tag`n`",
  "(n, globalThis)",
  "repeat(name, 1e9)",
  "sequence(0, 1e12)",
  "pad(name, 1e9)",
  "matches(name, '(a+)+$')",
  "matches(name, '(.*)*x')",
  "\u0000",
  "n \u2028 + 1;",
  "",
  "(".repeat(5000),
  `${"(".repeat(20_000)}n${")".repeat(20_000)}`,

  "<script>",
  "--> n",
  "<!-- n",
];

test.each(formulas)("formulaProblem(%j) says what is wrong, in words", (formula) => {
  const problem = formulaProblem(formula, columns);
  expect(problem?.problem).toMatch(/^["“A-Z].{9,}/s);
  expect(problem?.problem).not.toMatch(/SyntaxError|TypeError|RangeError|undefined|not a function/);
  expect(problem?.remedy).toMatch(/.{6,}/s);
  expect("polluted" in {}).toBe(false);
});
