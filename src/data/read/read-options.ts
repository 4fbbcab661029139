import type { CsvOptions } from "../csv/csv-options.ts";

/** How a file of any format is to be read; what is left out is found in the file. */
export interface ReadOptions extends CsvOptions {
  /** The name of an Excel workbook's sheet. */
  sheet?: string;
  /** The file to read in a ZIP archive, or the list to read in a JSON object. */
  member?: string;
}
