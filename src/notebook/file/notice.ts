/** Why a reader is told something on opening a notebook. */
export type NoticeCode = "newer-format" | "format-migrated" | "front-matter" | "unclosed" | "cell-migrated" | "setting";

/** Something the reader should know of a notebook that was opened; nothing stops because of it. */
export interface Notice {
  readonly code: NoticeCode;
  /** Whole sentences: what was found and what was done. */
  readonly text: string;
  /** The cell it is about, where there is one. */
  readonly cell: string | null;
}
