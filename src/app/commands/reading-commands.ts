import { exportObservable } from "../observable/export-observable.ts";
import { copyLink } from "../reader/copy-link.ts";
import { printReport } from "../reader/print-report.ts";
import type { Command } from "./command.ts";

/** What is done with a notebook by who reads it, and to have it read. */
export const readingCommands: readonly Command[] = [
  {
    id: "read",
    title: "Read it as a report, or edit it again",
    group: "Notebook",
    icon: "book-open",
    keys: ["Mod+."],
    reading: true,
    run: ({ view }) => view.set(view.mode === "read" ? "edit" : "read"),
  },
  {
    id: "print",
    title: "Print, or save as PDF",
    group: "Notebook",
    icon: "printer",
    keys: ["Mod+P"],
    reading: true,
    run: (workspace) => void printReport(workspace),
  },
  {
    id: "copy-link",
    title: "Copy a link to the notebook, without its data",
    group: "Notebook",
    icon: "copy",
    reading: true,
    run: (workspace) => void copyLink(workspace),
  },
  {
    id: "observable",
    title: "Export as an Observable notebook, with its figures as plain Plot code",
    group: "Notebook",
    icon: "download",
    reading: true,
    run: (workspace) => void exportObservable(workspace),
  },
];
