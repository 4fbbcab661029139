import type { FrontMatter, Notebook } from "../notebook.ts";

/** Front matter to merge; undefined takes a key out. */
export type FrontPatch = { readonly [K in Exclude<keyof FrontMatter, "format" | "title" | "unknown">]?: FrontMatter[K] | undefined } & {
  readonly title?: string;
};

/**
 * Changes what the head of the file says.
 *
 * @returns The same notebook when nothing changes.
 */
export function setFront(notebook: Notebook, patch: FrontPatch): Notebook {
  const entries = Object.entries({ ...notebook.front, ...patch }).filter(([, value]) => value !== undefined);
  const front = Object.fromEntries(entries) as unknown as FrontMatter;
  return JSON.stringify(front) === JSON.stringify(notebook.front) ? notebook : { ...notebook, front };
}
