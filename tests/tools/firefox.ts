import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const names = ["firefox", "firefox-esr", "firefox.exe"];

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The Firefox of this machine, or undefined: it is used where it is, and not installed. `FIREFOX_PATH` decides where it is set. */
export function findFirefox(): string | undefined {
  const onPath = (process.env["PATH"] ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [process.env["FIREFOX_PATH"] ?? "", ...onPath].filter((path) => path !== "").find(isProgram);
}
