import { fuzzy } from "./fuzzy.ts";
import type { Entry } from "./entry.ts";

/** An entry that was found, and where in its title and detail. */
export interface Found {
  entry: Entry;
  score: number;
  title: readonly number[];
  detail: readonly number[];
}

/** A group of found entries, best first. */
export interface FoundGroup {
  name: string;
  found: readonly Found[];
}

const mostInGroup = 8;
/** A match in the detail is worth less than one in the title, and only whole words count: scattered letters are in every sentence. */
const asideWeight = 0.4;
/** Matches worth less than this part of the best one are noise. */
const worthShowing = 0.3;

function matched(entry: Entry, query: string): Found | null {
  const title = fuzzy(query, entry.title);
  const at = entry.detail.toLowerCase().indexOf(query.trim().toLowerCase());
  const aside = at < 0 ? null : (fuzzy(query, entry.detail.slice(at))?.score ?? null);
  if (title === null && aside === null) return null;
  if (title !== null && (aside === null || title.score >= asideWeight * aside)) return { entry, score: title.score, title: title.places, detail: [] };
  const length = query.trim().length;
  return { entry, score: asideWeight * aside!, title: [], detail: Array.from({ length }, (_, index) => at + index) };
}

/**
 * What was typed, looked for in entries: groups in the order of their best entry, entries by score, equal ones as they came. With nothing
 * typed, everything stands in its own order, after what was chosen last.
 *
 * @param recent Ids of what was chosen last, latest first.
 */
export function ranked(entries: readonly Entry[], query: string, recent: readonly string[]): FoundGroup[] {
  const typed = query.trim() !== "";
  const bonus = (id: string): number => (recent.includes(id) ? 3 : 0);
  const found = typed
    ? entries.flatMap((entry) => {
        const match = matched(entry, query);
        return match === null ? [] : [{ ...match, score: match.score + bonus(entry.id) }];
      })
    : entries.map((entry): Found => ({ entry, score: 0, title: [], detail: [] }));
  const groups = new Map<string, Found[]>();
  if (!typed) {
    const last = recent.flatMap((id) => found.find(({ entry }) => entry.id === id) ?? []);
    if (last.length > 0) groups.set("Recent", last);
  }
  for (const one of found) {
    if (!typed && recent.includes(one.entry.id)) continue;
    const group = groups.get(one.entry.group) ?? [];
    groups.set(one.entry.group, group);
    group.push(one);
  }
  const enough = Math.max(0, ...found.map(({ score }) => score)) * worthShowing;
  const lists = [...groups]
    .map(([name, list]) => ({ name, found: list.filter(({ score }) => score >= enough).toSorted((a, b) => b.score - a.score) }))
    .filter(({ found: list }) => list.length > 0);
  if (typed) lists.sort((a, b) => b.found[0]!.score - a.found[0]!.score);
  return lists.map(({ name, found: list }) => ({ name, found: list.slice(0, typed ? mostInGroup : 40) }));
}
