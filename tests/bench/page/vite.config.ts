import { join } from "node:path";
import { defineConfig } from "vite";
import { wasmKernel } from "../../tools/build/wasm-kernel.ts";

const here = import.meta.dirname;

export default defineConfig({
  root: here,
  base: "./",
  publicDir: false,
  plugins: [wasmKernel()],
  worker: { format: "es", plugins: () => [wasmKernel()] },
  build: { outDir: join(here, "../../output/bench"), emptyOutDir: true, target: "es2023", assetsInlineLimit: 0, chunkSizeWarningLimit: 10_000 },
});
