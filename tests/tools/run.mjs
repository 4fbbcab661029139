// Runs a TypeScript file of the project in Node: `node tests/tools/run.mjs <file> [arguments]`.
import { resolve } from "node:path";
import { runnerImport } from "vite";

const [file, ...rest] = process.argv.slice(2);
if (file === undefined) throw new Error("Name the file to run, such as sample-data/simulate.ts.");
process.argv = [process.argv[0], file, ...rest];
await runnerImport(resolve(file), { configFile: false });
