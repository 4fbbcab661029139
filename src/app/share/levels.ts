import type { Level } from "../../share/gate/levels.ts";

/** A level in words: what goes in, and what its reader can do. */
export interface LevelWords {
  level: Level;
  title: string;
  about(k: number): string;
}

export const levelWords: readonly LevelWords[] = [
  { level: "definitions", title: "The recipe only", about: () => "Words and cells as text. The reader needs the files." },
  {
    level: "results",
    title: "Figures and their tables",
    about: (k) => `What the cells found, for groups of at least ${k} customers. No row is one customer; nothing can be computed again.`,
  },
  {
    level: "pseudonymised",
    title: "Rows, customers renamed",
    about: () =>
      "It computes again. Customers have other ids, names are left out, comments redacted. Whoever knows enough can still tell some of them.",
  },
  {
    level: "everything",
    title: "Everything",
    about: () => "All rows as they are: it computes again to the last digit. Only for those who may see the data.",
  },
];

export const titleOf = (level: Level): string => levelWords.find((words) => words.level === level)!.title;
