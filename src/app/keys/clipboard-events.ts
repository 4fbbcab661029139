import type { Workspace } from "../workspace/workspace.ts";

const onBlock = (event: Event): boolean => {
  const target = event.composedPath()[0];
  return target instanceof HTMLElement && target.dataset["block"] !== undefined;
};

/** Cuts, copies and pastes blocks by the browser's own keys and menus while a block has the keyboard. Gives what ends that. */
export function clipboardEvents(workspace: Workspace): () => void {
  const take = (event: ClipboardEvent): void => {
    if (!workspace.isOpen || !onBlock(event) || getSelection()?.isCollapsed === false) return;
    const text = workspace.clip.take();
    if (text === null || event.clipboardData === null) return;
    event.clipboardData.setData("text/plain", text);
    event.preventDefault();
    if (event.type === "cut") workspace.edits.remove(workspace.selection.ids, "cut");
  };
  const paste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!workspace.isOpen || !onBlock(event) || text === "") return;
    event.preventDefault();
    workspace.edits.paste(text);
  };
  addEventListener("copy", take);
  addEventListener("cut", take);
  addEventListener("paste", paste);
  return () => {
    removeEventListener("copy", take);
    removeEventListener("cut", take);
    removeEventListener("paste", paste);
  };
}
