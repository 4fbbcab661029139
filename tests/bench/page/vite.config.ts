import { join } from "node:path";
import { defineConfig } from "vite";

const here = import.meta.dirname;

export default defineConfig({
  root: here,
  base: "./",
  publicDir: false,
  worker: { format: "es" },
  build: { outDir: join(here, "../../output/bench"), emptyOutDir: true, target: "es2023", assetsInlineLimit: 0, chunkSizeWarningLimit: 10_000 },
});
