import type { ColumnType } from "../../../schema/column.ts";
import { formulaType } from "../../../schema/formula/formula-type.ts";
import type { ColumnShape, InputShape } from "../../../schema/shape.ts";
import type { PivotVerb, Verb, WindowVerb } from "../../../schema/verbs.ts";
import { columnsOf } from "../field.ts";

interface Stage {
  columns: ColumnShape[];
  grouped: string[];
}

const derived = (name: string, type: ColumnType): ColumnShape => ({ name, type, missing: 0, distinct: 0 });

function put(columns: readonly ColumnShape[], added: ColumnShape[]): ColumnShape[] {
  const names = new Set(added.map((column) => column.name));
  return [...columns.filter((column) => !names.has(column.name)), ...added];
}

function computed(formulas: Record<string, string>, columns: ColumnShape[], aggregate: boolean): ColumnShape[] {
  return Object.entries(formulas).map(([name, text]) => derived(name, formulaType(text, columns, { aggregate }) ?? "number"));
}

function windowed({ columns: made }: WindowVerb, columns: readonly ColumnShape[]): ColumnShape[] {
  return Object.entries(made).map(([name, { is, of }]) => {
    const moved = is === "lag" || is === "lead" ? columns.find((column) => column.name === of)?.type : undefined;
    return derived(name, moved ?? (is === "row_number" || is === "rank" ? "integer" : "number"));
  });
}

/** The columns grouped by, and one for each known value of the column that is turned. */
function pivoted({ column, value }: PivotVerb, columns: ColumnShape[], grouped: readonly string[]): ColumnShape[] {
  const type = formulaType(value, columns, { aggregate: true }) ?? "number";
  const values = columns.find(({ name }) => name === column)?.top ?? [];
  return [...columns.filter(({ name }) => grouped.includes(name)), ...values.toSorted().map((name) => derived(name, type))];
}

function after(stage: Stage, verb: Verb, shapes: ReadonlyMap<string, InputShape>): Stage {
  const { columns, grouped } = stage;
  if ("derive" in verb) return { columns: put(columns, computed(verb.derive, columns, false)), grouped };
  if ("select" in verb) return { columns: verb.select.flatMap((name) => columns.find((column) => column.name === name) ?? []), grouped };
  if ("rename" in verb) return { columns: columns.map((column) => ({ ...column, name: verb.rename[column.name] ?? column.name })), grouped };
  if ("groupby" in verb) return { columns, grouped: verb.groupby };
  if ("rollup" in verb)
    return {
      columns: put(
        columns.filter((column) => grouped.includes(column.name)),
        computed(verb.rollup, columns, true),
      ),
      grouped: [],
    };
  if ("window" in verb) return { columns: put(columns, windowed(verb.window, columns)), grouped };
  if ("fold" in verb) {
    const type = columns.find(({ name }) => name === verb.fold.columns[0])?.type ?? "number";
    const kept = columns.filter(({ name }) => !verb.fold.columns.includes(name));
    return { columns: [...kept, derived(verb.fold.key, "text"), derived(verb.fold.value, type)], grouped: [] };
  }
  if ("pivot" in verb) return { columns: pivoted(verb.pivot, columns, grouped), grouped: [] };
  if ("concat" in verb) return { columns: verb.concat.reduce((known, name) => put(columnsOf(shapes, name), known), columns), grouped: [] };
  if (!("join" in verb) || verb.join.how === "semi" || verb.join.how === "anti") return stage;
  const taken = new Set(columns.map((column) => column.name));
  const keys = Array.isArray(verb.join.on) ? verb.join.on : Object.values(verb.join.on);
  const other = columnsOf(shapes, verb.join.from).filter((column) => !keys.includes(column.name));
  return { columns: [...columns, ...other.map((column) => (taken.has(column.name) ? { ...column, name: `${column.name}_2` } : column))], grouped };
}

/** The columns each step of a table starts from, told from its formulas without running them. One entry per step and one for the end. */
export function columnsAfter(verbs: readonly Verb[], columns: ColumnShape[], shapes: ReadonlyMap<string, InputShape>): ColumnShape[][] {
  let stage: Stage = { columns, grouped: [] };
  const starts = [columns];
  for (const verb of verbs) {
    stage = after(stage, verb, shapes);
    starts.push(stage.columns);
  }
  return starts;
}
