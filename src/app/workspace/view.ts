import { Topic } from "../topics/topic.ts";

/** How the open notebook is shown: with its tools, or as a report. */
export type ViewMode = "edit" | "read";

/** Which of the two it is. A page that is meant to be read sets "read" before a notebook is opened. */
export class View {
  readonly topic = new Topic();
  /** Set by the page: resolves when the report has everything it will show. */
  drawn: () => Promise<void> = () => Promise.resolve();
  #mode: ViewMode = "edit";

  get mode(): ViewMode {
    return this.#mode;
  }

  set(mode: ViewMode): void {
    if (mode === this.#mode) return;
    this.#mode = mode;
    this.topic.tell();
  }
}
