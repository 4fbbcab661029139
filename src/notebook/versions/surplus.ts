import type { Version } from "./version.ts";

/** How much is kept: versions of one notebook, versions of all, and bytes of all. */
export const limits = { own: 40, all: 200, bytes: 24 * 2 ** 20 } as const;

const weight = ({ text, results }: Version): number => text.length * 2 + (results?.length ?? 0);

/**
 * The versions that make room, by id: the oldest, and of those the ones kept by themselves before any that the reader asked for. The latest of
 * a notebook always stays.
 *
 * @param key What notebook a version is of.
 */
export function surplus(
  versions: readonly Version[],
  key: (version: Version) => string,
  { own, all, bytes }: Record<keyof typeof limits, number> = limits,
): string[] {
  const latest = [...versions].sort((a, b) => Number(b.why === "asked") - Number(a.why === "asked") || b.at - a.at);
  const newest = new Map<string, Version>();
  for (const version of versions) if (version.at >= (newest.get(key(version))?.at ?? -Infinity)) newest.set(key(version), version);
  const order = [...newest.values(), ...latest.filter((version) => newest.get(key(version)) !== version)];
  const counts = new Map<string, number>();
  let [taken, sum] = [0, 0];
  return order.flatMap((version) => {
    const mine = (counts.get(key(version)) ?? 0) + 1;
    const fits = newest.get(key(version)) === version || (mine <= own && taken < all && sum + weight(version) <= bytes);
    if (!fits) return [version.id];
    counts.set(key(version), mine);
    taken++;
    sum += weight(version);
    return [];
  });
}
