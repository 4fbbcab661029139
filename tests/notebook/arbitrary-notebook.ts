import * as fc from "fast-check";
import type { Json, JsonRecord } from "../../src/schema/json.ts";
import type { Block, CellBlock, FrontMatter, Notebook, NoteBlock, ProseBlock } from "../../src/notebook/notebook.ts";
import { noteSchemas } from "../../src/notebook/notes.ts";
import { counter } from "../../src/notebook/ids.ts";
import { conflictsIn, isConflictStart } from "../../src/notebook/file/conflicts.ts";
import { parse } from "../../src/notebook/file/parse.ts";
import { smallCatalog } from "./small-catalog.ts";

/** Lines that mean something somewhere in the format, so that random texts are made of what could break it. */
export const hostileLines = [
  "",
  " ",
  "\t",
  "---",
  "--- ",
  "format: 1",
  "format: 99",
  'title: "A"',
  "title: A",
  "level: 0.9",
  "future:",
  '  - {"a":1}',
  "  - nonsense",
  "  indented",
  "annotations:",
  '  - {"from":"2025-01-01","text":"a"}',
  "# Heading",
  "<!-- cell -->",
  " <!-- cell -->",
  "-->",
  "```",
  "````",
  "~~~",
  "   ```",
  "    ```",
  "```js",
  "``` `x`",
  "~~~~ text",
  "```comment",
  "```comment ",
  "```comment on it",
  "~~~decision",
  " ```decision",
  'about: "comeback"',
  'about: "Not a name"',
  'text: "Why?"',
  'status: "done"',
  "resolved: true",
  "```cell",
  "```cell load",
  "```cell load orders",
  "``` cell load orders\t",
  "````cell load orders",
  "~~~cell stay comeback",
  "```cell stay comeback",
  "```cell stay@2 comeback",
  "```cell score@1 risk",
  "```cell score@2 risk",
  "```cell stay@x comeback",
  "```cell stay Come",
  "```cell stay \u{1F600}",
  "```cell unheard of_it",
  "```cell unheard of it",
  " ```cell load orders",
  "- ```cell load orders",
  "> ```cell load orders",
  'file: "a.csv"',
  "file:",
  'from: "orders"',
  'from: {"control":"period"}',
  "return:",
  '  - {"column":"event","is":"purchase"}',
  '- {"column":"event","is":"purchase"}',
  'grain: "week"',
  'grain: "century"',
  "grain: 5",
  "level: 1e400",
  "level: 12345678901234567890",
  "level: 95",
  "period: 1",
  "__proto__: 1",
  "constructor: 1",
  'grain: "week" // every week',
  'lag: " 7 day"',
  "<<<<<<< HEAD",
  "<<<<<<<",
  "||||||| base",
  "=======",
  ">>>>>>> theirs",
  ">>>>>>>",
  "a\u2028b",
  'delimiter: "\u2028"',
  "\u0000",
  "word\r",
  "\r",
];

const nastyText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 20 }),
  fc
    .array(fc.constantFrom("```", "-->", "---", "\u2028", "\u2029", "\n", "\\", '"', "\u0000", "\ud800", "a", " ", "\u0085"), { maxLength: 8 })
    .map((parts) => parts.join("")),
);

/** Text made of hostile lines, random ones and broken pieces. */
export const hostileText = fc
  .array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...hostileLines) }, { weight: 1, arbitrary: fc.string({ maxLength: 12 }) }), {
    maxLength: 24,
  })
  .chain((lines) => fc.constantFrom("\n", "\n", "\n", "\r\n", "\n\n").map((newline) => lines.join(newline)));

const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,5}$/);
const positiveZero = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;
const anyJson = fc.jsonValue({ maxDepth: 3 }).map(positiveZero);
const word = nastyText.filter((text) => text !== "");

const conditions = fc.array(
  fc.oneof(
    fc.record({ column: word, is: fc.oneof(word, fc.boolean(), fc.integer()) }),
    fc.record({ any: fc.array(fc.record({ column: word, above: fc.integer() }), { maxLength: 2 }) }),
    fc.record({ in: fc.record({ cell: name, segment: word }) }),
  ),
  { maxLength: 3 },
) as fc.Arbitrary<Json>;

