import { UserError } from "../../schema/errors.ts";
import type { Json } from "../../schema/json.ts";
import { isRecord } from "../../schema/parameters/say.ts";
import type { ColumnAction } from "../gate/column-plan.ts";
import { levels, type Level } from "../gate/levels.ts";
import type { Removal } from "../gate/removal.ts";

/** The version of what this page writes; later ones are refused in words. */
export const sharedFormat = 1;

/** How a shared page opens: as the author worked, or as a report. */
export type SharedView = "read" | "edit";

/** One piece of a shared page's data: a file as it was read, or what the cells found. */
export interface PartHead {
  name: string;
  kind: "file" | "results";
  /** Bytes as they lie in the data, and unpacked. */
  packed: number;
  bytes: number;
  /** When the file was last changed, in milliseconds since 1970. */
  modified: number;
}

/** How the data is locked: what is needed beside the passphrase to open it. Bytes as base64. */
export interface Lock {
  salt: string;
  iv: string;
  iterations: number;
}

/** What a shared page says of itself, readable without its data. */
export interface SharedHead {
  format: number;
  /** The notebook's text, as its file holds it. */
  notebook: string;
  fileName: string;
  level: Level;
  /** The fewest customers a group shown has. */
  k: number;
  view: SharedView;
  /** What was asked for single columns, by cell. */
  columns: Record<string, Record<string, ColumnAction>>;
  /** What the privacy gate took out. */
  removed: Removal[];
  parts: PartHead[];
  lock?: Lock;
}

/** As it stands in the page: no "<", so that nothing in it ends the element around it. */
export const headText = (head: SharedHead): string => JSON.stringify(head).replaceAll("<", "\\u003c");

const damaged = (): UserError => new UserError("The notebook in this page is damaged.", "Ask for the page again.");

const isCount = (value: Json | undefined): boolean => Number.isSafeInteger(value) && (value as number) >= 0;

function isPart(part: Json): boolean {
  if (!isRecord(part) || typeof part["name"] !== "string" || (part["kind"] !== "file" && part["kind"] !== "results")) return false;
  return isCount(part["packed"]) && isCount(part["bytes"]) && typeof part["modified"] === "number";
}

const isRemoval = (removal: Json): boolean =>
  isRecord(removal) &&
  typeof removal["what"] === "string" &&
  typeof removal["why"] === "string" &&
  ["number", "undefined"].includes(typeof removal["count"]);

const isLock = (lock: Json | undefined): boolean =>
  lock === undefined || (isRecord(lock) && typeof lock["salt"] === "string" && typeof lock["iv"] === "string" && isCount(lock["iterations"]));

/** Reads what a shared page says of itself. @throws {UserError} If it is damaged, or written by a later version. */
export function readHead(text: string): SharedHead {
  let head: Json;
  try {
    head = JSON.parse(text) as Json;
  } catch {
    throw damaged();
  }
  if (!isRecord(head) || typeof head["format"] !== "number") throw damaged();
  if (head["format"] > sharedFormat) {
    throw new UserError(
      `This page was shared by a later Journeybook (format ${head["format"]}; this one knows ${sharedFormat}).`,
      "Open it with a newer browser page of Journeybook.",
    );
  }
  const { notebook, fileName, level, k, view, columns, removed, parts, lock } = head;
  const isWhole =
    typeof notebook === "string" &&
    typeof fileName === "string" &&
    levels.includes(level as Level) &&
    isCount(k) &&
    (view === "read" || view === "edit") &&
    isRecord(columns ?? null) &&
    Array.isArray(removed) &&
    removed.every(isRemoval) &&
    Array.isArray(parts) &&
    parts.every(isPart) &&
    isLock(lock);
  if (!isWhole) throw damaged();
  return head as unknown as SharedHead;
}
