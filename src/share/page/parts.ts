import { UserError } from "../../schema/errors.ts";
import { base64Of, bytesOfBase64 } from "./base64.ts";
import { deflated, inflated } from "./deflated.ts";
import { locked, unlocked } from "./lock.ts";
import type { Lock, PartHead, SharedHead } from "./shared-head.ts";

/** A piece of data to go into a page. */
export interface Part {
  name: string;
  kind: PartHead["kind"];
  bytes: Uint8Array<ArrayBuffer>;
  modified: number;
}

/** Data as it stands in a page, with what its head says of it. */
export interface Packed {
  parts: PartHead[];
  data: string;
  lock?: Lock;
}

/** Packs data for a page, locked where there is a passphrase. */
export async function packParts(parts: readonly Part[], passphrase: string | null): Promise<Packed> {
  const heads: PartHead[] = [];
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (const { name, kind, bytes, modified } of parts) {
    const piece = await deflated(bytes);
    pieces.push(piece);
    heads.push({ name, kind, packed: piece.length, bytes: bytes.length, modified });
  }
  const joined = new Uint8Array(await new Blob(pieces).arrayBuffer());
  if (passphrase === null || joined.length === 0) return { parts: heads, data: base64Of(joined) };
  const { bytes, lock } = await locked(joined, passphrase);
  return { parts: heads, data: base64Of(bytes), lock };
}

/**
 * The data of a shared page.
 *
 * @param passphrase Of a locked page.
 * @throws {UserError} If the page was cut off or damaged, or the passphrase is not right.
 */
export async function unpackParts({ parts, lock }: SharedHead, data: string, passphrase: string | null): Promise<Part[]> {
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = bytesOfBase64(data.trim());
  } catch {
    throw new UserError("The data in this page was cut off or changed on its way.", "Ask for the page again.");
  }
  const size = parts.reduce((sum, { packed }) => sum + packed, 0);
  if (lock !== undefined) bytes = await unlocked(bytes, passphrase ?? "", lock);
  if (bytes.length !== size) {
    throw new UserError(
      `The data in this page was cut off: ${bytes.length.toLocaleString("en-US")} of ${size.toLocaleString("en-US")} bytes are here.`,
      "Ask for the page again.",
    );
  }
  const found: Part[] = [];
  let at = 0;
  for (const { name, kind, packed, bytes: unpacked, modified } of parts) {
    try {
      found.push({ name, kind, modified, bytes: await inflated(bytes.slice(at, at + packed), unpacked) });
    } catch {
      throw new UserError(`The data of "${name}" in this page is damaged.`, "Ask for the page again.");
    }
    at += packed;
  }
  return found;
}
