import type { ShelvedFile } from "./file-shelf.ts";

interface HandleItem {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}

/** The files of a drop, each with its handle where the browser gives one. Must be called in the event itself, before anything is awaited. */
export async function droppedFiles(transfer: DataTransfer): Promise<ShelvedFile[]> {
  const items = [...transfer.items].filter((item) => item.kind === "file");
  const found = items.map((item) => ({ file: item.getAsFile(), handle: (item as unknown as HandleItem).getAsFileSystemHandle?.() }));
  const files = await Promise.all(
    found.map(async ({ file, handle }) => {
      const given = await handle?.catch(() => null);
      if (file === null || given?.kind === "directory") return null;
      return { name: file.name, file, ...(given ? { handle: given as FileSystemFileHandle } : {}) };
    }),
  );
  return files.filter((file) => file !== null);
}

/** Whether a drag carries files. */
export const carriesFiles = (transfer: DataTransfer | null): boolean => transfer?.types.includes("Files") ?? false;

/** Whether a file is a notebook rather than data, by its name: one of ours, or of Observable. */
export const isNotebookName = (name: string): boolean => /\.(md|html?)$/i.test(name);
