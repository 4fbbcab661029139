import { catalog } from "../../cells/catalog.ts";
import type { CellBlock } from "../../notebook/notebook.ts";
import { nameFrom } from "../../notebook/edit/names.ts";
import type { Pick } from "../../schema/pick.ts";
import { saveBlob } from "../../share/export/save-blob.ts";
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

  /** What can be told of a mark's customers: the attributes of the journey its cell reads, and the cells that part that journey into segments. */
  offered(block: CellBlock): { attributes: string[]; segments: string[] } {
    const param = journeyParam(block.kind);
    const from = param === null ? undefined : block.params[param];
    const shapes = this.runs.shapes();
    const columns = typeof from === "string" ? (shapes.get(from)?.columns ?? []) : [];
    const segments = this.document.notebook.blocks.flatMap((other) => {
      if (other.type !== "cell" || shapes.get(other.name)?.provides !== "segments") return [];
      return other.params[journeyParam(other.kind) ?? ""] === from ? [other.name] : [];
    });
    return { attributes: columns.filter(({ of }) => of === "customer").map(({ name }) => name), segments };
  }

  /** Puts a mark's customers into the downloads, one a line, with what was chosen of them. */
  async download(block: CellBlock, pick: Pick, wanted: { attributes: readonly string[]; segments: readonly string[] }): Promise<void> {
    const { table } = await this.runs.members(block.name, pick, wanted);
    if (table !== undefined) saveBlob(`${block.name}-customers.csv`, tableCsv(table));
  }
}
