import type { Block, CellBlock } from "../../notebook/notebook.ts";
import { toProblem } from "../../schema/errors.ts";
import type { CellResult } from "../../schema/result.ts";
import { gateResults, kRange } from "../../share/gate/gate-results.ts";
import { gateText } from "../../share/gate/gate-text.ts";
import { saveBlob } from "../../share/export/save-blob.ts";
import { toObservable, type TakenBlock } from "../../share/observable/to-observable.ts";
import { openNotebook } from "../../notebook/open.ts";
import { columnWidth } from "../cell/drawing.ts";
import { figuresOf } from "../cell/figures-of.ts";
import { isRead } from "../reader/is-read.ts";
import { foundResults } from "../workspace/sharing/found-results.ts";
import type { Workspace } from "../workspace/workspace.ts";

function takenCell(block: CellBlock, result: CellResult, workspace: Workspace): TakenBlock {
  const { currency, level, timezone } = workspace.settings;
  const theme = { width: columnWidth, locale: navigator.language, currency, level, timezone };
  const figures = figuresOf({ kind: block.kind, params: workspace.choices.paramsOf(block) }, result, theme);
  const note = `${result.n.toLocaleString("en-US")} ${result.counts ?? "rows"}. Made with Journeybook, cell \`${block.name}\`.`;
  const left = figures.filter(({ drawn }) => drawn.rows > 0);
  if (left.length === 0) return { prose: `*\`${block.name}\` is left out: its rows are about fewer than ${kRange.default} customers each.*` };
  return { cell: block.name, note, figures: left };
}

/** The notebook as its reader sees it, through the privacy gate: groups of at least ten customers, and words without who somebody is. */
async function taken(workspace: Workspace): Promise<{ html: string; removed: number }> {
  const { text, removed: words } = gateText(workspace.document.text());
  const { results, removed } = gateResults(await foundResults(workspace.runs), { k: kRange.default });
  const { front, blocks } = openNotebook(text).notebook;
  const own = new Map(workspace.document.notebook.blocks.flatMap((block) => (block.type === "cell" ? [[block.name, block]] : [])));
  const take = (block: Block): TakenBlock[] => {
    if (block.type === "prose") return [{ prose: block.text }];
    const cell = block.type === "cell" ? own.get(block.name) : undefined;
    const result = cell === undefined ? undefined : results[cell.name];
    return cell === undefined || result === undefined || !isRead(cell) ? [] : [takenCell(cell, result, workspace)];
  };
  return { html: toObservable(front.title, blocks.flatMap(take)), removed: words.length + removed.length };
}

/** Saves the notebook's prose and figures as an Observable notebook. It is a download: nothing is sent. */
export async function exportObservable(workspace: Workspace): Promise<void> {
  const { notices, document } = workspace;
  try {
    const { html, removed } = await taken(workspace);
    const name = `${document.fileName.replace(/\.(journey\.)?md$/i, "")}.observable.html`;
    saveBlob(name, html);
    const gate = removed === 0 ? "" : ` The privacy gate took out ${removed === 1 ? "one thing" : `${removed} things`}.`;
    notices.show({ text: `${name} has the prose, the drawn tables and plain Plot code.${gate}` });
  } catch (error) {
    const { problem, remedy } = toProblem(error);
    notices.show({ text: `${problem} ${remedy}` });
  }
}
