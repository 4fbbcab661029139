import type { Workspace } from "../workspace/workspace.ts";

const quoted = (text: string): string => `"${text.replaceAll(/["\\\n\r\f]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`;

/** What stands at the head and the foot of every sheet of paper, as far as the browser sets it. */
function furniture({ document: { notebook, fileName } }: Workspace): string {
  const look = "font: 10px sans-serif; color: #60646d;";
  return `@page {
  @top-left { content: ${quoted(notebook.front.title)}; ${look} }
  @bottom-left { content: ${quoted(fileName)}; ${look} }
  @bottom-right { content: counter(page) " of " counter(pages); ${look} }
}`;
}

/** Gives every sheet its head and foot, however printing was asked for. Gives what ends that. */
export function printFurniture(workspace: Workspace): () => void {
  const sheet = new CSSStyleSheet();
  const write = (): void => sheet.replaceSync(workspace.isOpen ? furniture(workspace) : "");
  addEventListener("beforeprint", write);
  document.adoptedStyleSheets.push(sheet);
  return () => {
    removeEventListener("beforeprint", write);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}

/** Opens the browser's way to paper or PDF with the notebook as a report, whatever it was shown as, and goes back to that. */
export async function printReport({ view }: Workspace): Promise<void> {
  const before = view.mode;
  view.set("read");
  await view.drawn();
  window.print();
  view.set(before);
}
