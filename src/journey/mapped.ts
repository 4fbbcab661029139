import type { DataTable } from "../data/data-table.ts";
import type { AttributeLine, EventLine } from "../schema/mapping.ts";

/** One line of the mapping with the table it reads. */
export interface MappedLine {
  line: EventLine;
  table: DataTable;
}

/** One line of attributes with the table it reads. */
export interface MappedAttributes {
  line: AttributeLine;
  table: DataTable;
}
