import { said } from "../../notebook/notes.ts";
import type { NoteBlock } from "../../notebook/notebook.ts";

/** The icons of what people say of a notebook. */
export const noteIcons: Readonly<Record<NoteBlock["kind"], string>> = { comment: "message-square", decision: "signpost" };

/** A comment or a decision in a few words: its first line, or what it is. */
export function noteTitle(block: NoteBlock): string {
  const words = block.kind === "comment" ? said(block, "text") : said(block, "change") || said(block, "finding");
  const [line = ""] = words.trim().split("\n");
  if (line === "") return block.kind === "comment" ? "Empty comment" : "Empty decision";
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
