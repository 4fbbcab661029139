import { openNotebook } from "../../../notebook/open.ts";
import { toProblem } from "../../../schema/errors.ts";
import type { OwnPage } from "../../../share/page/own-page.ts";
import { unpackParts } from "../../../share/page/parts.ts";
import { resultsOf } from "../../../share/page/plain-results.ts";
import { readHead, type SharedHead } from "../../../share/page/shared-head.ts";
import type { Workspace } from "../workspace.ts";

/** Opens the notebook in this page, and its data as far as it is not locked. Says whether there is one. */
export async function openShared(page: OwnPage, workspace: Workspace): Promise<boolean> {
  const text = page.notebook;
  if (text === null) return false;
  const { opening, sharing, notices, view } = workspace;
  let head: SharedHead;
  try {
    head = readHead(text);
  } catch (error) {
    const { problem, remedy } = toProblem(error);
    notices.show({ text: `${problem} ${remedy}` });
    return true;
  }
  view.set(head.view);
  await opening.openShared(head.notebook, head.fileName);
  sharing.from = { head, embedded: { notebook: text, data: "" }, files: [], isOpen: false };
  workspace.topic.tell();
  const { id } = workspace.document;
  const data = await page.data();
  if (workspace.document.id !== id) return true;
  sharing.from = { head, embedded: { notebook: text, data }, files: [], isOpen: false };
  if (head.lock === undefined) {
    const problem = await unlockShared(workspace, null);
    if (problem !== null) notices.show({ text: problem });
  }
  return true;
}

/** Takes the data out of the page the notebook came in; says why where that fails. */
export async function unlockShared(workspace: Workspace, passphrase: string | null): Promise<string | null> {
  const { sharing, files, runs, topic } = workspace;
  const { from } = sharing;
  if (from === null) return null;
  try {
    const parts = await unpackParts(from.head, from.embedded.data, passphrase);
    if (sharing.from !== from) return null;
    const found = parts
      .filter(({ kind }) => kind === "file")
      .map(({ name, bytes, modified }) => ({ name, file: new File([bytes], name, { lastModified: modified }) }));
    sharing.from = { ...from, files: found.map(({ file }) => file), isOpen: true };
    for (const { kind, bytes } of parts) {
      if (kind === "results") runs.keep(resultsOf(bytes), openNotebook(from.head.notebook).notebook);
    }
    files.add(found);
    topic.tell();
    return null;
  } catch (error) {
    const { problem, remedy } = toProblem(error);
    return `${problem} ${remedy}`;
  }
}
