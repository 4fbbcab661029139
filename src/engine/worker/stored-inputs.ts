import type { Inputs } from "../../cells/cell.ts";
import type { DataTable } from "../../data/data-table.ts";
import type { Journey } from "../../journey/journey.ts";
import { membershipKey, withMemberships } from "../../journey/memberships.ts";
import type { Segments } from "../../journey/segments.ts";
import type { MembershipCondition } from "../../schema/conditions.ts";
import { UserError } from "../../schema/errors.ts";
import type { Pick } from "../../schema/pick.ts";
import { reference } from "../../schema/reference.ts";
import type { ComputeRequest } from "../protocol.ts";
import { membershipsIn } from "./memberships-in.ts";
import { isDataTable, isJourney, isSegments, tableOf, type Kept, type Store } from "./store.ts";

/** What the cells before this one gave, out of the store. All keys must be in it. */
export class StoredInputs implements Inputs {
  /** @param mark The customers behind a mark of another run. */
  constructor(
    private readonly request: ComputeRequest,
    private readonly store: Store,
    private readonly mark: (request: ComputeRequest, pick: Pick) => Segments,
  ) {}

  table(text: string): DataTable {
    const { cell, table } = reference(text);
    const kept = this.kept(text, cell);
    const { value, tables } = kept;
    if (table === null && isDataTable(value)) return value;
    if (table === null && isJourney(value)) {
      const others = Object.keys(tables).filter((name) => name !== "main");
      const example = others[0] === undefined ? "" : `, or one of its tables, such as "${cell}.${others[0]}"`;
      throw new UserError(`"${cell}" is a journey, and a table is needed here.`, `Choose a table${example}.`);
    }
    const found = tableOf(kept, table ?? "main");
    if (found === undefined) {
      const names = Object.keys(tables).map((name) => `"${cell}.${name}"`);
      const remedy = names.length === 0 ? "Choose another cell." : `Choose one of ${names.join(", ")}.`;
      throw new UserError(`"${cell}" has no table "${table ?? "main"}".`, remedy);
    }
    return { rows: found.rows, unit: found.unit, columns: found.columns, ...("selection" in found ? { selection: found.selection } : {}) };
  }

  journey(text: string): Journey {
    const { value } = this.kept(text, text);
    if (isJourney(value)) return this.knowing(value);
    throw new UserError(`"${text}" is not a journey.`, "Choose a journey cell, or add one that reads it.");
  }

  segments(text: string): Segments {
    const { value } = this.kept(text, text);
    if (isSegments(value)) return value;
    throw new UserError(`"${text}" has no segments.`, "Choose a segment cell.");
  }

  /** The journey, with the customers that the run's conditions on other cells speak of. */
  private knowing(journey: Journey): Journey {
    const conditions = membershipsIn(this.request.params);
    if (conditions.length === 0) return journey;
    return withMemberships(journey, new Map(conditions.map((condition) => [membershipKey(condition), this.membership(condition)])));
  }

  private membership({ in: { cell, table, row } }: MembershipCondition): Segments {
    const { request } = this.kept(cell, cell);
    return row === undefined || request === undefined ? this.segments(cell) : this.mark(request, { table: table ?? "main", row });
  }

  private kept(text: string, cell: string): Kept {
    const key = this.request.inputs[text];
    const kept = key === undefined ? undefined : this.store.get(key);
    if (kept === undefined) throw new UserError(`There is no cell "${cell}" to read.`, "Choose another cell.");
    return kept;
  }
}
