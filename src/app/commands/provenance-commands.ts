import { fileParam } from "../workspace/wanted-files.ts";
import { pinSource } from "../provenance/pin-source.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Command } from "./command.ts";

const source = (workspace: Workspace, pinned: boolean) => {
  const block = workspace.selectedCell();
  return block !== null && fileParam(block.kind) !== null && (block.params["pin"] !== undefined) === pinned ? block : null;
};

/** What proves where numbers come from, and what takes a customer out of them. */
export const provenanceCommands: readonly Command[] = [
  {
    id: "verify",
    title: "Verify: compute everything anew and compare",
    group: "Notebook",
    icon: "shield-check",
    reading: true,
    run: ({ overlays }) => overlays.show("verify"),
  },
  {
    id: "pin",
    title: "Pin the source: note what its files are",
    group: "Notebook",
    icon: "shield-check",
    when: (workspace) => source(workspace, false) !== null,
    run: (workspace) => void pinSource(source(workspace, false)!, workspace),
  },
  {
    id: "unpin",
    title: "Unpin the source",
    group: "Notebook",
    icon: "shield-check",
    when: (workspace) => source(workspace, true) !== null,
    run: (workspace) => workspace.edits.setParams(source(workspace, true)!.id, { pin: undefined }),
  },
  {
    id: "remove-customer",
    title: "Find and remove a customer",
    group: "Notebook",
    icon: "user-minus",
    run: ({ overlays }) => overlays.show("remove"),
  },
];
