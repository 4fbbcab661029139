import { withStorage } from "./storage.ts";
import { dropVersion, storedVersions } from "./versions.ts";

/** Deletes the versions of any notebook whose text says something, and gives how many there were. */
export async function dropVersionsNaming(says: (text: string) => boolean): Promise<number> {
  const found = (await storedVersions()).filter(({ text, note }) => says(`${text}\n${note}`));
  for (const { id } of found) await dropVersion(id);
  return found.length;
}

/**
 * Takes something out of the other notebooks this machine keeps, with the undo history of those that said it; gives how many.
 *
 * @param own The id of the notebook that is open: it writes itself.
 */
export async function cleanKept(own: string, says: (text: string) => boolean, clean: (text: string) => string): Promise<number> {
  return await withStorage(async (storage) => {
    const kept = (await storage.getAll("notebooks")).filter(
      (one) => one.id !== own && says(JSON.stringify([one.title, one.text, one.savedText, one.history])),
    );
    for (const { history: _history, ...one } of kept) {
      const savedText = one.savedText === null ? null : clean(one.savedText);
      await storage.put("notebooks", { ...one, title: clean(one.title), text: clean(one.text), savedText, history: null });
    }
    return kept.length;
  }, 0);
}
