import { UserError } from "../../schema/errors.ts";

/** What the part of an address behind the # begins with where it carries a notebook. */
const sign = "#nb=";
/** Characters of a link that mail programs and chats still pass on whole. */
export const longestLink = 30_000;
/** Characters read of a link, whoever made it, and bytes unpacked from it. */
const most = { packed: 100_000, unpacked: 1_000_000 } as const;

async function through(bytes: BlobPart, stream: CompressionStream | DecompressionStream, limit: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts: BlobPart[] = [];
  let size = 0;
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  for (let { value, done } = await reader.read(); !done; { value, done } = await reader.read()) {
    size += value!.byteLength;
    if (size > limit) {
      await reader.cancel();
      return null;
    }
    parts.push(value as BlobPart);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/**
 * A notebook's text as the part of an address behind the #, which browsers send to no server: deflated, in the letters of base64url.
 *
 * It carries what the text says and no data. Over `longestLink` characters it may be cut on its way.
 *
 * @example await notebookIn(await linkOf("# Who comes back?")) // "# Who comes back?"
 */
export async function linkOf(text: string): Promise<string> {
  const packed = (await through(text, new CompressionStream("deflate-raw"), Infinity))!;
  let letters = "";
  for (let at = 0; at < packed.length; at += 8_192) letters += String.fromCharCode(...packed.subarray(at, at + 8_192));
  return sign + btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/**
 * The notebook's text in the part of an address behind the #, or null where there is none.
 *
 * What a stranger's link can cost is bounded: no more than 100,000 characters are read and no more than a megabyte is unpacked.
 *
 * @throws {UserError} If the link was cut or altered, or unpacks to more than that.
 */
export async function notebookIn(hash: string): Promise<string | null> {
  if (!hash.startsWith(sign)) return null;
  const letters = hash.slice(sign.length);
  if (letters.length > most.packed) throw tooMuch();
  try {
    const packed = Uint8Array.from(atob(letters.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
    const bytes = await through(packed, new DecompressionStream("deflate-raw"), most.unpacked);
    if (bytes === null) throw tooMuch();
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError("The link does not hold a whole notebook.", "It may have been cut on its way. Ask for it again, or for the notebook's file.");
  }
}

function tooMuch(): UserError {
  return new UserError("The link holds more than a notebook: over a megabyte.", "Ask who sent it for the notebook's file instead.");
}
