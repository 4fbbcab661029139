import type { Notebook } from "../../../notebook/notebook.ts";
import type { Json } from "../../../schema/json.ts";
import { isRecord } from "../../../schema/parameters/say.ts";

function named(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(named);
  if (!isRecord(value)) return [];
  const { customer } = value;
  const own = [customer ?? []].flat().filter((name) => typeof name === "string");
  return [...own, ...Object.values(value).flatMap(named)];
}

/** The columns a notebook's cells take for the customer, whatever table they stand in. */
export function customerColumns({ blocks }: Notebook): string[] {
  return [...new Set(blocks.flatMap((block) => (block.type === "cell" ? named(block.params as Json) : [])))];
}
