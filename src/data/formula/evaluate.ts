import type { Column, ColumnType, ColumnValues } from "../../schema/column.ts";
import { allPresent, setMissing } from "../../schema/missing.ts";
import type { Progress } from "../progress.ts";
import type { CompiledFormula } from "./compile-formula.ts";

const stretch = 16_384;
const slowStretch = 64;

/** The rows a loop goes over: those selected, or all of so many. */
export interface Rows {
  rows: number;
  selection?: Uint32Array | undefined;
}

async function inStretches(rows: number, slow: boolean, progress: Progress, work: (from: number, to: number) => void): Promise<void> {
  const step = slow ? slowStretch : stretch;
  for (let from = 0; from < rows; from += step) {
    work(from, Math.min(rows, from + step));
    const pause = progress(from / rows);
    if (pause) await pause;
  }
}

/** The rows at which a condition certainly holds, in their order, as rows of the buffers. */
export async function rowsWhere(test: CompiledFormula, { rows, selection }: Rows, progress: Progress): Promise<Uint32Array> {
  const kept = new Uint32Array(rows);
  let count = 0;
  await inStretches(rows, test.slow, progress, (from, to) => {
    for (let index = from; index < to; index++) {
      const row = selection === undefined ? index : selection[index]!;
      if (test.at(row) === true) kept[count++] = row;
    }
  });
  return kept.slice(0, count);
}

/** Whole numbers in as few bytes as hold them. */
function narrowed(values: Float64Array): ColumnValues {
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (value === value && value !== (value | 0)) return values;
  }
  const whole = new Int32Array(values.length);
  for (let row = 0; row < values.length; row++) whole[row] = values[row]!;
  return whole;
}

function numbersOf(name: string, type: ColumnType, values: Float64Array, valid: Uint8Array | null): Column {
  const buffer = type === "integer" ? narrowed(values) : values;
  return { name, type, values: buffer, ...(valid === null ? {} : { valid }) };
}

/**
 * A column with a formula's value at each row; rows that are not selected are missing in it.
 *
 * @param length Rows of the buffers, and so of the column.
 */
export async function columnOf(
  name: string,
  formula: CompiledFormula,
  length: number,
  { rows, selection }: Rows,
  progress: Progress,
): Promise<Column> {
  const { type } = formula;
  const valid = allPresent(length);
  let missing = length - rows;
  if (selection !== undefined) {
    valid.fill(0);
    for (let index = 0; index < rows; index++) valid[selection[index]! >> 3]! |= 1 << (selection[index]! & 7);
  }
  const rowOf = (index: number) => (selection === undefined ? index : selection[index]!);
  if (type === "text") {
    const codes = new Int32Array(length).fill(-1);
    const known = new Map<string, number>();
    await inStretches(rows, formula.slow, progress, (from, to) => {
      for (let index = from; index < to; index++) {
        const row = rowOf(index);
        const text = formula.at(row) as string | null;
        if (text === null) {
          setMissing(valid, row);
          missing += 1;
          continue;
        }
        let code = known.get(text);
        if (code === undefined) known.set(text, (code = known.size));
        codes[row] = code;
      }
    });
    return { name, type, values: codes, dictionary: [...known.keys()], ...(missing === 0 ? {} : { valid }) };
  }
  if (type === "boolean") {
    const values = new Uint8Array(length);
    await inStretches(rows, formula.slow, progress, (from, to) => {
      for (let index = from; index < to; index++) {
        const row = rowOf(index);
        const truth = formula.at(row) as boolean | null;
        if (truth === null) {
          setMissing(valid, row);
          missing += 1;
        } else values[row] = truth ? 1 : 0;
      }
    });
    return { name, type, values, ...(missing === 0 ? {} : { valid }) };
  }
  const values = new Float64Array(length).fill(Number.NaN);
  await inStretches(rows, formula.slow, progress, (from, to) => {
    for (let index = from; index < to; index++) {
      const row = rowOf(index);
      const value = formula.at(row) as number;
      values[row] = value;
      if (value !== value) {
        setMissing(valid, row);
        missing += 1;
      }
    }
  });
  return numbersOf(name, type, values, missing === 0 ? null : valid);
}
