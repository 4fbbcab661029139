import type { Workspace } from "../workspace/workspace.ts";

/** Puts a text on the clipboard and says so, or why it is not there. */
export async function copyText(text: string, { notices }: Workspace): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notices.show({ text: "Copied." });
  } catch {
    notices.show({ text: "The browser did not let this page write to the clipboard. Select the text and copy it." });
  }
}
