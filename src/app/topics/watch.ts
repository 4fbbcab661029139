import type { ReactiveControllerHost } from "lit";
import type { Topic } from "./topic.ts";

/** Draws an element again whenever one of its topics tells of a change, for as long as it is on the page. */
export function watch(host: ReactiveControllerHost, topics: () => Topic[]): void {
  let stops: (() => void)[] = [];
  const redraw = (): void => host.requestUpdate();
  host.addController({
    hostConnected() {
      stops = topics().map((topic) => topic.listen(redraw));
    },
    hostDisconnected() {
      for (const stop of stops) stop();
    },
  });
}
