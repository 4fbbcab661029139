import { catalog } from "../../cells/catalog.ts";
import { moment, windowRange } from "../../figures/formats/date.ts";
import { counted } from "../../figures/formats/counted.ts";
import { number } from "../../figures/formats/number.ts";
import { span } from "../../figures/formats/span.ts";
import type { CellBlock } from "../../notebook/notebook.ts";
import { referencesOf } from "../../schema/parameters.ts";
import { reference } from "../../schema/reference.ts";
import { scalarAt } from "../../schema/scalar.ts";
import { columnOf, type Table } from "../../schema/table.ts";
import { fileSize } from "../workspace/file-size.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** One heading of where a result comes from, with its lines: what, and what it is. */
export interface AccountPart {
  title: string;
  lines: readonly (readonly [what: string, is: string])[];
}

const referencesIn = (block: CellBlock): string[] => referencesOf(catalog.get(block.kind)?.params ?? {}, block.params);

/** The cells a cell reads, and those these read, each before the cells that read it; the cell itself last. */
function chain(block: CellBlock, workspace: Workspace, found = new Set<CellBlock>()): Set<CellBlock> {
  for (const name of referencesIn(block)) {
    const read = workspace.cellNamed(reference(name).cell);
    if (read !== null && read !== block && !found.has(read)) chain(read, workspace, found);
  }
  return found.add(block);
}

function fileLines(block: CellBlock, workspace: Workspace): [string, string][] {
  const table: Table | undefined = workspace.runs.state(block.name).result?.tables["files"];
  const here = workspace.filesOf(block);
  const said = (name: string, row: number): string => {
    const column = table === undefined ? undefined : columnOf(table, name);
    return column === undefined ? "" : String(scalarAt(column, row) ?? "");
  };
  return here.map(({ name, file }, row) => {
    const size = said("bytes", row);
    const parts = [fileSize(size === "" ? file.size : Number(size)), `modified ${moment(file.lastModified, workspace.settings.timezone)}`];
    if (table !== undefined) parts.push(counted(Number(said("rows", row)), "row", navigator.language), `content ${said("content", row)}`);
    if (said("sha256", row) !== "") parts.push(`SHA-256 ${said("sha256", row)}`);
    return [name, parts.join(", ")];
  });
}

/** Rows in and out of one cell on the way. */
function step(block: CellBlock, workspace: Workspace): [string, string] {
  const locale = navigator.language;
  const rowsOf = (name: string): string => {
    const { shape, result } = workspace.runs.state(name);
    const rows = shape?.rows ?? result?.n;
    return rows === undefined ? "no result" : counted(rows, "row", locale);
  };
  const inputs = referencesIn(block).map((name) => `${name} ${rowsOf(reference(name).cell)}`);
  const excluded = Object.entries(workspace.runs.state(block.name).result?.excluded ?? {}).filter(([, count]) => count > 0);
  const left = excluded.map(([reason, count]) => `${number(count, locale)} left out: ${reason}`);
  const major = catalog.get(block.kind)?.kind.major ?? block.major;
  const from = inputs.length === 0 ? "from file" : inputs.join(", ");
  return [`${block.name} (${block.kind}@${major})`, [`${from} → ${rowsOf(block.name)}`, ...left].join(", ")];
}

/** Where a cell's numbers come from: files, rows in and out of each step from file to result, and all the result was computed with. */
export function accountOf(block: CellBlock, workspace: Workspace): AccountPart[] {
  const { runs, settings, document } = workspace;
  const { result, key, ms } = runs.state(block.name);
  const locale = navigator.language;
  const way = [...chain(block, workspace)];
  const parts: AccountPart[] = [
    { title: "Files", lines: way.flatMap((one) => fileLines(one, workspace)) },
    { title: "Rows, step by step", lines: way.map((one) => step(one, workspace)) },
  ];
  if (result !== null) {
    parts.push({
      title: "Result",
      lines: [
        ["n", number(result.n, locale)],
        ...Object.entries(result.tables).map(
          ([name, table]) => [`table ${name}`, counted(table.truncatedFrom ?? table.rows, "row", locale)] as const,
        ),
        ...(result.window === undefined ? [] : [["window", windowRange(result.window, settings.timezone, locale)] as const]),
        ...(result.seed === undefined ? [] : [["seed", String(result.seed)] as const]),
        ["time zone", settings.timezone],
        ["level of intervals", number(settings.level, locale, 3)],
        ["notebook format", String(document.notebook.front.format)],
        ...(key === null ? [] : [["fingerprint", key] as const]),
        ...(ms === null ? [] : [["time in the worker", span(ms, locale)] as const]),
      ],
    });
  }
  return parts.filter(({ lines }) => lines.length > 0);
}

/** The same as text, with the parameters as written, to be kept beside a figure. */
export function accountText(block: CellBlock, workspace: Workspace): string {
  const title = `${block.name}, in ${workspace.document.fileName}`;
  const parts = accountOf(block, workspace).map((part) => [part.title, ...part.lines.map(([what, is]) => `  ${what}: ${is}`)].join("\n"));
  return [title, ...parts, "Parameters as written", workspace.document.textOf(block), ""].join("\n");
}
