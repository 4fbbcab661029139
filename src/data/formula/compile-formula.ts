import { parse, table, type ColumnTable } from "arquero";
import type { Column, ColumnType } from "../../schema/column.ts";
import type { Formula } from "../../schema/formula/parse-formula.ts";
import type { CallNode } from "../../schema/formula/tree.ts";
import { GroupAccess, type Access } from "./access.ts";
import { aggregate, type GroupedRows } from "./aggregate.ts";
import { Emitter } from "./emit.ts";
import type { FormulaRun } from "./formula-run.ts";
import { registerFunctions } from "./register.ts";

/** A formula ready to run. A missing number or time is NaN, a missing text or truth value null. */
export interface CompiledFormula {
  type: ColumnType;
  /** Its value at a row of the buffers; at a group, of a formula over groups. */
  at(row: number): unknown;
  /** Whether one row may take long, so that a loop should look up more often. */
  slow: boolean;
}

registerFunctions();

/**
 * Compiles a checked formula by Arquero over column buffers; its aggregates are computed at once.
 *
 * @param overGroups Whether it gives one value for each group, rather than for each row.
 * @param test For a condition: `at` then says only whether it certainly holds, which is what a filter asks, and is fastest.
 */
export function compileFormula(
  formula: Formula,
  columns: readonly Column[],
  rows: GroupedRows,
  run: FormulaRun,
  options: { overGroups?: boolean; test?: boolean } = {},
): CompiledFormula {
  const byName = new Map(columns.map((column) => [column.name, column]));
  const results: Record<string, Access> = {};
  const groups = options.overGroups ? null : (rows.groups ?? new Uint32Array(rows.length));
  const outer = (node: CallNode) => {
    const name = `a${Object.keys(results).length}`;
    const missing = node.type === "text" || node.type === "boolean" ? null : Number.NaN;
    results[name] = new GroupAccess(aggregate(node, byName, rows, run), groups, missing);
    return `d.${name}`;
  };
  const emitter = new Emitter(byName, run, outer);
  const code = options.test ? emitter.holds(formula.root) : emitter.value(formula.root);
  const data = { rows: new Uint8Array(0), ...emitter.data, ...results };
  const source = table(data).params({ run }) as ColumnTable;
  const { exprs } = parse({ result: code }, { table: source }) as { exprs: ((row: number, data: unknown) => unknown)[] };
  const compiled = exprs[0]!;
  const buffers = source.data();
  return { type: formula.type, at: (row) => compiled(row, buffers), slow: run.patterns.length > 0 };
}
