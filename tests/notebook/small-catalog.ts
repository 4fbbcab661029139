import type { Catalogued, Kind } from "../../src/cells/cell.ts";
import type { ParamSchema } from "../../src/schema/parameter.ts";
import type { Provides } from "../../src/schema/shape.ts";

const kind = (name: string, major: number, provides: Provides): Kind => ({
  name,
  major,
  title: name,
  question: "What is in it?",
  icon: "table",
  provides,
  summary: "A kind of cell for tests.",
});

const load = { file: { type: "file" }, delimiter: { type: "text", optional: true } } as const satisfies ParamSchema;

const steps = { from: { type: "input", accepts: ["table"] }, verbs: { type: "verbs", of: "from" } } as const satisfies ParamSchema;

const customers = {
  events: { type: "mapping" },
  attributes: { type: "attributes" },
  window: { type: "window", optional: true },
} as const satisfies ParamSchema;

const stay = {
  from: { type: "input", accepts: ["journey"] },
  return: { type: "conditions", of: "from", optional: true },
  by: { type: "breakdown", of: "from", optional: true },
  grain: { type: "choice", of: ["day", "week", "month"], default: "month" },
  level: { type: "number", min: 0.5, max: 0.999, default: 0.95 },
  lag: { type: "duration", optional: true },
  anchor: { type: "choice", of: ["first", "last"], default: "first", when: { param: "grain", is: ["week"] } },
  ranges: { type: "ranges", default: [[0, 0]] },
  show: { type: "choice", of: ["heat", "curve"], default: "heat", view: true },
} as const satisfies ParamSchema;

const score = {
  from: { type: "input", accepts: ["table"] },
  unit: { type: "choice", of: ["day", "week"], default: "day" },
} as const satisfies ParamSchema;

/** `rename` of major 1 to 2: "period" became "unit". */
const scoreMigration = ({ period, ...params }: Record<string, never>) => ({ ...params, ...(period === undefined ? {} : { unit: period }) });

const cells: Catalogued[] = [
  { kind: kind("load", 1, "table"), params: load },
  { kind: kind("steps", 1, "table"), params: steps },
  { kind: kind("people", 1, "journey"), params: customers },
  { kind: kind("stay", 1, "table"), params: stay },
  { kind: kind("score", 2, "table"), params: score, migrations: [scoreMigration as NonNullable<Catalogued["migrations"]>[number]] },
];

/** Five kinds of cells with most parameter types; `score` has a second major. */
export const smallCatalog: ReadonlyMap<string, Catalogued> = new Map(cells.map((cell) => [cell.kind.name, cell]));