const suiting: Record<string, fc.Arbitrary<JsonRecord>> = {
  load: fc.record({ file: fc.oneof(word, fc.array(word, { minLength: 2, maxLength: 3 })), delimiter: nastyText }, { requiredKeys: [] }),
  steps: fc.record({ from: name, verbs: fc.array(fc.record({ filter: word }), { maxLength: 2 }) }, { requiredKeys: [] }),
  people: fc.record(
    { events: fc.array(fc.record({ from: name, customer: word, time: word, event: word, where: conditions }), { maxLength: 2 }) },
    { requiredKeys: [] },
  ) as fc.Arbitrary<JsonRecord>,
  stay: fc.record(
    {
      show: fc.constantFrom("heat", "curve"),
      from: fc.oneof(name, fc.record({ control: name })),
      return: conditions,
      by: fc.oneof(word, fc.record({ cell: name })),
      grain: fc.constantFrom("day", "week", "decade"),
      level: fc.double({ min: 0, max: 2, noNaN: true }),
      lag: fc.constantFrom("7 day", "1 months", "soon"),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<JsonRecord>,
};

const extra = fc.constantFrom([], ["future: 1"], ["note: |", "  ```", "  words", "", "  ---"], ["a: {unread", "b:", "  - x"]);

const cell: fc.Arbitrary<CellBlock> = fc.constantFrom("load", "steps", "people", "stay").chain((kind) =>
  fc.record({
    id: fc.constant(0),
    type: fc.constant("cell" as const),
    kind: fc.constant(kind),
    major: fc.constant(1),
    name,
    params: fc
      .tuple(suiting[kind]!, fc.dictionary(fc.constantFrom(...Object.keys(smallCatalog.get(kind)!.params)), anyJson, { maxKeys: 1 }))
      .map(([params, wild]) => positiveZero({ ...params, ...wild }) as JsonRecord),
    extra,
  }),
);

const note: fc.Arbitrary<NoteBlock> = fc.constantFrom("comment" as const, "decision" as const).chain((kind) =>
  fc.record({
    id: fc.constant(0),
    type: fc.constant("note" as const),
    kind: fc.constant(kind),
    name: fc.constant(null),
    params: fc
      .dictionary(fc.constantFrom(...Object.keys(noteSchemas[kind])), fc.oneof(nastyText, name, fc.boolean(), anyJson), { maxKeys: 5 })
      .map((params) => positiveZero(params) as JsonRecord),
    extra,
  }),
);

const prose: fc.Arbitrary<ProseBlock> = fc.record({
  id: fc.constant(0),
  type: fc.constant("prose" as const),
  text: fc.oneof(hostileText, fc.lorem(), fc.constant("")),
});

/** Whether a text begins a conflict it does not end. Before a block with the other half, which no merge leaves, the two would be one. */
const hasHalfConflict = (text: string): boolean => {
  const lines = text.split("\n");
  const whole = conflictsIn(lines);
  return lines.some((line, at) => isConflictStart(line) && !whole.has(at));
};

/** Hostile text whose blocks may stand in any order. */
export const movableText = hostileText.filter((text) => !hasHalfConflict(text));

/** What parse makes of texts it does not understand. */
const unknown = movableText.map((text) => parse(text, smallCatalog).notebook.blocks.filter((block) => block.type === "unknown"));

const front: fc.Arbitrary<FrontMatter> = fc.record(
  {
    format: fc.constantFrom(1, 1, 2, 99),
    title: nastyText,
    timezone: word,
    week_start: fc.constantFrom("monday", "someday"),
    currency: word,
    window: fc.tuple(word, word),
    level: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
    annotations: fc.array(fc.record({ from: word, to: word, text: nastyText }, { requiredKeys: ["from", "text"] }), { maxLength: 2 }),
    unknown: fc.constantFrom([], ["future: yes"], ["# note", "list:", "  - 1", "", "  - 2"], ["title: 5"]),
  },
  { requiredKeys: ["format", "title", "unknown"] },
);

/** Any notebook: wild parameters, prose that looks like cells, unknown blocks, front matter of the future. */
export const anyNotebook: fc.Arbitrary<Notebook> = fc
  .record(
    { front, blocks: fc.array(fc.oneof(cell, cell, prose, note, unknown), { maxLength: 8 }), newline: fc.constant("\r\n" as const) },
    { requiredKeys: ["front", "blocks"] },
  )
  .map(({ blocks, ...notebook }) => {
    const nextId = counter();
    return { ...notebook, blocks: blocks.flat().map((block: Block) => ({ ...block, id: nextId() })) };
  });
