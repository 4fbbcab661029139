import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { ensureChromium } from "../tools/chromium.ts";

/** Finds or installs the browser and builds the page once, in a process of its own: inside Vitest the build would be a development one. */
export function setup(): void {
  ensureChromium();
  if ((process.env["JOURNEYBOOK_BUILT"] ?? "") !== "") return;
  const top = join(import.meta.dirname, "../..");
  execFileSync(process.execPath, [join(top, "node_modules/vite/bin/vite.js"), "build", "--logLevel", "warn"], {
    cwd: top,
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "production" },
  });
}
