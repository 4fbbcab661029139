import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { main } from "assemblyscript/asc";
import type { Plugin } from "vite";

const query = "?wasm-kernel";
const top = join(import.meta.dirname, "../../..");
const compiled = join(top, "node_modules/.vite/wasm-kernel");
const options = ["-O3", "--noAssert", "--runtime", "stub", "--enable", "simd", "--use", "abort="];

/** The module's bytes, compiled anew when a file of its folder changed. */
async function codeOf(path: string, sources: readonly string[]): Promise<Buffer> {
  const hash = createHash("sha256")
    .update(readFileSync(join(top, "node_modules/assemblyscript/package.json")))
    .update(options.join(" "));
  for (const source of sources) hash.update(source).update("\0").update(readFileSync(source));
  const kept = join(compiled, `${hash.digest("hex").slice(0, 16)}.wasm`);
  try {
    return readFileSync(kept);
  } catch {
    let code: Uint8Array | null = null;
    let said = "";
    const { error } = await main([path.slice(top.length + 1), "--baseDir", top, "-o", "kernel.wasm", ...options], {
      stderr: { write: (text) => void (said += String(text)) },
      writeFile: (_name, contents) => void (code = contents as Uint8Array),
    });
    if (error !== null || code === null) throw new Error(`${path} does not compile.\n${said}`);
    mkdirSync(compiled, { recursive: true });
    writeFileSync(kept, code);
    return Buffer.from(code);
  }
}

/** Turns an import of AssemblyScript, marked "?wasm-kernel", into the bytes of the WebAssembly module it compiles to. */
export const wasmKernel = (): Plugin => ({
  name: "wasm-kernel",
  enforce: "pre",
  load: {
    filter: { id: /\?wasm-kernel$/ },
    async handler(id) {
      const path = id.slice(0, -query.length);
      const folder = dirname(path);
      const sources = readdirSync(folder)
        .filter((name) => name.endsWith(".ts"))
        .toSorted()
        .map((name) => join(folder, name));
      for (const source of sources) this.addWatchFile(source);
      const code = await codeOf(path, sources);
      return `export default Uint8Array.from(atob("${code.toString("base64")}"), (letter) => letter.charCodeAt(0));`;
    },
  },
});
