import { Hash } from "../../engine/hash.ts";
import { defaultSettings, type Settings } from "../../schema/settings.ts";
import type { Runnable } from "./plan.ts";

/** The seed of a cell that names none, so that chance falls the same way everywhere. */
const commonSeed = 1;

/** The seed of a cell's chance: its parameter of that name, or the one all cells share. */
export function seedOf({ params }: Runnable): number {
  const seed = params["seed"];
  return typeof seed === "number" ? seed : commonSeed;
}

/**
 * The hash of everything a cell's result depends on: equal keys, equal results.
 *
 * Parameters that only change how a result looks are left out, and settings the kind does not depend on.
 *
 * @param inputs By reference as written: the key of the cell's output, or the hash of what it read.
 */
export function keyOf(runnable: Runnable, inputs: Readonly<Record<string, string>>, settings: Settings): string {
  const { kind, params, files } = runnable;
  const mattering = Object.entries(params).filter(([name]) => kind.params[name]?.view !== true);
  const relevant = kind.kind.settings ?? (Object.keys(defaultSettings) as (keyof Settings)[]);
  const identities = Object.entries(files).map(([pattern, entries]) => [
    pattern,
    entries.map(({ name, file, modified }) => [name, file.size, modified]),
  ]);
  const parts = [
    kind.kind.name,
    kind.kind.major,
    mattering,
    Object.entries(inputs),
    identities,
    relevant.map((name) => [name, settings[name]]),
    seedOf(runnable),
  ];
  return new Hash().text(JSON.stringify(parts)).digest();
}
