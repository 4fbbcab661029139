import { UserError } from "../../schema/errors.ts";
import { namePattern } from "../../schema/reference.ts";
import type { Notebook } from "../notebook.ts";

/** Every name a cell has, understood or not. */
export function namesIn(notebook: Notebook): Set<string> {
  return new Set(notebook.blocks.flatMap((block) => (block.type === "prose" || block.name === null ? [] : [block.name])));
}

/**
 * The name itself if it is free, or the next one with a number.
 *
 * @example uniqueName(new Set(["retention", "retention_2"]), "retention") // "retention_3"
 */
export function uniqueName(taken: ReadonlySet<string>, name: string): string {
  if (!taken.has(name)) return name;
  const [, stem = name, number = "1"] = /^(.+?)(?:_(\d{1,9}))?$/.exec(name) ?? [];
  let next = Number(number) + 1;
  while (taken.has(`${stem}_${next}`)) next++;
  return `${stem}_${next}`;
}

/**
 * A cell's name made of words, such as a file's name without its ending; empty where no letter of a to z is in them.
 *
 * @example nameFrom("Orders 2025.csv") // "orders_2025"
 */
export function nameFrom(words: string): string {
  const plain = words
    .replace(/\.[A-Za-z0-9]{1,8}(?:\.gz)?$/, "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[0-9_]+|_+$/g, "")
    .slice(0, 40);
}

/** @throws {UserError} If a text is not a name. */
export function checkName(name: string): void {
  if (namePattern.test(name)) return;
  throw new UserError(`"${name}" cannot be the name of a cell.`, "Use small letters, digits and _, and begin with a letter, such as orders_2025.");
}
