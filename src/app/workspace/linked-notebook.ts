import { toProblem } from "../../schema/errors.ts";
import { notebookIn } from "../../share/link/notebook-link.ts";
import type { Workspace } from "./workspace.ts";

/** Takes the notebook out of the page's address, so that opening the page again does not put it over what has become of it. */
function clearAddress(): void {
  try {
    history.replaceState(null, "", location.pathname + location.search);
  } catch {
    // Where the address stays, the notebook is opened anew each time, and the draft of before is among the recent ones.
  }
}

/**
 * Opens the notebook that the page's address holds behind its #. It is a new one and gets no file: neither those of another notebook nor
 * those that come with the page, until its reader gives it some.
 *
 * @returns Whether the address held one.
 */
export async function openLinked({ opening, notices }: Workspace): Promise<boolean> {
  const { hash } = location;
  try {
    const text = await notebookIn(hash);
    if (text === null) return false;
    clearAddress();
    opening.openText(text, { fileName: null, savedText: null });
    if (notices.current === null) notices.show({ text: "This notebook came with the link, without data. It reads only the files you give it." });
    return true;
  } catch (error) {
    clearAddress();
    const { problem, remedy } = toProblem(error);
    notices.show({ text: `${problem} ${remedy}` });
    return false;
  }
}
