// Starts a new kind of cell from src/cells/_template: `npm run new-cell <kind>`.
import { resolve } from "node:path";
import { runnerImport } from "vite";

const project = resolve(import.meta.dirname, "../..");
const { module } = await runnerImport(resolve(import.meta.dirname, "new-cell.ts"), { configFile: false });
try {
  console.log(`Wrote ${(await module.newCell(process.argv[2] ?? "", project)).join(", ")}.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
