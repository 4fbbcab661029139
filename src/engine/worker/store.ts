import type { CellOutput } from "../../cells/cell.ts";
import type { DataTable } from "../../data/data-table.ts";
import type { Journey } from "../../journey/journey.ts";
import type { Segments } from "../../journey/segments.ts";
import type { Table } from "../../schema/table.ts";
import { bytesOf } from "../buffers-of.ts";
import type { ComputeRequest } from "../protocol.ts";
import { membershipsIn } from "./memberships-in.ts";

/** What a cell hands to the cells that read it. */
export type Value = Journey | DataTable | Segments;

/** One cell's output as the worker keeps it: whole tables, whatever of them the page was given. */
export interface Kept {
  value?: Value;
  tables: Readonly<Record<string, Table>>;
  /** The run it comes from, to find the customers behind its marks; not known of what was brought back from a snapshot. */
  request?: ComputeRequest;
}

export function isJourney(value: Value | undefined): value is Journey {
  return value !== undefined && "offsets" in value;
}

export function isDataTable(value: Value | undefined): value is DataTable {
  return value !== undefined && "columns" in value && !isJourney(value);
}

export function isSegments(value: Value | undefined): value is Segments {
  return value !== undefined && "sets" in value;
}

/** What is kept of an output. A table that is the value is the main table, unless the cell has one of its own beside it. */
export function keptOf({ value, tables }: CellOutput, run: ComputeRequest): Kept {
  const request = { ...run, files: {} };
  return { tables, request, ...(value === undefined ? {} : { value }) };
}

/** A table of an output by its name, or undefined where it has none. */
export function tableOf({ value, tables }: Kept, name: string): DataTable | undefined {
  return tables[name] ?? (name === "main" && isDataTable(value) ? value : undefined);
}

/** The outputs in the worker, by the key of the run that made them. */
export class Store {
  private readonly kept = new Map<string, Kept>();

  get(key: string): Kept | undefined {
    return this.kept.get(key);
  }

  keep(key: string, kept: Kept): void {
    this.kept.set(key, kept);
  }

  forget(key: string): void {
    this.kept.delete(key);
  }

  /** The keys a run needs that are not here: its inputs', and those of the cells whose marks its conditions speak of. */
  lacking({ inputs, params }: ComputeRequest): string[] {
    const direct = Object.values(inputs).filter((key) => !this.kept.has(key));
    const marked = membershipsIn(params).flatMap((condition) => {
      const { request } = this.kept.get(inputs[condition.in.cell] ?? "") ?? {};
      return request === undefined || condition.in.row === undefined ? [] : this.lacking(request);
    });
    return [...new Set([...direct, ...marked])];
  }

  /** Bytes of all buffers kept, each counted once however many tables share it. */
  bytes(): number {
    return bytesOf(this.kept);
  }
}
