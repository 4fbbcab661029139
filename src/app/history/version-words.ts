import type { Why } from "../../notebook/versions/version.ts";

/** Why a version was kept, in a few words. */
export const whyWords: Record<Why, string> = {
  saved: "saved",
  shared: "shared as a page",
  asked: "kept by you",
  "before data": "before newer data",
  "before restore": "before restoring",
  "before deletion": "before a deletion",
  "before merge": "before a merge",
};

/** When a version was kept. */
export const whenWords = (at: number): string => new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" }).format(at);
