import type { FileIdentity } from "../workspace/file-identity.ts";
import type { Json } from "../../schema/json.ts";

/** A notebook as this machine keeps it: its text and undo history, never its data. */
export interface KeptNotebook {
  /** Made by the page; means nothing outside it. */
  id: string;
  title: string;
  fileName: string;
  cells: number;
  /** When it was last touched, in milliseconds since 1970. */
  at: number;
  text: string;
  /** The text as last saved or opened; null when it was never in a file. */
  savedText: string | null;
  history: Json;
  /** The file it came from, where the browser can write to it. Kept only by hosted pages. */
  handle?: FileSystemFileHandle;
  /** When that file was last written, as far as this page knows. */
  modified?: number;
  /** Ids of blocks whose output is folded, and whether cells run by hand. */
  folded?: number[];
  manual?: boolean;
  /** What its data files were like. Kept only by hosted pages. */
  identities?: FileIdentity[];
  /** The data files it was given, by handle. Kept only by hosted pages. */
  files?: FileSystemFileHandle[];
}

/**
 * Whether handles may be kept. On file:// every local page shares one storage, so only text goes there.
 */
export const keepsHandles = location.protocol === "https:" || location.protocol === "http:";
