/** One difference between two notebooks. */
export interface Change {
  readonly type: "added" | "removed" | "renamed" | "moved" | "kind" | "params" | "text" | "prose" | "front";
  /** The cell it is about, by the name it has afterwards. */
  readonly cell: string | null;
  /** What changed, in one sentence. */
  readonly sentence: string;
  /** Of prose that changed: what it was and is. */
  readonly words?: { readonly before: string; readonly after: string };
}
