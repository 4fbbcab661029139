import { keepsHandles, type KeptNotebook } from "./kept-notebook.ts";
import { withStorage } from "./storage.ts";

const most = 12;
const openKey = "journeybook.open";

/** Writes a notebook as it now stands; the oldest of those without unsaved changes make room. Says whether it was written. */
export async function keepNotebook(notebook: KeptNotebook): Promise<boolean> {
  const { handle: _handle, files: _files, identities: _identities, ...text } = notebook;
  return await withStorage(async (storage) => {
    await storage.put("notebooks", keepsHandles ? notebook : text);
    const kept = (await storage.getAll("notebooks")).sort((a, b) => b.at - a.at);
    for (const old of kept.slice(most)) {
      if (old.text === old.savedText) await storage.delete("notebooks", old.id);
    }
    return true;
  }, false);
}

/** The notebooks this machine knows, latest first; one that was opened several times and never changed is there once. */
export async function recentNotebooks(): Promise<KeptNotebook[]> {
  const kept = await withStorage(async (storage) => (await storage.getAll("notebooks")).sort((a, b) => b.at - a.at), []);
  const known = new Set<string>();
  return kept.filter(({ fileName, text }) => {
    const content = JSON.stringify([fileName, text]);
    return !known.has(content) && known.add(content);
  });
}

/** One of them. */
export async function keptNotebook(id: string): Promise<KeptNotebook | undefined> {
  return await withStorage((storage) => storage.get("notebooks", id), undefined);
}

/** Drops one of them. */
export async function dropNotebook(id: string): Promise<void> {
  await withStorage((storage) => storage.delete("notebooks", id), undefined);
}

/** Remembers which notebook this tab has open, so that a reload or a crash brings it back. */
export function rememberOpen(id: string | null): void {
  try {
    if (id === null) sessionStorage.removeItem(openKey);
    else sessionStorage.setItem(openKey, id);
  } catch {
    // Without a memory a reload shows the start page, where the notebook is among the recent ones.
  }
}

/** The notebook this tab had open before it was loaded again. */
export function openBefore(): string | null {
  try {
    return sessionStorage.getItem(openKey);
  } catch {
    return null;
  }
}
