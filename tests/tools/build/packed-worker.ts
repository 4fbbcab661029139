import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { compress, init } from "@bokuweb/zstd-wasm";
import type { Plugin } from "vite";

/** What a started worker first is: it waits for its packed source, and becomes that. */
const unpacker = `${readFileSync(join(import.meta.dirname, "../../../node_modules/fzstd/umd/index.js"), "utf8")}
addEventListener("message",({data})=>(0,eval)(new TextDecoder().decode(fzstd.decompress(data))),{once:true});`;

/**
 * Keeps the inlined worker in the page as Zstandard, a tenth smaller than gzip, and lets the worker unpack itself, away from the page.
 *
 * The module's default export becomes a function that gives a Worker. What is posted to it at once arrives after its source.
 */
export const packedWorker = (): Plugin => ({
  name: "packed-worker",
  apply: "build",
  enforce: "post",
  transform: {
    filter: { id: /[?&]worker&inline/ },
    async handler(code) {
      const text = /const jsContent = ("(?:[^"\\]|\\.)*");/.exec(code)?.[1];
      if (text === undefined) throw new Error("Vite changed how it inlines a worker.");
      const source = runInNewContext(text) as string;
      await init();
      const packed = Buffer.from(compress(Buffer.from(source), 22)).toString("base64");
      return {
        map: null,
        code: `export default async () => {
          const bytes = Uint8Array.from(atob("${packed}"), (c) => c.charCodeAt(0));
          const worker = new Worker(URL.createObjectURL(new Blob([${JSON.stringify(unpacker)}], { type: "text/javascript" })));
          worker.postMessage(bytes, [bytes.buffer]);
          return worker;
        };`,
      };
    },
  },
});
