import { isVersion, type Version } from "../../notebook/versions/version.ts";
import { keepsHandles } from "./kept-notebook.ts";
import { withStorage } from "./storage.ts";

/** Whether this machine keeps what cells found, beside the notebook's text. On file:// every local page shares one storage. */
export const keepsResults = keepsHandles;

/** Writes a version, and drops others to make room. */
export async function storeVersion(version: Version, dropped: readonly string[]): Promise<void> {
  await withStorage(async (storage) => {
    await storage.put("versions", keepsResults ? version : { ...version, results: null, files: [] });
    for (const id of dropped) await storage.delete("versions", id);
  }, undefined);
}

/** All versions of all notebooks. */
export async function storedVersions(): Promise<Version[]> {
  return await withStorage(async (storage) => (await storage.getAll("versions")).filter(isVersion), []);
}

/** Drops one. */
export async function dropVersion(id: string): Promise<void> {
  await withStorage((storage) => storage.delete("versions", id), undefined);
}
