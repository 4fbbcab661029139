import type { Block } from "../../notebook/notebook.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** Whether a block has a text in it: a cell by its name, kind or columns, prose, comments and decisions by their words. Everything has the empty text. */
export function searched(block: Block, text: string, workspace: Workspace): boolean {
  const wanted = text.trim().toLowerCase();
  if (wanted === "") return true;
  if (block.type === "prose") return block.text.toLowerCase().includes(wanted);
  if (block.type === "note") return `${block.kind} ${JSON.stringify(block.params)}`.toLowerCase().includes(wanted);
  if (block.type === "unknown") return `${block.kind ?? ""} ${block.name ?? ""}`.toLowerCase().includes(wanted);
  const columns = workspace.runs.state(block.name).shape?.columns ?? [];
  return [block.name, block.kind, ...columns.map(({ name }) => name)].some((word) => word.toLowerCase().includes(wanted));
}
