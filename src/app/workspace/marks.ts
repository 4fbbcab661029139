import { catalog } from "../../cells/catalog.ts";
import type { CellBlock } from "../../notebook/notebook.ts";
import { nameFrom } from "../../notebook/edit/names.ts";
import { textColumn } from "../../schema/made-columns.ts";
import type { Pick } from "../../schema/pick.ts";
import { tableCsv } from "../../share/table-csv.ts";
import type { Edits } from "./edits.ts";
import type { NotebookDocument } from "./notebook-document.ts";
import type { Runs } from "./runs.ts";

/** The parameter of a kind that reads a journey. */
function journeyParam(kind: string): string | null {
  const schema = catalog.get(kind)?.params ?? {};
  return Object.keys(schema).find((name) => schema[name]!.type === "input" && schema[name]!.accepts.includes("journey")) ?? null;
}

/** The kind that names segments by rules: its name, and the parameters that take a journey and the rules. */
function ruleKind(): { kind: string; from: string; rules: string } | null {
  for (const [kind, { params }] of catalog) {
    const rules = Object.keys(params).find((name) => params[name]!.type === "rules");
    const from = journeyParam(kind);
    if (rules !== undefined && from !== null) return { kind, from, rules };
  }
  return null;
}

/**
 * What a mark is, in words.
 *
 * @example markWords("comeback", { table: "main", row: { cohort: "2025-01-01", period: 3 } }) // "comeback: cohort 2025-01-01, period 3"
 */
export function markWords(cell: string, { row }: Pick): string {
  const parts = Object.entries(row).map(([key, value]) => `${key.replaceAll("_", " ")} ${typeof value === "string" ? value : JSON.stringify(value)}`);
  return `${cell}: ${parts.join(", ")}`;
}

/** What can be done with the customers behind the marks of figures. */
export class Marks {
  constructor(
    private readonly document: NotebookDocument,
    private readonly runs: Runs,
    private readonly edits: Edits,
  ) {}

  /** The ids of the customers behind a mark. @throws {UserError} If the cell is not up to date, or its marks do not stand for customers. */
  async customers(block: CellBlock, pick: Pick): Promise<string[]> {
    return (await this.runs.members(block.name, pick)).customers;
  }

  /** Adds a cell below that makes a segment of a mark's customers. */
  makeSegment(block: CellBlock, pick: Pick): void {
    const to = ruleKind();
    const param = journeyParam(block.kind);
    if (to === null || param === null) return;
    const { table, row } = pick;
    const rule = { in: { cell: block.name, table, row } };
    const place = this.document.notebook.blocks.findIndex(({ id }) => id === block.id) + 1;
    const segments = [{ name: markWords(block.name, pick), rules: [rule] }];
    const name = nameFrom(`${block.name} segment`);
    this.edits.addCell({ kind: to.kind, name, params: { [to.from]: block.params[param] ?? null, [to.rules]: segments } }, place);
  }

  /** Puts a mark's customers into the downloads, one id a line. */
  download(block: CellBlock, ids: readonly string[]): void {
    const csv = tableCsv({ rows: ids.length, unit: "customer", columns: [textColumn("customer", ids, "customer")] });
    const link = globalThis.document.createElement("a");
    link.href = URL.createObjectURL(new Blob([csv], { type: "text/csv" }));
    link.download = `${block.name}-customers.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }
}
