import { appendTables } from "../../data/read/append-tables.ts";
import { ContentHash } from "../../data/read/content-hash.ts";
import { readFile, type FileReading, type ReadFile } from "../../data/read/read-file.ts";
import type { ReadOptions } from "../../data/read/read-options.ts";
import { withoutCustomers } from "../../data/read/without-customers.ts";
import { shapeOf } from "../../data/shape/shape-of.ts";
import type { ColumnType } from "../../schema/column.ts";
import { UserError } from "../../schema/errors.ts";
import { fileSha256 } from "../../schema/sha256.ts";
import type { CellOutput, Inputs, Job } from "../cell.ts";
import { columnsTable } from "./columns-table.ts";
import { dialectFact } from "./dialect-fact.ts";
import { fileFact } from "./file-fact.ts";
import { filesTable, rowsOf } from "./files-table.ts";
import type { Params } from "./params.ts";
import { pinWarnings } from "./pin-warnings.ts";
import { readingWarnings } from "./reading-warnings.ts";

/** What the parameters ask of the reader: "auto" asks nothing. */
function optionsOf(params: Params, zone: string): ReadOptions {
  const { delimiter, encoding, decimal, dates, header, sheet, member, skip, footer } = params;
  const types = Object.entries(params.types).filter(([, type]) => type !== "auto") as [string, ColumnType][];
  return {
    zone: params.zone?.trim() || zone,
    types: Object.fromEntries(types),
    ...(delimiter !== "auto" && { delimiter }),
    ...(encoding !== "auto" && { encoding }),
    ...(decimal !== "auto" && { decimal }),
    ...(dates !== "auto" && { dateOrder: dates }),
    ...(header !== "auto" && { header: header === "yes" }),
    ...(sheet !== null && { sheet }),
    ...(member !== null && { member }),
    ...(skip !== null && { skip }),
    ...(footer !== null && { footer }),
  };
}

/** One identity for what was read: a file's own hash, or the hash of the hashes of several. */
function contentOf(readings: readonly FileReading[]): string {
  if (readings.length === 1) return readings[0]!.content;
  const hash = new ContentHash();
  for (const { content } of readings) hash.update(new TextEncoder().encode(content));
  return hash.digest();
}

/** Stands where a line of a file stood as an example, which may be a removed customer's. */
const leftOut = "(left out)";

/** Reads each file by itself, without the rows of removed customers. @param hashed Whether the SHA-256 of each is wanted. */
async function readEach(params: Params, job: Job, hashed: boolean): Promise<ReadFile[]> {
  const files = await job.files(params.file);
  if (files.length === 0) throw new UserError(`No file fits ${JSON.stringify(params.file)}.`, "Drop the file on the cell.", { param: "file" });
  const options = optionsOf(params, job.timezone);
  const read: ReadFile[] = [];
  for (const [index, file] of files.entries()) {
    const reading = await readFile(file, options, (fraction, doing) => job.progress((index + fraction) / files.length, doing));
    const { first } = reading;
    const hash = (): Promise<string> => fileSha256(file.blob, (fraction) => job.progress((index + fraction) / files.length, "hashed"));
    const sha256 = first !== undefined ? first.sha256 : hashed ? await hash() : undefined;
    const table = withoutCustomers(reading.table, params.exclude);
    const inFile = first?.rows ?? reading.table.rows;
    const bad = params.exclude.length === 0 ? reading.bad : reading.bad.map((records) => ({ ...records, example: leftOut }));
    read.push({ ...reading, table, bad, options, ...(inFile !== table.rows && { rows: inFile }), ...(sha256 !== undefined && { sha256 }) });
  }
  return read;
}

/** Each file by itself, as it goes into a shared page. */
export function readings(params: Params, job: Job): Promise<ReadFile[]> {
  return readEach(params, job, true);
}

/** Reads the file, or the files one below the other. */
export async function compute(_inputs: Inputs, params: Params, job: Job): Promise<CellOutput> {
  const options = optionsOf(params, job.timezone);
  const found = await readEach(params, job, params.pin !== null);
  const { table, drift } = appendTables(found);
  const shape = shapeOf(table);
  const removed = found.reduce((sum, reading) => sum + rowsOf(reading) - reading.table.rows, 0);
  return {
    value: table,
    content: contentOf(found),
    tables: { columns: columnsTable(found, table, shape), files: filesTable(found) },
    facts: [fileFact(found, table, shape, job.timezone), dialectFact(found, options)],
    warnings: [...pinWarnings(found, params.pin), ...readingWarnings(found, drift, options)],
    n: table.rows,
    excluded: removed === 0 ? {} : { "rows of removed customers": removed },
  };
}
