const waiting: (() => void)[] = [];
const channel = new MessageChannel();
channel.port1.addEventListener("message", () => waiting.shift()?.());
channel.port1.start();

/**
 * Resolves at the start of a task of its own, in the order of the calls, so that many things to draw never make one long task.
 */
export function ownTask(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(null);
  });
}
