import { UserError } from "../../schema/errors.ts";

/** How a file is packed: gzip, or a file in a ZIP archive. */
export interface Packing {
  /** The unpacked bytes, from the slices of the packed file. */
  unpacked(slices: AsyncIterable<Uint8Array<ArrayBuffer>>): AsyncIterable<Uint8Array>;
}

/** A packed file that grows beyond both of these is not a table but a trap. */
const largestGrowth = 250;
const harmless = 64 << 20;

/** Whether bytes begin as gzip does. */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/**
 * Bytes unpacked as they come.
 *
 * @param packedSize Size of the packed bytes, to refuse what unpacks to more than 250 times as much and more than 64 MB.
 * @throws {UserError} If they are damaged, cut off, or refused.
 */
export async function* inflated(
  chunks: AsyncIterable<Uint8Array<ArrayBuffer>>,
  { name, how, packedSize }: { name: string; how: "gzip" | "deflate-raw"; packedSize: number },
): AsyncGenerator<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  const packed = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const { value, done } = await iterator.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
  });
  const reader = packed.pipeThrough(new DecompressionStream(how)).getReader();
  let size = 0;
  try {
    for (;;) {
      const { value, done } = await reader.read().catch((error: unknown) => {
        if (error instanceof UserError) throw error;
        const what = how === "gzip" ? "gzip file" : "ZIP archive";
        throw new UserError(`"${name}" is a damaged ${what}: it breaks off or does not unpack.`, "Get the file again, or unpack it yourself.");
      });
      if (done) return;
      size += value.length;
      if (size > harmless && size > largestGrowth * packedSize) throw tooMuchPacked(name);
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** The error for a packed file that would fill the memory. */
export function tooMuchPacked(name: string): UserError {
  return new UserError(
    `"${name}" unpacks to more than ${largestGrowth} times its size, which no table does.`,
    "If it is what you expect, unpack it yourself and drop the file inside.",
  );
}

/** Whether an archive's own word for its sizes is already too much. */
export function isTrap(packed: number, unpacked: number): boolean {
  return unpacked > harmless && unpacked > largestGrowth * packed;
}

/** The packing of a gzip file. */
export function gzipPacking(name: string, size: number): Packing {
  return { unpacked: (slices) => inflated(slices, { name, how: "gzip", packedSize: size }) };
}
