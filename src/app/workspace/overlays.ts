import { Topic } from "../topics/topic.ts";

/** What can lie over the page. */
export type Overlay = "palette" | "library" | "keys" | "share" | "export" | "history" | "reach" | "provenance" | "verify" | "remove" | "forget";

/** Which dialog lies over the page: one at a time. */
export class Overlays {
  readonly topic = new Topic();
  current: Overlay | null = null;
  /** What it is about: the kind or the function the library opens at, the cell that is exported. */
  about: string | null = null;

  show(overlay: Overlay, about: string | null = null): void {
    this.current = overlay;
    this.about = about;
    this.topic.tell();
  }

  /** Takes a dialog away, if it is the one that is there: another may have taken its place. */
  close(overlay: Overlay): void {
    if (this.current !== overlay) return;
    this.current = null;
    this.topic.tell();
  }
}
