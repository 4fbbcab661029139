import { UserError } from "../../../schema/errors.ts";
import { bytesOf } from "../bytes-of.ts";
import { inflated, isTrap, tooMuchPacked, type Packing } from "../packing.ts";
import type { Chosen } from "../table-reading.ts";
import { zipDirectory, type ZipMember } from "./zip-directory.ts";

/** A file picked from a ZIP archive. */
export interface PickedMember {
  name: string;
  packing: Packing;
  /** Its unpacked size, as the archive says. */
  size: number;
  chosen: Chosen;
}

const tables = /\.(?:csv|tsv|tab|txt|json|ndjson|jsonl|arrow|arrows|feather|ipc|parquet|xlsx|xlsm)(?:\.gz)?$/i;
/** What archivers add without being asked. */
const clutter = /(?:^|\/)(?:__MACOSX\/|\.(?!\.?\/)|Thumbs\.db|desktop\.ini)/i;

/**
 * Picks the one table of an archive, or the one that is asked for.
 *
 * @throws {UserError} If there is none, if there are several and none is asked for, or if it cannot be unpacked.
 */
export async function zipMember(blob: Blob, name: string, wanted: string | undefined): Promise<PickedMember> {
  const members = (await zipDirectory(blob, name)).filter((member) => !clutter.test(member.name));
  const candidates = members.filter((member) => tables.test(member.name));
  const member = wanted === undefined ? theOnly(candidates, members, name) : members.find((other) => other.name === wanted);
  if (member === undefined) throw noSuch(name, wanted ?? "", candidates);
  if (member.encrypted)
    throw new UserError(`"${member.name}" in "${name}" is locked with a password.`, "Unpack the archive yourself and drop the file.");
  if (member.method !== 0 && member.method !== 8) {
    throw new UserError(`"${member.name}" in "${name}" is packed in a way browsers do not know.`, "Unpack the archive yourself and drop the file.");
  }
  if (isTrap(member.packed, member.unpacked)) throw tooMuchPacked(name);
  const header = new DataView((await bytesOf(blob.slice(member.at, member.at + 30), name)).buffer);
  if (header.byteLength < 30 || header.getUint32(0, true) !== 0x04034b50) {
    throw new UserError(`"${name}" is a damaged ZIP archive: "${member.name}" is not where its list says.`, "Get the file again.");
  }
  const start = member.at + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  const others = candidates.filter((other) => other !== member).map((other) => other.name);
  return {
    name: member.name,
    size: member.unpacked,
    packing: packingOf(member, name, start),
    chosen: { what: "file", name: member.name, others },
  };
}

function packingOf(member: ZipMember, name: string, start: number): Packing {
  return {
    unpacked(slices) {
      const own = part(slices, start, start + member.packed);
      return member.method === 0 ? own : inflated(own, { name, how: "deflate-raw", packedSize: member.packed });
    },
  };
}

/** The bytes from one place to another; all are taken, so that the file is hashed whole. */
async function* part(slices: AsyncIterable<Uint8Array<ArrayBuffer>>, from: number, to: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let at = 0;
  for await (const slice of slices) {
    const [begin, end] = [Math.max(from - at, 0), Math.min(to - at, slice.length)];
    at += slice.length;
    if (begin < end) yield slice.subarray(begin, end);
  }
}

function theOnly(candidates: readonly ZipMember[], members: readonly ZipMember[], name: string): ZipMember {
  if (candidates.length === 1) return candidates[0]!;
  if (candidates.length === 0) {
    const inside = members.slice(0, 3).map((member) => `"${member.name}"`);
    throw new UserError(
      members.length === 0 ? `"${name}" is a ZIP archive with nothing in it.` : `"${name}" holds no table, only ${inside.join(", ")}.`,
      "Drop a file with a table, such as CSV, Excel or Parquet.",
    );
  }
  throw several(name, candidates);
}

function several(name: string, candidates: readonly ZipMember[]): UserError {
  return new UserError(
    `"${name}" holds ${candidates.length} tables.`,
    "Choose which one to read; for several, unpack the archive and drop the files.",
    {
      param: "member",
      fixes: candidates.slice(0, 3).map((member) => ({ label: `Read ${member.name}`, params: { member: member.name } })),
    },
  );
}

function noSuch(name: string, wanted: string, candidates: readonly ZipMember[]): UserError {
  return new UserError(`There is no file "${wanted}" in "${name}".`, `Choose one of ${candidates.map((member) => member.name).join(", ")}.`, {
    param: "member",
    fixes: candidates.slice(0, 3).map((member) => ({ label: `Read ${member.name}`, params: { member: member.name } })),
  });
}
