import type { Workspace } from "../workspace/workspace.ts";

const quoted = (text: string): string => `"${text.replaceAll(/["\\\n\r\f]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`;

/** What stands at the head and the foot of every sheet of paper, as far as the browser sets it. */
export function pageFurniture(title: string, fileName: string): string {
  return `@page {
  margin: 20mm 17mm;
  @top-left { content: ${quoted(title)}; }
  @bottom-left { content: ${quoted(fileName)}; }
  @bottom-right { content: counter(page) " of " counter(pages); }
}
@page { @top-left { font: 10px sans-serif; color: #60646d; } @bottom-left { font: 10px sans-serif; color: #60646d; } @bottom-right { font: 10px sans-serif; color: #60646d; } }`;
}

/** Opens the browser's way to paper or PDF with the notebook as a report, whatever it was shown as, and goes back to that. */
export async function printReport({ view, document: { notebook, fileName } }: Workspace): Promise<void> {
  const before = view.mode;
  view.set("read");
  await view.drawn();
  const furniture = new CSSStyleSheet();
  furniture.replaceSync(pageFurniture(notebook.front.title, fileName));
  globalThis.document.adoptedStyleSheets.push(furniture);
  window.print();
  globalThis.document.adoptedStyleSheets = globalThis.document.adoptedStyleSheets.filter((sheet) => sheet !== furniture);
  view.set(before);
}
