import type { Inputs } from "../../cells/cell.ts";
import type { DataTable } from "../../data/data-table.ts";
import type { Journey } from "../../journey/journey.ts";
import type { Segments } from "../../journey/segments.ts";
import { UserError } from "../../schema/errors.ts";
import { reference } from "../../schema/reference.ts";
import { isDataTable, isJourney, isSegments, type Kept, type Store } from "./store.ts";

/** What the cells before this one gave, out of the store. All keys must be in it. */
export class StoredInputs implements Inputs {
  constructor(
    private readonly keys: Readonly<Record<string, string>>,
    private readonly store: Store,
  ) {}

  table(text: string): DataTable {
    const { cell, table } = reference(text);
    const { value, tables } = this.kept(text, cell);
    if (table === null && isDataTable(value)) return value;
    if (table === null && isJourney(value)) {
      const others = Object.keys(tables).filter((name) => name !== "main");
      const example = others[0] === undefined ? "" : `, or one of its tables, such as "${cell}.${others[0]}"`;
      throw new UserError(`"${cell}" is a journey, and a table is needed here.`, `Choose a table${example}.`);
    }
    const found = (table === null || table === "main") && isDataTable(value) ? value : tables[table ?? "main"];
    if (found === undefined) {
      const names = Object.keys(tables).map((name) => `"${cell}.${name}"`);
      const remedy = names.length === 0 ? "Choose another cell." : `Choose one of ${names.join(", ")}.`;
      throw new UserError(`"${cell}" has no table "${table ?? "main"}".`, remedy);
    }
    return { rows: found.rows, unit: found.unit, columns: found.columns, ...("selection" in found ? { selection: found.selection } : {}) };
  }

  journey(text: string): Journey {
    const { value } = this.kept(text, text);
    if (isJourney(value)) return value;
    throw new UserError(`"${text}" is not a journey.`, "Choose a journey cell, or add one that reads it.");
  }

  segments(text: string): Segments {
    const { value } = this.kept(text, text);
    if (isSegments(value)) return value;
    throw new UserError(`"${text}" has no segments.`, "Choose a segment cell.");
  }

  private kept(text: string, cell: string): Kept {
    const key = this.keys[text];
    const kept = key === undefined ? undefined : this.store.get(key);
    if (kept === undefined) throw new UserError(`There is no cell "${cell}" to read.`, "Choose another cell.");
    return kept;
  }
}
