import type { ParamSchema } from "../schema/parameter.ts";
import type { NoteBlock } from "./notebook.ts";

const about = { type: "input", accepts: ["table", "journey", "segments", "values"], optional: true, label: "About" } as const;

/**
 * What a comment and a decision say, in the order of their lines.
 *
 * Names and dates are words their author wrote. A decision leads from what was found to what was changed, by whom, and what came of it.
 */
export const noteSchemas: Readonly<Record<NoteBlock["kind"], ParamSchema>> = {
  comment: {
    about,
    text: { type: "text", default: "", long: true, label: "Comment" },
    by: { type: "text", optional: true, label: "Written by" },
    date: { type: "text", optional: true },
    resolved: { type: "flag", default: false, view: true, label: "Resolved: shown folded" },
  },
  decision: {
    about,
    finding: { type: "text", default: "", long: true, hint: "What the data showed." },
    change: { type: "text", default: "", long: true, hint: "What is done about it." },
    owner: { type: "text", optional: true, hint: "Who does it." },
    date: { type: "text", optional: true, label: "Decided on" },
    status: {
      type: "choice",
      of: ["proposed", "decided", "under_way", "done", "dropped"],
      labels: ["Proposed", "Decided", "Under way", "Done", "Dropped"],
      default: "proposed",
    },
    result: { type: "text", default: "", long: true, hint: "What came of it, once it is known." },
  },
};

/** What one line of a comment or a decision says, where it is text; empty where it says nothing. */
export function said({ params }: NoteBlock, key: string): string {
  const value = params[key];
  return typeof value === "string" ? value : "";
}
