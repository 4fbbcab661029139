/** Why a version was kept. */
export type Why = "saved" | "shared" | "asked" | "before data" | "before restore" | "before deletion" | "before merge";

/** What tells a data file apart from others of its name. */
export interface FileMark {
  name: string;
  size: number;
  hash: string;
}

/** A notebook as it was at one time, and what its cells had found. It never holds data of customers. */
export interface Version {
  id: string;
  /** The document it is of, and its file, by which a notebook that is opened again finds its versions. */
  document: string;
  fileName: string | null;
  /** When, in milliseconds since 1970. */
  at: number;
  why: Why;
  note: string;
  text: string;
  /** What the cells found, as `plainResults` writes it; null where nothing is kept. */
  results: Uint8Array<ArrayBuffer> | null;
  /** The data files the results are of. */
  files: FileMark[];
}

const isText = (value: unknown): value is string => typeof value === "string";
const isMark = (value: unknown): boolean => {
  const mark = value as Partial<FileMark> | null;
  return typeof mark === "object" && mark !== null && isText(mark.name) && isText(mark.hash) && typeof mark.size === "number";
};

/** Whether something a browser's storage gave back is a version: on a disk other pages may have written it. */
export function isVersion(value: unknown): value is Version {
  const version = value as Partial<Version> | null;
  if (typeof version !== "object" || version === null) return false;
  const { id, document, fileName, at, why, note, text, results, files } = version;
  const areTexts = [id, document, why, note, text, fileName ?? ""].every(isText);
  return areTexts && Number.isFinite(at) && (results === null || results instanceof Uint8Array) && Array.isArray(files) && files.every(isMark);
}
