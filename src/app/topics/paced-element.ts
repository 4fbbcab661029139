import { LitElement } from "lit";
import { ownTask } from "./own-task.ts";

/** An element that draws itself for the first time in a task of its own, so that a long notebook opens piece by piece. */
export class PacedElement extends LitElement {
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) await ownTask();
    await super.scheduleUpdate();
  }
}
