import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Topic } from "./topic.ts";

/** Draws an element again whenever one of its topics tells of a change, for as long as it is on the page. */
export class Watch implements ReactiveController {
  #stops: (() => void)[] = [];

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly topics: () => (Topic | undefined)[],
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    const redraw = (): void => this.host.requestUpdate();
    this.#stops = this.topics().flatMap((topic) => (topic === undefined ? [] : [topic.listen(redraw)]));
  }

  hostDisconnected(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }
}
