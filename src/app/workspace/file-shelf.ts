import type { FileEntry } from "../../engine/protocol.ts";
import { fileMatches } from "../../notebook/scheduler/file-matches.ts";
import { Topic } from "../topics/topic.ts";

/** A data file the reader gave: the browser reads it when a cell asks. */
export interface ShelvedFile {
  name: string;
  file: File;
  /** Where the browser can open it again after a reload. */
  handle?: FileSystemFileHandle;
}

/** The data files of the open notebook, by name. They stay where they are; the page only points at them. */
export class FileShelf {
  readonly topic = new Topic();
  #files = new Map<string, ShelvedFile>();

  /** In the order they were given. */
  get files(): readonly ShelvedFile[] {
    return [...this.#files.values()];
  }

  get names(): string[] {
    return [...this.#files.keys()];
  }

  /** As the scheduler takes them. */
  get entries(): ReadonlyMap<string, FileEntry> {
    return new Map(this.files.map(({ name, file }) => [name, { name, file, modified: file.lastModified }]));
  }

  /** Adds files; one of the same name takes the other's place. */
  add(files: readonly ShelvedFile[]): void {
    for (const file of files) this.#files.set(file.name, file);
    if (files.length > 0) this.topic.tell();
  }

  /** The files a name or a pattern such as "orders-*.csv" stands for. */
  matching(wanted: string): ShelvedFile[] {
    return fileMatches(wanted, this.entries).map(({ name }) => this.#files.get(name)!);
  }

  clear(): void {
    this.#files = new Map();
    this.topic.tell();
  }
}
