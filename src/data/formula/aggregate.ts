import { BitSet, table, type ColumnTable } from "arquero";
import type { Column } from "../../schema/column.ts";
import type { CallNode } from "../../schema/formula/tree.ts";
import type { Access } from "./access.ts";
import { Emitter } from "./emit.ts";
import type { FormulaRun } from "./formula-run.ts";
import { prefix } from "./register.ts";

/** The rows an aggregate is over. */
export interface GroupedRows {
  /** Rows of the buffers. */
  length: number;
  /** Which of them count, in their order; all of them in theirs when left out. */
  selection?: Uint32Array | undefined;
  /** The group of each row of the buffers; one group when left out. */
  groups?: Uint32Array | undefined;
  groupCount: number;
}

const rowOrder = new Set(["first", "last", "any", "mode"]);

function isAscending(rows: Uint32Array): boolean {
  for (let index = 1; index < rows.length; index++) if (rows[index]! <= rows[index - 1]!) return false;
  return true;
}

/** The rows as Arquero knows them: a filter, groups, and an order only where the result depends on it. */
function arranged(whole: ColumnTable, rows: GroupedRows, ordered: boolean): ColumnTable {
  const { length, selection, groups, groupCount } = rows;
  let filter: BitSet | undefined;
  let rank: Uint32Array | undefined;
  if (selection !== undefined) {
    filter = new BitSet(length);
    for (let index = 0; index < selection.length; index++) filter.set(selection[index]!);
    if (ordered && !isAscending(selection)) {
      rank = new Uint32Array(length);
      for (let index = 0; index < selection.length; index++) rank[selection[index]!] = index;
    }
  }
  return whole.create({
    ...(filter === undefined ? {} : { filter }),
    ...(groups === undefined ? {} : { groups: { keys: groups, get: [], names: [], rows: new Uint32Array(groupCount), size: groupCount } }),
    ...(rank === undefined ? {} : { order: (a: number, b: number) => rank[a]! - rank[b]! }),
  });
}

/** The result of one aggregate for each group, by Arquero's rollup; null where it is missing. */
export function aggregate(node: CallNode, columns: ReadonlyMap<string, Column>, rows: GroupedRows, run: FormulaRun): ArrayLike<unknown> {
  if (rows.groupCount === 0) return [];
  const emitter = new Emitter(columns, run, () => "null");
  const values = node.parameters.map((one) => emitter.value(one));
  const code = values.length === 0 ? "count()" : `${prefix}all_${node.name}(${values.join(", ")})`;
  const data: Record<string, Access> = { rows: new Uint8Array(rows.length), ...emitter.data };
  const whole = table(data).params({ run }) as ColumnTable;
  const result = arranged(whole, rows, rowOrder.has(node.name)).rollup({ result: code });
  return result.column("result") as unknown as ArrayLike<unknown>;
}
