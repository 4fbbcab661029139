import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runnerImport, type Plugin } from "vite";
import { embeddedMarkup, type Embedded } from "../../../src/share/page/embedded.ts";
import { sharedPolicy } from "../../../src/share/page/shared-policy.ts";
import { wasmKernel } from "./wasm-kernel.ts";

/** Writes `tour.html` beside the page: the tour with its data in it, shared as the page itself shares. */
export const tourPage = (): Plugin => ({
  name: "tour-page",
  apply: "build",
  async writeBundle(options) {
    const top = join(import.meta.dirname, "../../..");
    const { module } = await runnerImport<{ sharedNotebook(top: string, name: string): Promise<Embedded> }>(
      join(top, "tests/tools/build/shared-notebook.ts"),
      { root: join(top, "src"), configFile: false, logLevel: "error", plugins: [wasmKernel()] },
    );
    const { notebook, data } = embeddedMarkup(await module.sharedNotebook(top, "tour"));
    const page = readFileSync(join(options.dir!, "index.html"), "utf8").replace(/(?<=Security-Policy" content=")[^"]+/, sharedPolicy);
    const [head, tail] = [page.indexOf("</head>"), page.lastIndexOf("</body>")];
    writeFileSync(join(options.dir!, "tour.html"), page.slice(0, head) + notebook + page.slice(head, tail) + data + page.slice(tail));
  },
});
