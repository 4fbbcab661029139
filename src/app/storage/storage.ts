import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from "idb";
import { forgetProjectKey } from "../../share/gate/project-key.ts";
import type { Version } from "../../notebook/versions/version.ts";
import { Topic } from "../topics/topic.ts";
import type { KeptNotebook } from "./kept-notebook.ts";

interface Schema extends DBSchema {
  notebooks: { key: string; value: KeptNotebook };
  versions: { key: string; value: Version };
}

const databaseName = "journeybook";
let database: Promise<IDBPDatabase<Schema>> | null = null;
let fault: string | null = null;

/** Told when this machine begins or stops to keep what is written. */
export const storageTopic = new Topic();

/** Why nothing is kept on this machine, or null while it is. */
export function storageFault(): string | null {
  return fault;
}

function reasonOf(error: unknown): string {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "QuotaExceededError") return "The browser has no room left for drafts. Save the notebook to keep your changes.";
  return "The browser does not let this page keep drafts. Save the notebook to keep your changes.";
}

function setFault(next: string | null): void {
  if (next === fault) return;
  fault = next;
  storageTopic.tell();
}

async function open(): Promise<IDBPDatabase<Schema>> {
  database ??= openDB<Schema>(databaseName, 2, {
    upgrade: (created) => {
      for (const name of ["notebooks", "versions"] as const) {
        if (!created.objectStoreNames.contains(name)) created.createObjectStore(name, { keyPath: "id" });
      }
    },
    // Another tab wants to forget everything and waits for this one.
    blocking: (_version, _wanted, event) => {
      (event.target as IDBDatabase).close();
      database = null;
    },
    terminated: () => (database = null),
  });
  try {
    return await database;
  } catch (error) {
    database = null;
    throw error;
  }
}

/** Does something with what is kept. Where the browser keeps nothing, gives `instead` and tells why through the topic. */
export async function withStorage<T>(work: (storage: IDBPDatabase<Schema>) => Promise<T>, instead: T): Promise<T> {
  try {
    const done = await work(await open());
    setFault(null);
    return done;
  } catch (error) {
    setFault(reasonOf(error));
    return instead;
  }
}

/**
 * Deletes everything of the reader's that this page ever kept on this machine: drafts, versions, recent notebooks, file handles, the key of
 * pseudonyms, the choice of theme. What a hosted page keeps of itself, to open without a network, holds nothing of theirs and stays.
 */
export async function forgetEverything(): Promise<boolean> {
  try {
    if (database !== null) (await database).close();
    database = null;
    await deleteDB(databaseName);
    await forgetProjectKey();
    for (const store of [localStorage, sessionStorage]) {
      for (const key of Object.keys(store)) if (key.startsWith(`${databaseName}.`)) store.removeItem(key);
    }
    return true;
  } catch (error) {
    setFault(reasonOf(error));
    return false;
  }
}
