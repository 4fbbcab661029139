/** One cell of a Notebook Kit notebook. */
export interface KitCell {
  type: "text/markdown" | "module";
  source: string;
}

const indent = "    ";
const forHtml = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/**
 * Cells as the file of an Observable notebook: an HTML page with one script a cell, each line set in by four spaces.
 *
 * @see https://observablehq.com/notebook-kit/kit
 */
export function kitFile(title: string, cells: readonly KitCell[]): string {
  const scripts = cells.map(({ type, source }, place) => {
    const lines = source.replaceAll(/<(?=\/script)/gi, "<\\").split("\n");
    return `  <script id="${place + 1}" type="${type}">\n${lines.map((line) => (line === "" ? "" : indent + line)).join("\n")}\n  </script>\n`;
  });
  return `<!doctype html>\n<notebook theme="air">\n  <title>${forHtml(title)}</title>\n${scripts.join("")}</notebook>\n`;
}

/** Whether a text is such a file. */
export const isKitFile = (text: string): boolean => /<notebook\b[^>]*>/i.test(text.slice(0, 2000));

const entities: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" };

function outdented(text: string): string {
  const lines = text
    .replace(/^\r?\n/, "")
    .replace(/\s+$/, "")
    .split(/\r?\n/);
  const depth = Math.min(...lines.filter((line) => line.trim() !== "").map((line) => /^ */.exec(line)![0].length));
  return lines.map((line) => line.slice(Number.isFinite(depth) ? depth : 0)).join("\n");
}

/** The title and the cells of such a file; a cell of another language keeps its type. Nothing of it is run. */
export function readKitFile(text: string): { title: string; cells: { type: string; source: string }[] } {
  const title = /<title>([\s\S]*?)<\/title>/i.exec(text)?.[1] ?? "";
  const scripts = [...text.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script\s*>/gi)];
  return {
    title: title.replaceAll(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity]!).trim(),
    cells: scripts.map(([, attributes, body]) => ({
      type: /\btype\s*=\s*"?([^"\s>]+)/i.exec(attributes!)?.[1]?.toLowerCase() ?? "module",
      source: outdented(body!).replaceAll(/<\\(?=\/script)/gi, "<"),
    })),
  };
}
