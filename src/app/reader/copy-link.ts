import { gateText } from "../../share/gate/gate-text.ts";
import type { Removal } from "../../share/gate/removal.ts";
import { linkOf, longestLink } from "../../share/link/notebook-link.ts";
import { listed } from "../workspace/first-lines.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** What is not in the link, in one sentence. */
function leftOut(removed: readonly Removal[]): string {
  return listed(
    removed.map(({ what, count, cell }) => `${what}${cell === undefined ? "" : ` in ${cell}`}${count === undefined ? "" : ` (${count})`}`),
  );
}

/** Where a link leads: this page's own address, or on this machine's disk none, since a path there means nothing elsewhere. */
function pageAddress(): string {
  return location.protocol === "file:" ? "" : `${location.origin}${location.pathname}`;
}

async function copy({ notices }: Workspace, link: string): Promise<void> {
  const where = link.startsWith("#")
    ? "Put it behind the address of a Journeybook that is on the web: this one is a file of yours."
    : "Who opens it gets the notebook and chooses files of their own.";
  try {
    await navigator.clipboard.writeText(link);
    notices.show({ text: `The link is copied, ${link.length.toLocaleString("en")} characters, without data. ${where}` });
  } catch {
    notices.show({ text: "The browser did not let this page copy the link. Allow it the clipboard, and try again." });
  }
}

/** Copies a link that holds the notebook and no data. What tells who somebody is is left out, and said before anything is copied. */
export async function copyLink(workspace: Workspace): Promise<void> {
  const { notices, document } = workspace;
  const { text, removed } = gateText(document.text());
  const link = pageAddress() + (await linkOf(text));
  if (link.length > longestLink) {
    const size = link.length.toLocaleString("en");
    notices.show({
      text: `The link would have ${size} characters, and many programs cut what is longer than 30,000. Save the notebook and send its file.`,
    });
  } else if (removed.length === 0) await copy(workspace, link);
  else notices.show({ text: `The link leaves out ${leftOut(removed)}.`, action: { label: "Copy it", run: () => void copy(workspace, link) } });
}
