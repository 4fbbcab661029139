import type { CellBlock } from "../../notebook/notebook.ts";
import { joinedSha256 } from "../../schema/pin.ts";
import { scalarAt } from "../../schema/scalar.ts";
import { fileSha256 } from "../../schema/sha256.ts";
import { columnOf } from "../../schema/table.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** Writes what a source's files are into the notebook, by their hash and rows, as one step of undo. Says why where it cannot. */
export async function pinSource(block: CellBlock, workspace: Workspace): Promise<void> {
  const { runs, notices, edits } = workspace;
  const { result, current } = runs.state(block.name);
  const table = result?.tables["files"];
  const files = workspace.filesOf(block);
  if (table === undefined || !current || files.length !== table.rows) {
    notices.show({ text: `${block.name} cannot be pinned before it has read its files.` });
    return;
  }
  const [hashes, rows] = [columnOf(table, "sha256")!, columnOf(table, "rows")!];
  const isShared = files.some(({ file }) => workspace.sharing.from?.files.includes(file) === true);
  const found: (string | null)[] = [];
  try {
    for (const [row, { file }] of files.entries()) {
      const known = scalarAt(hashes, row);
      found.push(typeof known === "string" ? known : isShared ? null : await fileSha256(file));
    }
  } catch {
    notices.show({ text: `${block.name} cannot be pinned: its file changed or went away. Drop it on the page again.` });
    return;
  }
  const sha256 = joinedSha256(found);
  if (sha256 === null) {
    notices.show({ text: `${block.name} cannot be pinned: this page does not say what file its table was read from.` });
    return;
  }
  const count = files.reduce((sum, _, row) => sum + Number(scalarAt(rows, row)), 0);
  edits.setParams(block.id, { pin: { sha256, rows: count } });
}
