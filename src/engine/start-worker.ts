import Start from "./worker.ts?worker&inline";
import type { Port } from "./port.ts";

/** In the build the import is a function that unpacks the worker; Vite's server gives the worker's class. */
const start = import.meta.env.PROD ? (Start as unknown as () => Promise<Worker>) : () => Promise.resolve(new Start());

/** Starts the engine's worker. */
export async function startWorker(): Promise<Port> {
  const worker = await start();
  return {
    endpoint: worker,
    terminate: () => worker.terminate(),
    onDeath(listener) {
      worker.addEventListener("error", listener);
      worker.addEventListener("messageerror", listener);
    },
  };
}
