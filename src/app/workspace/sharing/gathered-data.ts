import type { ReadFile } from "../../../data/read/read-file.ts";
import { UserError } from "../../../schema/errors.ts";
import { planColumns, type ColumnPlan } from "../../../share/gate/column-plan.ts";
import { projectKey } from "../../../share/gate/project-key.ts";
import { pseudonymise } from "../../../share/gate/pseudonymise.ts";
import type { Removal } from "../../../share/gate/removal.ts";
import type { Part } from "../../../share/page/parts.ts";
import { withTable } from "../../../share/page/with-table.ts";
import { ownTask } from "../../topics/own-task.ts";
import { wantedFiles } from "../wanted-files.ts";
import { customerColumns } from "./customer-columns.ts";
import type { ShareColumns } from "./share-options.ts";
import type { ShareSource } from "./share-source.ts";

/** Columns of one file and what is planned for each. */
export interface FilePlan {
  cell: string;
  file: string;
  plan: ColumnPlan[];
}

/** The readings of a cell's files, as far as they are here. */
interface CellReadings {
  cell: string;
  readings: ReadFile[];
}

async function* readingsOf({ document, runs, engine }: ShareSource): AsyncGenerator<CellReadings> {
  for (const block of document.notebook.blocks) {
    if (block.type !== "cell" || wantedFiles(block).length === 0) continue;
    const request = runs.request(block.name);
    if (request === null || Object.values(request.files).some((files) => files.length === 0)) continue;
    yield { cell: block.name, readings: await engine.readings(request) };
  }
}

function asked(plan: readonly ColumnPlan[], cell: string, columns: ShareColumns): ColumnPlan[] {
  const wishes = columns[cell];
  if (wishes === undefined) return [...plan];
  if (Array.isArray(wishes)) return plan.map((one) => ((wishes as readonly string[]).includes(one.column) ? one : { ...one, action: "drop" }));
  const actions = wishes as Exclude<typeof wishes, readonly string[]>;
  return plan.map((one) => ({ ...one, action: actions[one.column] ?? one.action }));
}

/** What the privacy gate would do with every column of every file that is read. */
export async function plannedColumns(source: ShareSource): Promise<FilePlan[]> {
  const plans: FilePlan[] = [];
  const customers = customerColumns(source.document.notebook);
  for await (const { cell, readings } of readingsOf(source)) {
    for (const { name, table } of readings) {
      await ownTask();
      plans.push({ cell, file: name, plan: planColumns({ ...table, columns: [...table.columns] }, customers) });
    }
  }
  return plans;
}

const done: Record<ColumnPlan["action"], string | null> = {
  keep: null,
  drop: "left out",
  pseudonym: "values replaced by other names",
  redact: "persons in its texts redacted",
  generalise: "values made coarser",
};

function removals(cell: string, plan: readonly ColumnPlan[]): Removal[] {
  return plan.flatMap(({ column, found, action }) => {
    const what = done[action];
    if (what === null) return [];
    return [{ cell, column, what, why: found?.why ?? (action === "drop" ? "It was not chosen." : "It tells customers apart.") }];
  });
}

/**
 * The data of every file the notebook reads, as it goes into a page.
 *
 * @param columns What is done to columns, where customers are renamed; null where the rows go as they are.
 * @param renamed Files in which customers are renamed already: they go as they are.
 * @throws {UserError} If a file cannot be read, or is read in two ways.
 */
export async function gatheredData(
  source: ShareSource,
  columns: ShareColumns | null,
  renamed: ReadonlySet<File> = new Set(),
): Promise<{ parts: Part[]; removed: Removal[] }> {
  const parts = new Map<string, Part & { cell: string }>();
  const removed: Removal[] = [];
  const customers = customerColumns(source.document.notebook);
  for await (const { cell, readings } of readingsOf(source)) {
    for (const reading of readings) {
      let packed = reading;
      const file = source.files.matching(reading.name)[0]?.file;
      if (columns !== null && (file === undefined || !renamed.has(file))) {
        const table = { ...reading.table, columns: [...reading.table.columns] };
        const plan = asked(planColumns(table, customers), cell, columns);
        removed.push(...removals(cell, plan));
        packed = withTable(reading, await pseudonymise(table, plan, await projectKey(), ownTask));
      }
      const bytes = await source.engine.pack(packed);
      const before = parts.get(reading.name);
      if (before !== undefined && (before.bytes.length !== bytes.length || before.bytes.some((byte, at) => byte !== bytes[at]))) {
        throw new UserError(
          `"${reading.name}" is read in two ways, by "${before.cell}" and by "${cell}", and can be in the page in one.`,
          "Let both cells read it in the same way, or one of them read the other.",
        );
      }
      parts.set(reading.name, { cell, name: reading.name, kind: "file", bytes, modified: file?.lastModified ?? 0 });
    }
  }
  return { parts: [...parts.values()].map(({ cell: _cell, ...part }) => part), removed };
}
