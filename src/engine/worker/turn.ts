const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.addEventListener("message", () => waiting.shift()?.());
channel.port1.start();

/**
 * Lets messages that have arrived be handled, and goes on.
 *
 * A message to oneself queues behind those of the page; timers wait at least four milliseconds, and the scheduler's own continuations come
 * before messages, so that a stop would never get through.
 */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(null);
  });
}
