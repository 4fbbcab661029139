import { readKitFile } from "./notebook-kit.ts";

/** What was found in an Observable notebook. */
export interface FromObservable {
  title: string;
  /** Prose, and names of data files, in order. */
  blocks: ({ prose: string } | { file: string })[];
  /** How many cells of code were left out. */
  left: number;
}

const attachment = /\bFileAttachment\(\s*(["'`])([^"'`\n]{1,300})\1\s*\)/g;

/**
 * The prose and the data files of an Observable notebook; its code is left out, since a notebook here holds none.
 *
 * A data file is one that its code names as `FileAttachment("orders.csv")`.
 */
export function fromObservable(text: string): FromObservable {
  const { title, cells } = readKitFile(text);
  const files = new Set<string>();
  const blocks: FromObservable["blocks"] = [];
  let left = 0;
  for (const { type, source } of cells) {
    if (type === "text/markdown") {
      const prose = source.replaceAll("\\${", "${").trim();
      if (prose !== "" && prose !== `# ${title}`) blocks.push({ prose });
      continue;
    }
    left++;
    for (const [, , path] of source.matchAll(attachment)) {
      const file = path!.replace(/^.*\//, "");
      if (file === "" || files.has(file)) continue;
      files.add(file);
      blocks.push({ file });
    }
  }
  return { title, blocks, left };
}
