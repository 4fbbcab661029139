import { UserError } from "../../schema/errors.ts";

/** All bytes of a file or of a part of it. @throws {UserError} If the machine no longer gives them. */
export async function bytesOf(blob: Blob, name: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch {
    throw new UserError(`"${name}" can no longer be read: it was changed, moved or deleted.`, "Drop the file again.");
  }
}
