import { writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { soil } from "./business/dirt.ts";
import { filesOf } from "./business/files.ts";
import { Ledger } from "./business/ledger.ts";
import { liveAll } from "./business/population.ts";
import { crawl, passBy, sellToGuests } from "./business/strangers.ts";
import { Tally } from "./business/tally.ts";
import { truthOf, type Truth } from "./business/truth.ts";

/** The seed of the committed files. */
export const committed = 20_240_101;

function run(seed: number, scale: number): { ledger: Ledger; truth: Truth } {
  const ledger = new Ledger();
  const tally = new Tally();
  const lives = liveAll(seed, scale, ledger, tally);
  passBy(seed, scale, ledger);
  crawl(seed, scale, ledger);
  sellToGuests(seed, scale, ledger);
  const twice = soil(seed, scale, ledger);
  ledger.answers.sort((a, b) => a.at - b.at);
  return { ledger, truth: truthOf(seed, lives, ledger, tally, twice) };
}

/**
 * Fennel & Oak as the files it exports, and what is true of it: the same bytes for the same seed and scale, everywhere.
 *
 * @param seed A whole number: another seed is another business to which the same was done.
 * @param scale The size against the usual 19,000 customers, above 0. The daily bills do not change with it.
 */
export function business(seed: number = committed, scale: number = 1): { files: Record<string, Uint8Array>; truth: Truth } {
  const { ledger, truth } = run(seed, scale);
  return { files: filesOf(ledger, seed), truth };
}

/** The files of a business, by name. */
export const simulate = (seed: number = committed, scale: number = 1): Record<string, Uint8Array> => business(seed, scale).files;

/** What is true of the business that `simulate` makes with the same seed and scale. */
export const truth = (seed: number = committed, scale: number = 1): Truth => run(seed, scale).truth;

/** The committed part of the truth: all but the lists of customers and comments. */
export function writtenTruth({ seed, planted, outcome }: Truth): string {
  return `${JSON.stringify({ seed, planted, outcome }, null, 2)}\n`;
}

if (process.argv[1]?.endsWith("simulate.ts")) {
  const { files, truth } = business();
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(import.meta.dirname, name), bytes);
  writeFileSync(join(import.meta.dirname, "truth.json"), writtenTruth(truth));
}
