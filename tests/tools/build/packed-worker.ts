import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";

/**
 * Keeps the inlined worker compressed in the page, and inflates it into a Blob when the page starts it.
 *
 * The module's default export becomes a function that resolves to a Worker.
 */
export const packedWorker = (): Plugin => ({
  name: "packed-worker",
  apply: "build",
  enforce: "post",
  transform: {
    filter: { id: /[?&]worker&inline/ },
    handler(code) {
      const text = /const jsContent = ("(?:[^"\\]|\\.)*");/.exec(code)?.[1];
      if (text === undefined) throw new Error("Vite changed how it inlines a worker.");
      const source = runInNewContext(text) as string;
      const packed = gzipSync(source, { level: 9 }).toString("base64");
      return {
        map: null,
        code: `export default async () => {
          const bytes = Uint8Array.from(atob("${packed}"), (c) => c.charCodeAt(0));
          const text = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).blob();
          return new Worker(URL.createObjectURL(new Blob([text], { type: "text/javascript" })));
        };`,
      };
    },
  },
});
