import type { FirstReading, TableReading } from "../table-reading.ts";

/** What a kept reading says beside its table. */
export type ReadingNote = Omit<TableReading, "table" | "first"> & { first: FirstReading };

/** Where a reading's note stands in the schema's metadata. */
export const readingKey = "journeybook";
