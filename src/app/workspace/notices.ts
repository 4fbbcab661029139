import { Topic } from "../topics/topic.ts";

/** One sentence to the reader, with at most one thing to do about it. */
export interface Notice {
  text: string;
  action?: { label: string; run(): void };
}

/** How long a notice stays, in milliseconds: long enough to reach its button. */
const stay = 8_000;

/** What the page has to say beside the notebook: one notice at a time, and what is said aloud to screen readers. */
export class Notices {
  readonly topic = new Topic();
  current: Notice | null = null;
  /** The latest sentence for the live region. */
  spoken = "";
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Shows a notice, in place of the one before. */
  show(notice: Notice): void {
    this.current = notice;
    this.spoken = notice.text;
    clearTimeout(this.#timer);
    this.#timer = globalThis.setTimeout(() => this.dismiss(), stay);
    this.topic.tell();
  }

  /** Says a sentence to screen readers only. */
  say(text: string): void {
    this.spoken = text;
    this.topic.tell();
  }

  dismiss(): void {
    clearTimeout(this.#timer);
    if (this.current === null) return;
    this.current = null;
    this.topic.tell();
  }
}
