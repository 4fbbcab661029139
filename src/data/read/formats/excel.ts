import readWorkbook, { type SheetData } from "read-excel-file/universal";
import { UserError } from "../../../schema/errors.ts";
import { bytesOf } from "../bytes-of.ts";
import type { ByteSource } from "../byte-source.ts";
import { damagedFile } from "../damaged-file.ts";
import { sheetTable } from "../excel/sheet-table.ts";
import type { Format } from "../format.ts";
import { isTrap, tooMuchPacked } from "../packing.ts";
import { isZip, zipDirectory } from "../zip/zip-directory.ts";

/** A workbook is unpacked and taken apart at once. */
const largestWorkbook = 1 << 30;

interface Sheet {
  sheet: string;
  data: SheetData;
}

/** Excel workbooks (.xlsx, .xlsm): one sheet of them, with its dates, numbers, texts and yes or no; cells with an error are missing. */
export const excel: Format = {
  memory: 40,
  suits: (head, name) =>
    isZip(head) && (/\.xls[xm]$/i.test(name) || /\[Content_Types\]\.xml|xl\/workbook\.xml/.test(new TextDecoder("windows-1252").decode(head))),
  async read(source, _head, options) {
    const blob = await source.whole();
    await checkSize(blob, source.name);
    const sheets = await sheetsOf(blob, source);
    const filled = sheets.filter(({ data }) => data.some((row) => row.some((cell) => cell !== null)));
    const sheet = options.sheet === undefined ? filled[0] : sheets.find((other) => other.sheet === options.sheet);
    if (sheet === undefined && options.sheet !== undefined) {
      throw new UserError(`There is no sheet "${options.sheet}" in "${source.name}".`, "Choose one of its sheets.", {
        param: "sheet",
        fixes: sheets.slice(0, 3).map((other) => ({ label: `Read ${other.sheet}`, params: { sheet: other.sheet } })),
      });
    }
    if (sheet === undefined) throw new UserError(`"${source.name}" has nothing in its sheets.`, "Drop a workbook with a table in it.");
    const pause = source.tellWork(0.8);
    if (pause !== undefined) await pause;
    const reading = sheetTable(sheet.data, source.name, options);
    const others = filled.filter((other) => other !== sheet).map((other) => other.sheet);
    return { ...reading, chosen: { what: "sheet", name: sheet.sheet, others } };
  },
};

async function checkSize(blob: Blob, name: string): Promise<void> {
  const members = await zipDirectory(blob, name);
  const unpacked = members.reduce((sum, member) => sum + member.unpacked, 0);
  if (members.some((member) => isTrap(member.packed, member.unpacked))) throw tooMuchPacked(name);
  if (unpacked > largestWorkbook) {
    throw new UserError(
      `"${name}" unpacks to ${(unpacked / 1e9).toFixed(1)} GB, too large for a workbook to be read at once.`,
      "Save the sheet as CSV.",
    );
  }
}

async function sheetsOf(blob: Blob, source: ByteSource): Promise<Sheet[]> {
  const bytes = await bytesOf(blob, source.name);
  try {
    return await readWorkbook(bytes.buffer);
  } catch (error) {
    throw damagedFile(source.name, "Excel workbook", error, "Open it in Excel, save it again, and drop the new file.");
  }
}
