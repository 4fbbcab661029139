import Start from "./worker.ts?worker&inline";
import { isLifeSign, type LifeSign } from "./life-sign.ts";
import type { Port } from "./port.ts";

/** Calls back when a worker is gone. Browsers tell of errors in a worker, and of its end only by the lock it leaves. */
function onEnd(worker: Worker, listener: () => void): void {
  const sign: LifeSign = { lifeSign: `journeybook worker ${crypto.getRandomValues(new Uint32Array(4)).join("-")}` };
  worker.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if (isLifeSign(data)) navigator.locks?.request(data.lifeSign, listener).catch(() => undefined);
  });
  worker.postMessage(sign);
}

/** Starts the engine's worker. */
export async function startWorker(): Promise<Port> {
  const worker = new Start();
  return {
    endpoint: worker,
    terminate: () => worker.terminate(),
    onDeath(listener) {
      worker.addEventListener("error", listener);
      worker.addEventListener("messageerror", listener);
      onEnd(worker, listener);
    },
  };
}
