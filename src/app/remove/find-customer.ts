import type { Condition } from "../../schema/conditions.ts";
import { comparableId } from "../../schema/exclusions.ts";
import { columnNames } from "../../schema/personal/column-names.ts";
import { plainName } from "../../schema/plain-name.ts";
import { scalarAt } from "../../schema/scalar.ts";
import type { ColumnShape } from "../../schema/shape.ts";
import { columnOf, type Table } from "../../schema/table.ts";
import { blockText } from "../../notebook/file/serialize.ts";
import { customerColumns } from "../workspace/sharing/customer-columns.ts";
import { fileParam } from "../workspace/wanted-files.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { namesOne } from "./mentions.ts";

/** Rows of one source in which an id stands in a column. */
export interface Rows {
  cell: string;
  column: string;
  id: string;
  rows: number;
}

/** Another id that stands in the same rows. */
export interface LinkedId {
  id: string;
  /** Whether it stands in rows of other customers too. */
  shared: boolean;
}

/** Everywhere a customer is. */
export interface FoundCustomer {
  rows: Rows[];
  linked: LinkedId[];
  /** Blocks that name the customer; null is the title. */
  mentions: (number | null)[];
}

/** Rows that are looked into for other ids. */
const most = 5_000;

/** Where ids stand: the columns the notebook takes for the customer, and those that are called like an id or an address. */
function idColumns(columns: readonly ColumnShape[], customers: readonly string[]): ColumnShape[] {
  const isId = (name: string): boolean =>
    columnNames.some(([type, look]) => (type === "identifier" || type === "e-mail") && look.test(plainName(name)));
  return columns.filter(({ name, type }) => type !== "time" && type !== "boolean" && (customers.includes(name) || isId(name)));
}

function condition({ name, type }: ColumnShape, id: string): Condition | null {
  if (type === "text") return { column: name, in: [...new Set([id, comparableId(id)])] } as Condition;
  const number = Number(id);
  return id !== "" && String(number) === id ? ({ column: name, is: number } as Condition) : null;
}

async function rowsWith(workspace: Workspace, cell: string, where: Condition): Promise<Table> {
  return await workspace.runs.rows(cell, "main", 0, most, undefined, { where: [where], timezone: workspace.settings.timezone });
}

/** Other values of the notebook's customer columns in some rows. */
function othersIn(table: Table, customers: readonly string[], known: ReadonlySet<string>): string[] {
  const found = new Set<string>();
  for (const name of customers) {
    const column = columnOf(table, name);
    if (column === undefined) continue;
    for (let row = 0; row < table.rows; row++) {
      const value = scalarAt(column, row);
      if (value !== null && String(value) !== "" && !known.has(String(value))) found.add(String(value));
    }
  }
  return [...found];
}

async function rowsOf(workspace: Workspace, id: string): Promise<{ rows: Rows[]; others: string[] }> {
  const { document, runs } = workspace;
  const customers = customerColumns(document.notebook);
  const rows: Rows[] = [];
  const others = new Set<string>();
  for (const block of document.notebook.blocks) {
    const shape = block.type === "cell" && fileParam(block.kind) !== null ? runs.state(block.name).shape : null;
    if (shape === null || block.type !== "cell") continue;
    for (const column of idColumns(shape.columns, customers)) {
      const where = condition(column, id);
      if (where === null) continue;
      const table = await rowsWith(workspace, block.name, where);
      const count = table.truncatedFrom ?? table.rows;
      if (count === 0) continue;
      rows.push({ cell: block.name, column: column.name, id, rows: count });
      for (const other of othersIn(table, customers, new Set([id, comparableId(id)]))) others.add(other);
    }
  }
  return { rows, others: [...others] };
}

/**
 * Looks for a customer in the rows of every source, and in the notebook's words.
 *
 * Rows are looked for in the columns that hold ids. Ids that stand in the same rows are given too, since the journey may know the customer by
 * each of them; one that other customers' rows have as well, such as that of a shared device, says so.
 *
 * @throws {UserError} If the rows of a source are no longer there.
 */
export async function findCustomer(workspace: Workspace, id: string): Promise<FoundCustomer> {
  const { rows, others } = await rowsOf(workspace, id);
  const linked: LinkedId[] = [];
  const known = new Set([id, comparableId(id), ...others]);
  for (const other of others) {
    const found = await rowsOf(workspace, other);
    linked.push({ id: other, shared: found.others.some((third) => !known.has(third)) });
    rows.push(...found.rows);
  }
  const { front, blocks } = workspace.document.notebook;
  const isNamed = (text: string): boolean => namesOne(text, [id]);
  const mentions = [...(isNamed(front.title) ? [null] : []), ...blocks.filter((block) => isNamed(blockText(block))).map((block) => block.id)];
  return { rows, linked, mentions };
}
