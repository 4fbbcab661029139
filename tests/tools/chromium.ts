import { execFileSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium, type Browser } from "playwright-core";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "chrome.exe", "msedge.exe"];
const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ...["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((key) => {
    const folder = process.env[key];
    return folder === undefined ? [] : [join(folder, "Google/Chrome/Application/chrome.exe")];
  }),
];

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The Chromium or Chrome of this machine, or undefined. `CHROME_PATH` decides where it is set. */
export function findChromium(): string | undefined {
  const given = process.env["CHROME_PATH"];
  if (given !== undefined && given !== "") {
    if (isProgram(given)) return given;
    throw new Error(`CHROME_PATH is ${given}, which is not a program. Set it to Chromium's program, or leave it unset.`);
  }
  const onPath = (process.env["PATH"] ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...places, chromium.executablePath()].find(isProgram);
}

const attempts: [string, ...string[]][] = [
  ["apt-get", "update"],
  ["apt-get", "install", "-y", "--no-install-recommends", "chromium", "fonts-dejavu-core"],
  [process.execPath, join(import.meta.dirname, "../../node_modules/playwright-core/cli.js"), "install", "chromium"],
];

/** The browser, installed by the system's packages or by Playwright where there is none yet. */
export function ensureChromium(): string {
  for (const [program, ...args] of attempts) {
    const found = findChromium();
    if (found !== undefined) return found;
    if (program === "apt-get" && process.getuid?.() !== 0) continue;
    try {
      execFileSync(program, args, { stdio: "inherit", timeout: 600_000, env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
    } catch (error) {
      console.warn(`${program} ${args.join(" ")} did not work: ${error instanceof Error ? error.message.split("\n")[0] : String(error)}`);
    }
  }
  const found = findChromium();
  if (found !== undefined) return found;
  throw new Error(
    "The browser tests need Chromium or Chrome, and none was found or could be installed. Install one, or set CHROME_PATH to its program.",
  );
}

/** Starts the browser without its own conversations with the network. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: ensureChromium(),
    chromiumSandbox: false,
    args: [
      "--disable-dev-shm-usage",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      "--disable-quic",
    ],
  });
}
