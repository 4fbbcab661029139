import { deleteDB, openDB } from "idb";

const database = "journeybook-key";
const algorithm = { name: "HMAC", hash: "SHA-256" } as const;

/** Kept for as long as the page is open, so that two shares of one sitting agree. */
let ofThisPage: Promise<CryptoKey> | null = null;

async function fresh(): Promise<CryptoKey> {
  return await crypto.subtle.generateKey({ ...algorithm, length: 256 }, false, ["sign"]);
}

/** The stored key; a tab that was faster has put its own, and that one is taken. */
async function stored(): Promise<CryptoKey> {
  const storage = await openDB(database, 1, { upgrade: (created) => void created.createObjectStore("keys") });
  try {
    const made = await fresh();
    const transaction = storage.transaction("keys", "readwrite");
    const known = (await transaction.store.get("pseudonyms")) as CryptoKey | undefined;
    if (known === undefined) await transaction.store.put(made, "pseudonyms");
    await transaction.done;
    return known ?? made;
  } finally {
    storage.close();
  }
}

/**
 * The key that pseudonyms are made with. It cannot be read out of the browser, not even by this page, and is in nothing that is shared.
 *
 * A hosted page keeps it in the browser's storage, so that next month's pseudonyms are the same. From `file://` that storage belongs to
 * every local page; there the key lasts as long as the page, as it does where the browser keeps nothing.
 */
export async function projectKey(): Promise<CryptoKey> {
  const isHosted = location.protocol === "https:" || location.protocol === "http:";
  ofThisPage ??= isHosted ? stored().catch(fresh) : fresh();
  return await ofThisPage;
}

/** Forgets the key: pseudonyms made from now on have nothing in common with earlier ones. */
export async function forgetProjectKey(): Promise<void> {
  ofThisPage = null;
  await deleteDB(database);
}
