import { canonicalParams } from "../file/canonical-params.ts";
import { canonicalProse } from "../file/prose.ts";
import type { Notebook, NoteBlock } from "../notebook.ts";
import { noteSchemas } from "../notes.ts";
import type { Change } from "./change.ts";

/** A piece of prose and the named cell above it. */
interface Placed {
  text: string;
  below: string | null;
}

/** Prose that came, went or changed. The same text elsewhere is no change; of the rest, what stands below the same cell is the same piece. */
export function proseChanges(before: Notebook, after: Notebook): Change[] {
  const [then, now] = [placed(before), placed(after)];
  const [gone, come] = [without(then, now), without(now, then)];
  const changes: Change[] = [];
  for (const piece of come) {
    const at = gone.findIndex(({ below }) => below === piece.below);
    const [old] = at >= 0 ? gone.splice(at, 1) : [];
    if (old === undefined) changes.push(change("was added", piece));
    else changes.push({ ...change("changed", piece), words: { before: old.text, after: piece.text } });
  }
  return [...changes, ...gone.map((piece) => change("was removed", piece))];
}

function change(what: string, { text, below }: Placed): Change {
  const line = text.split("\n", 1)[0]!;
  const start = line.length > 40 ? `${line.slice(0, 37)}…` : line;
  const where = below === null ? "at the top" : `below "${below}"`;
  return { type: "prose", cell: null, sentence: `The text ${where} ${what}: "${start}".` };
}

function placed(notebook: Notebook): Placed[] {
  let below: string | null = null;
  return notebook.blocks.flatMap((block) => {
    if (block.type === "prose") return [{ text: canonicalProse(block.text), below }];
    if (block.type === "note") return [{ text: noteWords(block), below }];
    below = block.name ?? below;
    return [];
  });
}

/** All that a comment or a decision says. */
function noteWords({ kind, params }: NoteBlock): string {
  const said = Object.values(canonicalParams(noteSchemas[kind], params)).filter((value) => value !== "");
  return [kind, ...said.map((value) => (typeof value === "string" ? value : JSON.stringify(value)))].join(": ");
}

/** Pieces of a list whose text the other does not have, counting repeats. */
function without(list: readonly Placed[], other: readonly Placed[]): Placed[] {
  const counts = new Map<string, number>();
  for (const { text } of other) counts.set(text, (counts.get(text) ?? 0) + 1);
  return list.filter(({ text }) => {
    const left = counts.get(text) ?? 0;
    counts.set(text, left - 1);
    return left <= 0;
  });
}
