import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { build, type Plugin } from "vite";
import type { Version } from "../../../src/app/hosting/version.ts";

const top = join(import.meta.dirname, "../../..");
const from = join(top, "src/app/hosting");
const icons = ["icon.svg", "icon-192.png", "icon-512.png", "icon-maskable.png"];

const manifest = {
  name: "Journeybook",
  short_name: "Journeybook",
  description: "A notebook for customer-journey analysis that runs entirely in the browser.",
  lang: "en",
  start_url: "./",
  scope: "./",
  display: "standalone",
  background_color: "#ffffff",
  theme_color: "#f8f7f5",
  categories: ["business", "productivity"],
  icons: [
    { src: "icon.svg", sizes: "any", type: "image/svg+xml" },
    { src: "icon-192.png", sizes: "192x192", type: "image/png" },
    { src: "icon-512.png", sizes: "512x512", type: "image/png" },
    { src: "icon-maskable.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
  ],
};

/** Files of a folder that are copied beside the page, by their paths there. */
const beside = (folder: string): string[] =>
  readdirSync(join(top, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.ts$/.test(entry.name) && !/\/pictures$/.test(entry.parentPath))
    .map((entry) => join(entry.parentPath, entry.name).slice(top.length + 1))
    .sort();

/** The service worker of one version, as a script. */
async function serviceWorker(version: Version): Promise<string> {
  const built = await build({
    configFile: false,
    root: from,
    logLevel: "error",
    define: { version: JSON.stringify(version) },
    build: { write: false, target: "es2023", lib: { entry: "service-worker.ts", formats: ["iife"], name: "worker" } },
  });
  const [output] = [built].flat();
  if (output === undefined || !("output" in output)) throw new Error("The build made no service worker.");
  return output.output[0].code;
}

/** Writes what a host needs beside the page: manifest, icons, and a service worker of exactly this version. */
export const hostedFiles = (folders: string[]): Plugin => ({
  name: "hosted-files",
  apply: "build",
  enforce: "post",
  async generateBundle(_, bundle) {
    const page = bundle["index.html"];
    if (page?.type !== "asset") throw new Error("The build made no index.html.");
    const files = folders.flatMap(beside);
    const all = createHash("sha256").update(page.source);
    for (const file of files) all.update(file).update(readFileSync(join(top, file)));
    const tour = readFileSync(join(top, "notebooks/tour.journey.md"), "utf8");
    const version: Version = {
      name: all.digest("hex").slice(0, 16),
      page: createHash("sha256").update(page.source).digest("hex"),
      files: ["tour.html", "manifest.webmanifest", ...icons, ...files],
      ahead: files.filter((file) => file.startsWith("sample-data/") && tour.includes(JSON.stringify(file.slice("sample-data/".length)))),
    };
    const emit = (fileName: string, source: string | Uint8Array) => this.emitFile({ type: "asset", fileName, source });
    for (const icon of icons) emit(icon, readFileSync(join(from, icon)));
    emit("manifest.webmanifest", JSON.stringify(manifest, null, 2));
    emit("sw.js", await serviceWorker(version));
  },
});
