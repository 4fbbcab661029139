import { catalog } from "../../cells/catalog.ts";
import { counter, type NextId } from "../ids.ts";
import type { Block, Notebook } from "../notebook.ts";
import { chunksOf, type Chunk } from "./chunks.ts";
import { frontMatterLength, readFrontMatter } from "./front-matter.ts";
import type { Notice } from "./notice.ts";
import { canonicalProse } from "./prose.ts";
import { readCell, type Catalog } from "./read-cell.ts";
import { readNote } from "./read-note.ts";

/** A notebook and what its reader should know of it. */
export interface Parsed {
  notebook: Notebook;
  notices: Notice[];
}

/**
 * Reads a notebook file, format 1. Never throws, whatever the text: what is not understood is kept byte for byte and says why.
 *
 * The format, `name.journey.md`:
 *
 *  1. The file is Markdown in UTF-8. A byte order mark is dropped. Lines end in LF, or every one in CR LF, which is then kept; where
 *     both occur, each CR stays where it is and written lines end in LF.
 *  2. Front matter stands between two lines `---` at the top: `key: <JSON>` lines, or `key:` and a list of `  - <JSON>` lines. Its keys
 *     are format, title, timezone, week_start, currency, window, level, annotations, in this order; all else is kept below them. It
 *     begins with a key and ends before the first fence, or it is prose.
 *  3. A cell is a fence (``` or ~~~, of three or more) at column 0 whose info string is `cell <kind>[@<major>] <name>`. A fence inside
 *     another, indented, in a list or in a quotation is prose. Other fences open at column 0 as well; a longer fence may hold shorter
 *     ones.
 *  4. A cell's body has the form of front matter. Its keys are the kind's parameters in their schema's order. Every one that affects
 *     the result is written, default or not. Left out are null and empty ones, and with their default those for the looks only and
 *     those that do not apply because of another's value.
 *  5. A list of records has a line per record. All other values stand behind their key. Keys within JSON are in the order that
 *     the schema gives; U+0085, U+2028 and U+2029 are escaped.
 *  6. Keys that the kind does not have follow, byte for byte. A value that is JSON but does not suit its parameter stays as it is.
 *  7. Everything else between cells is prose, without the blank lines around it. `<!-- cell -->` begins a new piece of prose: it stands
 *     between two that follow each other and above an empty one.
 *  8. Prose that would read as a cell, a comment, a decision, a prose break or a conflict is indented by one blank; a fence left open in it is closed.
 *  9. An unknown kind or major, a name that is none, a body that cannot be read (a key twice, numbers that JSON cannot keep, nesting
 *     beyond 200) and conflicts that git left (from `<<<<<<<` to `>>>>>>>`, with the fences they cut) are kept byte for byte. Two cells
 *     of one name are two cells.
 * 10. A cell's fence that is never closed ends above the next cell or with the file, and is closed there.
 * 11. Blocks are separated by one blank line; the file ends with one line end.
 * 12. Reserved: `@<major>` (1 is not written), `{"control":<name>}` as any parameter's value.
 * 13. A comment and a decision are fences at column 0 whose whole info string is `comment` or `decision`, with a body as a cell has.
 *     Of a comment the keys are about, text, by, date, resolved; of a decision about, finding, change, owner, date, status, result.
 *     `about` names a cell and follows it when it is renamed.
 *
 * @param known The kinds of cells.
 * @param nextId Where the blocks' ids come from.
 * @example parse("Hello").notebook.blocks // [{ id: 1, type: "prose", text: "Hello" }]
 */
export function parse(text: string, known: Catalog = catalog, nextId: NextId = counter()): Parsed {
  const plain = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const isCrLf = plain.includes("\n") && !/(?:^|[^\r])\n/.test(plain);
  const lines = (isCrLf ? plain.replaceAll("\r\n", "\n") : plain).split("\n");
  const length = frontMatterLength(lines);
  const { front, notices } = readFrontMatter(lines.slice(1, Math.max(1, length - 1)));
  const blocks = chunksOf(lines.slice(length)).map((chunk) => {
    const block = blockOf(chunk, known, nextId());
    if (!chunk.closed) notices.push(unclosed(block));
    return block;
  });
  return { notebook: { front, blocks, ...(isCrLf ? { newline: "\r\n" } : {}) }, notices };
}

function blockOf(chunk: Chunk, known: Catalog, id: number): Block {
  if (chunk.type === "cell") return readCell(chunk, known, id);
  if (chunk.type === "note") return readNote(chunk, id);
  const text = chunk.lines.join("\n");
  if (chunk.type === "prose") return { id, type: "prose", text: canonicalProse(text) };
  const problem = "Git left a conflict here: two versions of the same lines.";
  return { id, type: "unknown", text, name: null, kind: null, reason: "conflict", problem };
}

function unclosed(block: Block): Notice {
  const name = block.type === "prose" ? null : block.name;
  const which = block.type === "note" ? `A ${block.kind}'s fence` : name === null ? "A cell's fence" : `The fence of "${name}"`;
  return { code: "unclosed", text: `${which} was never closed. It was read up to the next cell and is closed there.`, cell: name };
}
