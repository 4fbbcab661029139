import type { RawParams } from "../schema/parameter.ts";

/** What the head of the file says. `unknown` lines are kept byte for byte. */
export interface FrontMatter {
  format: number;
  title: string;
  timezone?: string;
  week_start?: string;
  currency?: string;
  window?: [string, string];
  level?: number;
  annotations?: Annotation[];
  unknown: string[];
}

/** Something that happened, drawn on every time axis. */
export interface Annotation {
  from: string;
  to?: string;
  text: string;
}

/** Words between cells, as Markdown; never executed. */
export interface ProseBlock {
  readonly id: number;
  readonly type: "prose";
  readonly text: string;
}

/** A cell. `params` holds what is written, read or not; `extra` are keys this version does not know, kept byte for byte. */
export interface CellBlock {
  readonly id: number;
  readonly type: "cell";
  readonly kind: string;
  readonly major: number;
  readonly name: string;
  readonly params: RawParams;
  readonly extra: readonly string[];
}

/** A comment or a decision: what people say of the notebook, as a fence that other tools show. Nothing refers to it, so it has no name. */
export interface NoteBlock {
  readonly id: number;
  readonly type: "note";
  readonly kind: "comment" | "decision";
  readonly name: null;
  /** Its lines as written, read or not. `extra` are keys this version does not know, kept byte for byte. */
  readonly params: RawParams;
  readonly extra: readonly string[];
}

/** Something that looks like a cell and is not understood: an unknown kind, a broken body, conflict markers. Kept byte for byte. */
export interface UnknownBlock {
  readonly id: number;
  readonly type: "unknown";
  readonly text: string;
  /** The name other cells refer to, where it can be told. */
  readonly name: string | null;
  readonly kind: string | null;
  readonly reason: "kind" | "body" | "conflict" | "major" | "name" | "fence";
  /** One sentence for the reader. */
  readonly problem: string;
}

export type Block = ProseBlock | CellBlock | NoteBlock | UnknownBlock;

/** A notebook as plain values. `id`s are for the page only: they are not in the file and do not survive it. */
export interface Notebook {
  readonly front: FrontMatter;
  readonly blocks: readonly Block[];
  /** Set where every line of the file ended in CR LF; it is then written back so. */
  readonly newline?: "\r\n";
}
