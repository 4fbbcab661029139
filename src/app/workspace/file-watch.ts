import type { FileShelf, ShelvedFile } from "./file-shelf.ts";
import type { Notices } from "./notices.ts";
import { pickFiles } from "./pick-files.ts";

/** How a file stands to what was read of it. */
type Standing = "same" | "changed" | "gone";

/** What the file at a handle is now. The browser refuses to read a file without one once it has changed. */
async function standing({ file, handle }: ShelvedFile): Promise<Standing> {
  try {
    if (handle === undefined) {
      await file.slice(0, 1).arrayBuffer();
      return "same";
    }
    const now = await handle.getFile();
    return now.size === file.size && now.lastModified === file.lastModified ? "same" : "changed";
  } catch (error) {
    const name = error instanceof DOMException ? error.name : "";
    if (name === "NotAllowedError") return "same";
    return name === "NotFoundError" ? "gone" : "changed";
  }
}

const listed = (names: readonly string[]): string =>
  names.length > 3 ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more` : names.join(", ");

/** Notices data files that changed on disk since they were read, whenever the reader comes back to the page. */
export class FileWatch {
  /** Files the reader was told of, and how they stood. */
  readonly #told = new Map<File, Standing>();
  #checks = 0;

  constructor(
    private readonly files: FileShelf,
    private readonly notices: Notices,
  ) {
    globalThis.addEventListener?.("focus", () => void this.check());
  }

  /** Looks at every file now. */
  async check(): Promise<void> {
    const turn = ++this.#checks;
    const found: { shelved: ShelvedFile; now: Standing }[] = [];
    for (const shelved of this.files.files) found.push({ shelved, now: await standing(shelved) });
    if (turn !== this.#checks) return;
    const news = found.filter(({ shelved, now }) => now !== "same" && this.#told.get(shelved.file) !== now);
    for (const { shelved, now } of news) this.#told.set(shelved.file, now);
    if (news.length === 0) return;
    const changed = found.filter(({ now }) => now !== "same").map(({ shelved }) => shelved);
    const names = listed(changed.map(({ name }) => name));
    const how = news.every(({ now }) => now === "gone") ? "moved or deleted" : "changed on disk";
    this.notices.show({
      text: `${names} ${changed.length === 1 ? "was" : "were"} ${how} since it was read. What is shown is from before.`,
      action: { label: "Read again", run: () => void this.readAgain(changed) },
    });
  }

  /** Takes the files as they now are; those the page cannot open by itself are chosen again. */
  async readAgain(changed: readonly ShelvedFile[]): Promise<void> {
    const fresh: ShelvedFile[] = [];
    for (const { name, handle } of changed) {
      try {
        if (handle !== undefined) fresh.push({ name, file: await handle.getFile(), handle });
      } catch {
        // It is asked for below.
      }
    }
    const [open, ...others] = changed.filter(({ name }) => !fresh.some((file) => file.name === name));
    if (open !== undefined) {
      const picked = await pickFiles();
      // A single file takes the place of the one that changed, whatever it is called now.
      fresh.push(...(others.length === 0 && picked.length === 1 ? [{ ...picked[0]!, name: open.name }] : picked));
    }
    this.files.add(fresh);
  }
}
