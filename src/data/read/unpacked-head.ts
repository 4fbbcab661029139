import { bytesOf, gunzipped, isGzip } from "./byte-source.ts";

/** Bytes looked at to tell what a file is. */
const headSize = 1 << 16;

/** The first bytes of a file, unpacked when it is gzip. @throws {UserError} If a gzip file does not unpack at all. */
export async function unpackedHead(blob: Blob, name: string): Promise<{ head: Uint8Array; gzip: boolean }> {
  const packed = await bytesOf(blob.slice(0, headSize), name);
  if (!isGzip(packed)) return { head: packed, gzip: false };
  async function* once() {
    yield packed;
  }
  for await (const head of gunzipped(once(), name)) return { head: head.subarray(0, headSize), gzip: true };
  return { head: new Uint8Array(0), gzip: true };
}
