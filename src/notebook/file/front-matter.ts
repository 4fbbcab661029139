import type { Json, JsonRecord } from "../../schema/json.ts";
import type { Annotation, FrontMatter } from "../notebook.ts";
import { isConflictStart } from "./conflicts.ts";
import { entriesOf, isKeyLine, linesOf, valueOf, type Entry } from "./entries.ts";
import { isBlank, openingFence } from "./fences.ts";
import { quoted } from "./json-text.ts";
import type { Notice } from "./notice.ts";

/** The format this version writes. */
export const currentFormat = 1;

type Known = Exclude<keyof FrontMatter, "unknown">;

const isRule = (line: string): boolean => line.startsWith("---") && isBlank(line.slice(3));
const isText = (value: Json): value is string => typeof value === "string";
const isAnnotation = (value: Json): value is JsonRecord & { from: string; text: string } =>
  typeof value === "object" &&
  value !== null &&
  !Array.isArray(value) &&
  isText(value["from"] ?? null) &&
  isText(value["text"] ?? null) &&
  isText(value["to"] ?? "");

/** What each key takes, in the order of the file. */
const known: Record<Known, (value: Json) => boolean> = {
  format: (value) => Number.isInteger(value) && (value as number) >= 1,
  title: isText,
  timezone: isText,
  week_start: isText,
  currency: isText,
  window: (value) => Array.isArray(value) && value.length === 2 && value.every(isText),
  level: (value) => typeof value === "number",
  annotations: (value) => Array.isArray(value) && value.every(isAnnotation),
};

/** How many lines of a file its front matter has, both rules included; 0 where there is none or it is never closed. */
export function frontMatterLength(lines: readonly string[]): number {
  if (!isRule(lines[0] ?? "")) return 0;
  const first = lines.findIndex((line, at) => at > 0 && !isBlank(line));
  if (first < 0 || !(isRule(lines[first]!) || isKeyLine(lines[first]!) || isConflictStart(lines[first]!) || lines[first]!.startsWith("#"))) return 0;
  const end = lines.findIndex((line, at) => at > 0 && (isRule(line) || openingFence(line) !== null));
  return end > 0 && isRule(lines[end]!) ? end + 1 : 0;
}

/** Reads the lines between the two rules. What is not understood, or is there a second time, is kept as it stands. */
export function readFrontMatter(lines: readonly string[]): { front: FrontMatter; notices: Notice[] } {
  const front: FrontMatter = { format: currentFormat, title: "", unknown: [] };
  const notices: Notice[] = [];
  const seen = new Set<string>();
  for (const entry of entriesOf(lines)) {
    const problem = take(entry, front, seen);
    if (problem === null) continue;
    front.unknown.push(...entry.lines);
    if (problem !== "") notices.push({ code: "front-matter", text: `${problem} It is kept in the file and has no effect.`, cell: null });
  }
  if (front.format > currentFormat) notices.push({ code: "newer-format", text: newer(front.format), cell: null });
  return { front, notices };
}

/** Puts an entry into the front matter. Gives null when it is there, a sentence when it is not understood, "" when it is merely unknown. */
function take(entry: Entry, front: FrontMatter, seen: Set<string>): string | null {
  const { key } = entry;
  if (key === null && isConflictStart(entry.lines[0]!)) return "Git left a conflict in the head of the file.";
  if (key === null || !Object.hasOwn(known, key)) return "";
  if (seen.has(key)) return `The head of the file says "${key}" twice.`;
  const read = valueOf(entry);
  if ("problem" in read || !known[key as Known](read.value)) return `The line ${quoted(entry.lines[0]!)} in the head of the file is not understood.`;
  seen.add(key);
  Object.assign(front, { [key]: read.value });
  return null;
}

const newer = (format: number): string =>
  `This notebook is in format ${format}; this version of Journeybook knows format ${currentFormat}. ` +
  "What it does not understand is kept as it is; a newer version shows all of it.";

/** The front matter's lines, with both rules, known keys first. */
export function writeFrontMatter(front: FrontMatter): string[] {
  const lines = (Object.keys(known) as Known[]).flatMap((key) => {
    const value = key === "annotations" ? front.annotations?.map(inOrder) : front[key];
    return value === undefined || (key === "title" && value === "") ? [] : linesOf(key, value as Json);
  });
  return ["---", ...lines, ...front.unknown, "---"];
}

function inOrder({ from, to, text, ...rest }: Annotation): Json {
  return { from, ...(to === undefined ? {} : { to }), text, ...rest };
}
