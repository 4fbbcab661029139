import type { Json } from "../../schema/json.ts";
import type { Notebook } from "../../notebook/notebook.ts";

/** Stands where a removed customer was named: the mark that shared pages have too. */
const mark = "[customer removed]";

/** A pattern that finds ids as whole words; addresses in any case. */
export function idPattern(ids: readonly string[]): RegExp {
  const words = ids.map((id) => id.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)).sort((a, b) => b.length - a.length);
  return new RegExp(String.raw`(?<![\p{L}\p{N}_])(?:${words.join("|")})(?![\p{L}\p{N}_])`, ids.some((id) => id.includes("@")) ? "giu" : "gu");
}

/** A text with the mark in place of ids. */
export const withoutIds = (text: string, ids: readonly string[]): string => text.replaceAll(idPattern(ids), mark);

/** Whether a text names one of some ids. */
export const namesOne = (text: string, ids: readonly string[]): boolean => idPattern(ids).test(text);

function cleaned(value: Json, ids: readonly string[]): Json {
  if (typeof value === "string") return withoutIds(value, ids);
  if (typeof value === "number") return ids.includes(String(value)) ? mark : value;
  if (Array.isArray(value)) return value.map((item) => cleaned(item, ids));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cleaned(item, ids)]));
}

/** A notebook with the mark in place of ids in its title, prose, comments, decisions and the texts of its cells. */
export function withoutMentions(notebook: Notebook, ids: readonly string[]): Notebook {
  const front = cleaned(notebook.front as unknown as Json, ids) as unknown as Notebook["front"];
  const blocks = notebook.blocks.map((block): Notebook["blocks"][number] => {
    if (block.type === "prose" || block.type === "unknown") return { ...block, text: withoutIds(block.text, ids) };
    const entries = Object.entries(block.params).map(([key, value]) => [key, typeof value === "number" ? value : cleaned(value, ids)]);
    return { ...block, params: Object.fromEntries(entries), extra: block.extra.map((line) => withoutIds(line, ids)) };
  });
  return { ...notebook, front, blocks };
}
