import { UserError } from "../../schema/errors.ts";
import { base64Of, bytesOfBase64 } from "./base64.ts";
import type { Lock } from "./shared-head.ts";

/** Rounds of PBKDF2 with SHA-256 this page locks with; OWASP asks for 600,000. */
const iterations = 1_000_000;
/** Rounds a page may ask of its reader: fewer are no lock, more would hang. */
const bounds = [600_000, 10_000_000] as const;

function subtle(): SubtleCrypto {
  const found = (globalThis.crypto as Crypto | undefined)?.subtle;
  if (found === undefined) throw new UserError("The browser offers no encryption on this page.", "Open the page from your disk or over https.");
  return found;
}

async function keyOf(passphrase: string, salt: Uint8Array<ArrayBuffer>, rounds: number): Promise<CryptoKey> {
  const bytes = new TextEncoder().encode(passphrase.normalize("NFC"));
  const material = await subtle().importKey("raw", bytes, "PBKDF2", false, ["deriveKey"]);
  const slow = { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds };
  return await subtle().deriveKey(slow, material, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

/**
 * Locks bytes with a passphrase: AES-256-GCM under a key that PBKDF2 takes long to find.
 *
 * What is locked is as safe as the passphrase: a short word is found by trying.
 *
 * @throws {UserError} Where the browser offers no encryption.
 */
export async function locked(bytes: Uint8Array<ArrayBuffer>, passphrase: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; lock: Lock }> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const key = await keyOf(passphrase, salt, iterations);
  const sealed = new Uint8Array(await subtle().encrypt({ name: "AES-GCM", iv }, key, bytes));
  return { bytes: sealed, lock: { salt: base64Of(salt), iv: base64Of(iv), iterations } };
}

/** Opens what `locked` locked. @throws {UserError} If the passphrase is another, or the bytes were changed. */
export async function unlocked(bytes: Uint8Array<ArrayBuffer>, passphrase: string, lock: Lock): Promise<Uint8Array<ArrayBuffer>> {
  if (lock.iterations < bounds[0] || lock.iterations > bounds[1])
    throw new UserError("The lock of this page is not one that Journeybook makes.", "Ask for the page again.");
  try {
    const key = await keyOf(passphrase, bytesOfBase64(lock.salt), lock.iterations);
    return new Uint8Array(await subtle().decrypt({ name: "AES-GCM", iv: bytesOfBase64(lock.iv) }, key, bytes));
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError("This passphrase does not open the data.", "Mind capitals and blanks, or ask whoever shared the page.");
  }
}
