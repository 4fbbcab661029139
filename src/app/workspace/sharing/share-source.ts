import type { EngineClient } from "../../../engine/client.ts";
import type { FileShelf } from "../file-shelf.ts";
import type { NotebookDocument } from "../notebook-document.ts";
import type { Runs } from "../runs.ts";

/** What sharing reads: the notebook, its files, what its cells found, and the worker that packs. */
export interface ShareSource {
  document: NotebookDocument;
  files: FileShelf;
  runs: Runs;
  engine: EngineClient;
}
