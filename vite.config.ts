import { defineConfig } from "vitest/config";
import { copyFolders } from "./tests/tools/build/copy-folders.ts";
import { hostedFiles } from "./tests/tools/build/hosted-files.ts";
import { singleFile } from "./tests/tools/build/single-file.ts";
import { tourPage } from "./tests/tools/build/tour-page.ts";
import { wasmKernel } from "./tests/tools/build/wasm-kernel.ts";

const project = (name: string, include: string[], more: object = {}) => ({
  extends: true as const,
  test: {
    name,
    root: import.meta.dirname,
    include,
    environment: "node",
    setupFiles: ["tests/tools/seed.ts"],
    expect: { requireAssertions: true },
    ...more,
  },
});
const beside = ["notebooks", "sample-data"];
const browser = { globalSetup: "tests/browser/setup.ts", testTimeout: 60_000, hookTimeout: 120_000, fileParallelism: false };

export default defineConfig({
  root: "src",
  base: "./",
  publicDir: false,
  cacheDir: "../node_modules/.vite",
  plugins: [wasmKernel(), singleFile(), hostedFiles(beside), copyFolders(beside), tourPage()],
  worker: { format: "iife", plugins: () => [wasmKernel()] },
  build: {
    outDir: "../dist",
    emptyOutDir: true,
    target: "es2023",
    modulePreload: false,
    assetsInlineLimit: 100_000_000,
    cssCodeSplit: false,
    rolldownOptions: { output: { format: "iife", codeSplitting: false } },
  },
  server: { fs: { allow: [".."] } },
  test: {
    projects: [
      project("unit", ["tests/**/*.test.ts"], { exclude: ["tests/browser/**", "tests/bench/**"], testTimeout: 60_000, hookTimeout: 120_000 }),
      project("browser", ["tests/browser/**/*.test.ts"], browser),
      project("bench", ["tests/bench/**/*.bench.ts"], { ...browser, testTimeout: 1_800_000, hookTimeout: 600_000 }),
    ],
  },
});
