import { catalog } from "../../cells/catalog.ts";
import { percent } from "../../figures/formats/percent.ts";
import type { ColumnType } from "../../schema/column.ts";
import { functionTable } from "../../schema/formula/function-table.ts";
import { signature } from "../../schema/formula/function-signature.ts";
import { canRun, commands } from "../commands/commands.ts";
import { noteIcons, noteTitle } from "../notes/note-title.ts";
import { headingOf } from "../prose/markdown.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Entry } from "./entry.ts";

const mostColumns = 2_000;
const columnIcons: Record<ColumnType, string> = { number: "hash", integer: "hash", boolean: "toggle-left", time: "calendar", text: "type" };

function cells({ document, selection }: Workspace): Entry[] {
  let heading = "";
  return document.notebook.blocks.flatMap((block): Entry[] => {
    const go = (): void => selection.focus(block.id);
    if (block.type === "prose") {
      const found = headingOf(block.text);
      if (found === null) return [];
      heading = found.text;
      return [{ id: `go ${block.id}`, group: "Go to", title: heading, detail: "heading", icon: "type", run: go }];
    }
    if (block.type === "note")
      return [{ id: `go ${block.id}`, group: "Go to", title: noteTitle(block), detail: block.kind, icon: noteIcons[block.kind], run: go }];
    const kind = catalog.get(block.kind ?? "")?.kind;
    const detail = `${block.kind ?? "not understood"} cell${heading === "" ? "" : ` in “${heading}”`}`;
    const title = block.name ?? "not understood";
    return [{ id: `go ${block.id}`, group: "Go to", title, detail, icon: kind?.icon ?? "circle-dashed", mono: true, run: go }];
  });
}

function columns({ runs, selection }: Workspace, insert: ((name: string) => void) | null): Entry[] {
  const found = [...runs.shapes()].flatMap(([cell, shape]) =>
    shape.columns.map((column): Entry => {
      const empty = shape.rows > 0 && column.missing > 0 ? `, ${percent(column.missing / shape.rows, navigator.language)} empty` : "";
      return {
        id: `column ${cell} ${column.name}`,
        group: "Columns",
        title: column.name,
        detail: `${cell}, ${column.type}${empty}${insert === null ? "" : ": writes its name"}`,
        icon: columnIcons[column.type],
        mono: true,
        run: () => (insert === null ? selection.focusCell(cell) : insert(column.name)),
      };
    }),
  );
  return found.slice(0, mostColumns);
}

function kinds({ edits, isOpen }: Workspace): Entry[] {
  if (!isOpen) return [];
  return [...catalog.values()].map(({ kind }) => ({
    id: `add ${kind.name}`,
    group: "Add a cell",
    title: kind.name,
    detail: `${kind.question} ${kind.summary}`,
    icon: kind.icon,
    run: () => void edits.addCell({ kind: kind.name }, edits.placeBelowSelection()),
  }));
}

function help({ overlays }: Workspace): Entry[] {
  const methods = [...catalog.values()].map(({ kind }): Entry => ({
    id: `method ${kind.name}`,
    group: "Help",
    title: `Method of ${kind.name}`,
    detail: "definition, assumptions, reference",
    icon: "book-open",
    run: () => overlays.show("library", kind.name),
  }));
  const functions = [...functionTable.values()].map((one): Entry => ({
    id: `function ${one.name}`,
    group: "Help",
    title: signature(one),
    detail: one.doc,
    icon: "square-function",
    mono: true,
    run: () => overlays.show("library", one.name),
  }));
  return [...methods, ...functions];
}

/**
 * Everything the palette finds, as the page now stands.
 *
 * @param insert Writes a column's name where the keyboard was; null where it was in no field for one.
 */
export function entriesOf(workspace: Workspace, insert: ((name: string) => void) | null): Entry[] {
  const does = commands
    .filter((command) => command.keysOnly !== true && canRun(command, workspace))
    .map(({ id, title, icon, keys, run }): Entry => ({
      id: `do ${id}`,
      group: "Commands",
      title,
      detail: "",
      icon,
      ...(keys === undefined ? {} : { keys: keys[0]! }),
      run: () => run(workspace),
    }));
  return [...(workspace.isOpen ? cells(workspace) : []), ...does, ...kinds(workspace), ...columns(workspace, insert), ...help(workspace)];
}
