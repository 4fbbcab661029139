import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { GivenFile } from "./page-parts.ts";

const top = join(import.meta.dirname, "../..");
const tour = readFileSync(join(top, "notebooks/tour.journey.md"), "utf8");

/** The title of the notebook that shows how the page works. */
export const tourTitle = /^title: "(.*)"$/m.exec(tour)![1]!;

/** The names of its cells, in order. */
export const tourCells = [...tour.matchAll(/^```cell [a-z]+ ([a-z0-9_]+)$/gm)].map((match) => match[1]!);

/** The files it reads. */
export const tourFiles: GivenFile[] = [...tour.matchAll(/^file: "(.*)"$/gm)].map((match) => ({
  name: match[1]!,
  content: readFileSync(join(top, "sample-data", match[1]!)),
}));
