import type { ShelvedFile } from "./file-shelf.ts";

/** What a picker gave: the file, and its handle where the browser has one. */
export type PickedFile = ShelvedFile;

interface PickerWindow {
  showOpenFilePicker?(options: { multiple?: boolean; types?: PickerType[]; excludeAcceptAllOption?: boolean }): Promise<FileSystemFileHandle[]>;
  showSaveFilePicker?(options: { suggestedName?: string; types?: PickerType[] }): Promise<FileSystemFileHandle>;
}
interface PickerType {
  description: string;
  accept: Record<string, string[]>;
}

const notebookTypes: PickerType[] = [{ description: "Journeybook notebooks", accept: { "text/markdown": [".md"] } }];
const openedTypes: PickerType[] = [...notebookTypes, { description: "Observable notebooks", accept: { "text/html": [".html"] } }];
const pickers = window as unknown as PickerWindow;

/** Whether the browser can write to a file the reader chooses. */
export const canSaveToFiles = pickers.showSaveFilePicker !== undefined;

const isRefusal = (error: unknown): boolean => error instanceof DOMException && error.name === "AbortError";

function pickByInput(multiple: boolean, accept: string): Promise<PickedFile[]> {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = multiple;
  input.accept = accept;
  return new Promise((resolve) => {
    input.addEventListener("change", () => resolve([...(input.files ?? [])].map((file) => ({ name: file.name, file }))));
    input.addEventListener("cancel", () => resolve([]));
    input.click();
  });
}

async function pick(options: { multiple: boolean; types?: PickerType[] }, accept: string): Promise<PickedFile[]> {
  if (pickers.showOpenFilePicker === undefined) return await pickByInput(options.multiple, accept);
  try {
    const handles = await pickers.showOpenFilePicker(options);
    return await Promise.all(handles.map(async (handle) => ({ name: handle.name, file: await handle.getFile(), handle })));
  } catch (error) {
    if (isRefusal(error)) return [];
    return await pickByInput(options.multiple, accept);
  }
}

/** Lets the reader choose data files or notebooks; none when they change their mind. */
export const pickFiles = (): Promise<PickedFile[]> => pick({ multiple: true }, "");

/** Lets the reader choose one notebook. */
export const pickNotebook = (): Promise<PickedFile[]> => pick({ multiple: false, types: openedTypes }, ".md,.html,text/markdown,text/html");

/** Lets the reader choose where to save; null when they change their mind. @throws When the browser refuses to ask. */
export async function pickPlace(suggestedName: string): Promise<FileSystemFileHandle | null> {
  try {
    return (await pickers.showSaveFilePicker?.({ suggestedName, types: notebookTypes })) ?? null;
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
}
