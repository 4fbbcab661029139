import { fileIdentity, type FileIdentity } from "./file-identity.ts";
import type { FileShelf, ShelvedFile } from "./file-shelf.ts";

/** What the notebook's files were like, so that one that comes back under another name is known again. */
export class FileMemory {
  #known = new Map<string, FileIdentity>();

  constructor(private readonly files: FileShelf) {
    files.topic.listen(() => void this.#note());
  }

  /** As a draft keeps it. */
  get identities(): FileIdentity[] {
    return [...this.#known.values()];
  }

  /** Takes over what a draft remembers. */
  restore(identities: readonly FileIdentity[]): void {
    this.#known = new Map(identities.map((identity) => [identity.name, identity]));
  }

  /** Gives files the names they had, where their content is known by a name that is missing. */
  async recognised(files: readonly ShelvedFile[], missing: readonly string[]): Promise<ShelvedFile[]> {
    const open = new Set(missing);
    const given: ShelvedFile[] = [];
    for (const file of files) {
      const before = open.has(file.name) ? null : await this.#nameOf(file, open);
      open.delete(before ?? file.name);
      given.push(before === null ? file : { ...file, name: before });
    }
    return given;
  }

  async #nameOf({ name, file }: ShelvedFile, open: ReadonlySet<string>): Promise<string | null> {
    const candidates = this.identities.filter((known) => open.has(known.name) && known.size === file.size);
    if (candidates.length === 0) return null;
    const identity = await fileIdentity(name, file);
    return candidates.find(({ hash }) => hash === identity?.hash)?.name ?? null;
  }

  async #note(): Promise<void> {
    for (const { name, file } of this.files.files) {
      if (this.#known.get(name)?.size === file.size) continue;
      const identity = await fileIdentity(name, file);
      if (identity !== null) this.#known.set(name, identity);
    }
  }
}
