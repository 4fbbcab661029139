import { isLifeSign } from "../life-sign.ts";

/** Takes the lock the page names, tells the page so, and holds it to the end. Where there are no locks, nothing is told. */
export function giveLifeSign(): void {
  addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if (!isLifeSign(data)) return;
    const held = (): Promise<never> => {
      postMessage(data);
      return new Promise(() => undefined);
    };
    navigator.locks?.request(data.lifeSign, held).catch(() => undefined);
  });
}
