import type { Paths } from "../../analysis/attribution/paths.ts";
import type { Json } from "../../schema/json.ts";
import { models, unattributed } from "./models.ts";
import type { Ways } from "./ways.ts";

/** Which rows of a table a path belongs to. The customers of a row are those with such a path. */
export interface Marks {
  /** How many rows there can be. */
  size: number;
  visit(paths: Paths, path: number, found: (key: number) => void): void;
  /** The row with these key columns, or −1. */
  key(row: Record<string, Json>): number;
  /** Whether only conversions count, where paths are counted and not customers. */
  converting?: true;
}

/** The longest paths and lags are counted together from these numbers on. */
export const longest = 15;
export const latest = 31;
/** Places from this one on are counted together. */
export const places = 10;
const day = 86_400_000;

const converts = (paths: Paths, path: number) => paths.conversions[path]! > 0;

/** The distinct channels of a path by first occurrence, written into one list again and again. */
function distinctOf(channels: number): (paths: Paths, path: number) => readonly number[] {
  const seen = new Int32Array(channels).fill(-1);
  const held: number[] = [];
  let turn = 0;
  return (paths, path) => {
    turn++;
    held.length = 0;
    for (let touch = paths.starts[path]!; touch < paths.ends[path]!; touch++) {
      const channel = paths.channel[touch]!;
      if (seen[channel] === turn) continue;
      seen[channel] = turn;
      held.push(channel);
    }
    return held;
  };
}

/** How many touches a path has, up to the longest told apart. */
export const lengthOf = (paths: Paths, path: number): number => Math.min(longest, paths.ends[path]! - paths.starts[path]!);

/** Whole days from a path's first touch to its conversion, up to the latest told apart; −1 where times are not known. */
export function lagOf(paths: Paths, path: number): number {
  if (paths.time === null || paths.at === null || paths.starts[path] === paths.ends[path]) return -1;
  return Math.min(latest, Math.floor((paths.at[path]! - paths.time[paths.starts[path]!]!) / day));
}

/** The one channel a model gives all credit on a converting path, or −1 where it gives some to every channel. */
function onlyCredited(paths: Paths, path: number, model: number, direct: Uint8Array): number {
  const [start, end] = [paths.starts[path]!, paths.ends[path]!];
  const name = models[model];
  if (name === "first") return paths.channel[start]!;
  if (name === "last") return paths.channel[end - 1]!;
  if (name !== "last_non_direct") return -1;
  let told = end - 1;
  while (told >= start && direct[paths.channel[told]!] === 1) told--;
  return paths.channel[told < start ? end - 1 : told]!;
}

/** The rows of every table, by its name. */
export function marksOf({ channels, direct }: Ways): Record<string, Marks> {
  const count = channels.length;
  const none = count;
  const distinct = distinctOf(count);
  const place = (name: Json | undefined) => (name === unattributed ? none : channels.findIndex((channel) => channel === name));
  const perChannel = (visit: Marks["visit"]): Marks => ({ size: count + 1, visit, key: (row) => place(row["channel"]) });
  const onPath = perChannel((paths, path, found) => distinct(paths, path).forEach((channel) => found(channel)));
  return {
    main: {
      converting: true,
      size: models.length * (count + 1),
      visit(paths, path, found) {
        if (!converts(paths, path)) return;
        const held = distinct(paths, path);
        for (let model = 0; model < models.length; model++) {
          const base = model * (count + 1);
          const only = held.length === 0 ? none : onlyCredited(paths, path, model, direct);
          if (only >= 0) found(base + only);
          else for (const channel of held) found(base + channel);
        }
      },
      key: (row) => {
        const model = models.findIndex((name) => name === row["model"]);
        const channel = place(row["channel"]);
        return model < 0 || channel < 0 ? -1 : model * (count + 1) + channel;
      },
    },
    range: {
      ...perChannel((paths, path, found) => {
        if (!converts(paths, path)) return;
        if (paths.starts[path] === paths.ends[path]) found(none);
        else distinct(paths, path).forEach((channel) => found(channel));
      }),
      converting: true,
    },
    removal: onPath,
    spend: onPath,
    transitions: {
      size: (count + 1) * (count + 2),
      visit(paths, path, found) {
        if (paths.starts[path] === paths.ends[path]) return;
        let from = count;
        for (let touch = paths.starts[path]!; touch < paths.ends[path]!; touch++) {
          found(from * (count + 2) + paths.channel[touch]!);
          from = paths.channel[touch]!;
        }
        if (converts(paths, path)) found(from * (count + 2) + count);
        if (paths.nulls[path]! > 0) found(from * (count + 2) + count + 1);
      },
      key: ({ from, to }) => {
        const row = from === "(start)" ? count : place(from);
        const column = to === "(conversion)" ? count : to === "(nothing)" ? count + 1 : place(to);
        return row < 0 || column < 0 ? -1 : row * (count + 2) + column;
      },
    },
    lengths: {
      converting: true,
      size: longest + 1,
      visit: (paths, path, found) => converts(paths, path) && lengthOf(paths, path) > 0 && found(lengthOf(paths, path)),
      key: (row) => Number(row["touches"]),
    },
    lags: {
      converting: true,
      size: latest + 1,
      visit: (paths, path, found) => converts(paths, path) && lagOf(paths, path) >= 0 && found(lagOf(paths, path)),
      key: (row) => Number(row["days"]),
    },
    overlap: {
      converting: true,
      size: count * count,
      visit(paths, path, found) {
        if (!converts(paths, path)) return;
        const held = distinct(paths, path);
        for (const channel of held) for (const other of held) found(channel * count + other);
      },
      key: (row) => (place(row["channel"]) < 0 || place(row["other"]) < 0 ? -1 : place(row["channel"]) * count + place(row["other"])),
    },
    positions: {
      converting: true,
      size: count * places,
      visit(paths, path, found) {
        if (!converts(paths, path)) return;
        distinct(paths, path).forEach((channel, at) => found(channel * places + Math.min(places - 1, at)));
      },
      key: (row) => place(row["channel"]) * places + Number(row["place"]) - 1,
    },
    orders: { size: 1, visit: (paths, path, found) => paths.ends[path]! > paths.starts[path]! && found(0), key: () => 0 },
  };
}

/**
 * How many customers each row has. Of a table of paths, each of the conversions and ends counts as a customer.
 */
export function countCustomers(paths: Paths, marks: Marks, known: boolean): Int32Array {
  const counts = new Int32Array(marks.size);
  const last = new Int32Array(marks.size).fill(-1);
  for (let path = 0; path < paths.count; path++) {
    // Without customers each path is one, as often as it was taken.
    const customer = known ? paths.customer[path]! : path;
    const times = known ? 1 : paths.conversions[path]! + (marks.converting ? 0 : paths.nulls[path]!);
    marks.visit(paths, path, (key) => {
      if (last[key] === customer) return;
      last[key] = customer;
      counts[key]! += times;
    });
  }
  return counts;
}
