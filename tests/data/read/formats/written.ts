import { strToU8, zipSync } from "fflate";
import { readFile, type FileReading } from "../../../../src/data/read/read-file.ts";
import type { ReadOptions } from "../../../../src/data/read/read-options.ts";

/** Bytes read as a file of that name, in UTC. */
export function readBytes(name: string, content: Uint8Array | string, options: Partial<ReadOptions> = {}): Promise<FileReading> {
  const bytes = typeof content === "string" ? content : new Uint8Array(content);
  return readFile({ name, blob: new Blob([bytes]), modified: 0 }, { zone: "UTC", ...options }, () => undefined);
}

/** A cell of a workbook: text, number, yes or no, a date as its serial number, an error, or nothing. */
export type Cell = string | number | boolean | { serial: number } | { error: string } | null;

const column = (index: number): string => (index < 26 ? "" : column(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

function cellXml(cell: Cell, place: string): string {
  if (cell === null) return "";
  if (typeof cell === "string") return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  if (typeof cell === "number") return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === "boolean") return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if ("error" in cell) return `<c r="${place}" t="e"><v>${cell.error}</v></c>`;
  return `<c r="${place}" s="1"><v>${cell.serial}</v></c>`;
}

/** A minimal workbook. @param from1904 Whether its dates are counted from 1904. */
export function workbook(sheets: Record<string, readonly (readonly Cell[])[]>, from1904 = false): Uint8Array {
  const names = Object.keys(sheets);
  const files: Record<string, Uint8Array> = {
    "[Content_Types].xml": strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    ),
    "xl/workbook.xml": strToU8(
      `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr${from1904 ? ' date1904="1"' : ""}/><sheets>${names.map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join("")}</sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names.map((_, at) => `<Relationship Id="rId${at + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join("")}<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
    ),
    "xl/styles.xml": strToU8(
      '<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>',
    ),
  };
  for (const [at, name] of names.entries()) {
    const rows = sheets[name]!.map(
      (row, index) => `<row r="${index + 1}">${row.map((cell, place) => cellXml(cell, `${column(place)}${index + 1}`)).join("")}</row>`,
    );
    files[`xl/worksheets/sheet${at + 1}.xml`] = strToU8(
      `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.join("")}</sheetData></worksheet>`,
    );
  }
  return zipSync(files);
}
