import { UserError } from "../../../schema/errors.ts";
import { bytesOf } from "../bytes-of.ts";

/** A file in a ZIP archive. */
export interface ZipMember {
  name: string;
  /** 0: stored as it is; 8: deflated. */
  method: number;
  encrypted: boolean;
  packed: number;
  unpacked: number;
  /** Where its own header stands in the archive. */
  at: number;
}

const endSize = 22;
const longestComment = 65_535;
const entrySize = 46;
/** What a size says when it stands elsewhere. */
const elsewhere = 0xffffffff;

/** Whether bytes begin as a ZIP archive does. */
export function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6));
}

function damaged(name: string): UserError {
  return new UserError(`"${name}" is a damaged ZIP archive: its list of files cannot be read.`, "Get the file again, or unpack it yourself.");
}

/** A 64-bit size in its extra field, in the order in which those too large for 32 bits stand there. */
function wideSizes(view: DataView, from: number, to: number): number[] {
  for (let at = from; at + 4 <= to;) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1) {
      return Array.from({ length: Math.floor(Math.min(length, to - at - 4) / 8) }, (_, index) => Number(view.getBigUint64(at + 4 + 8 * index, true)));
    }
    at += 4 + length;
  }
  return [];
}

/** Where the list of files is: from the record at the archive's end, or from the 64-bit one before it. */
async function placeOf(blob: Blob, name: string): Promise<{ at: number; size: number }> {
  const from = Math.max(0, blob.size - endSize - longestComment - 20);
  const tail = await bytesOf(blob.slice(from), name);
  const view = new DataView(tail.buffer);
  for (let at = tail.length - endSize; at >= 0; at--) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    const [size, start] = [view.getUint32(at + 12, true), view.getUint32(at + 16, true)];
    if (start !== elsewhere && size !== elsewhere) return { at: start, size };
    if (at < 20 || view.getUint32(at - 20, true) !== 0x07064b50) break;
    const place = Number(view.getBigUint64(at - 12, true));
    const wide = new DataView((await bytesOf(blob.slice(place, place + 56), name)).buffer);
    if (wide.byteLength < 56 || wide.getUint32(0, true) !== 0x06064b50) break;
    return { at: Number(wide.getBigUint64(48, true)), size: Number(wide.getBigUint64(40, true)) };
  }
  throw damaged(name);
}

/** The files in a ZIP archive, without folders. @throws {UserError} If its list cannot be read. */
export async function zipDirectory(blob: Blob, name: string): Promise<ZipMember[]> {
  const { at: start, size } = await placeOf(blob, name);
  if (start + size > blob.size) throw damaged(name);
  const list = await bytesOf(blob.slice(start, start + size), name);
  const view = new DataView(list.buffer);
  const members: ZipMember[] = [];
  for (let at = 0; at + entrySize <= list.length;) {
    if (view.getUint32(at, true) !== 0x02014b50) throw damaged(name);
    const [nameLength, extraLength, commentLength] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
    const end = at + entrySize + nameLength + extraLength + commentLength;
    if (end > list.length) throw damaged(name);
    const wide = wideSizes(view, at + entrySize + nameLength, at + entrySize + nameLength + extraLength);
    const sized = (offset: number) => (view.getUint32(offset, true) === elsewhere ? (wide.shift() ?? elsewhere) : view.getUint32(offset, true));
    const unpacked = sized(at + 24);
    const packed = sized(at + 20);
    const member = {
      name: new TextDecoder().decode(list.subarray(at + entrySize, at + entrySize + nameLength)),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      packed,
      unpacked,
      at: sized(at + 42),
    };
    if (!member.name.endsWith("/")) members.push(member);
    at = end;
  }
  return members;
}
