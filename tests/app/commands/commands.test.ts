import { beforeAll, expect, test, vi } from "vitest";
import type { Command } from "../../../src/app/commands/command.ts";
import { chords } from "../../../src/app/keys/chord.ts";
import type { isFor as IsFor } from "../../../src/app/keys/keyboard.ts";

let commands: readonly Command[];
let isFor: typeof IsFor;

beforeAll(async () => {
  // The page's theme asks the browser for its colour scheme as soon as it is loaded.
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener: () => undefined }));
  vi.stubGlobal("location", { protocol: "file:", search: "" });
  vi.stubGlobal("window", {});
  ({ commands } = await import("../../../src/app/commands/commands.ts"));
  ({ isFor } = await import("../../../src/app/keys/keyboard.ts"));
});

function asks(id: string, place: { typing: boolean; onBlock: boolean }): boolean {
  const command = commands.find((other) => other.id === id)!;
  return isFor(command, chords(command.keys![0]!)[0]!, place);
}

test("isFor lets letters alone while a field has the keyboard, and keys of a block while another thing has", () => {
  expect(asks("delete", { typing: false, onBlock: true })).toBe(true);
  expect(asks("delete", { typing: false, onBlock: false })).toBe(false);
  expect(asks("delete", { typing: true, onBlock: false })).toBe(false);
  expect(asks("run", { typing: true, onBlock: false })).toBe(true);
  expect(asks("undo", { typing: true, onBlock: false })).toBe(false);
  expect(asks("keys", { typing: false, onBlock: false })).toBe(true);
});

test("commands have ids of their own, and no key twice in one place", () => {
  const ids = commands.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const isStart of [true, false]) {
    const here = commands.filter(({ on }) => on === "anywhere" || (on === "start") === isStart);
    const keys = here.flatMap((command) => command.keys ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  }
});

test("commands take no key that browsers keep for themselves", () => {
  // The collisions named in WCAG-minded notebooks: developer tools, private windows, new and closed tabs, task managers.
  const kept = /^(Mod\+Shift\+[POKJNTIC]|Mod\+[NTW]|Shift\+Esc|Mod\+Esc)$/;
  expect(commands.flatMap((command) => command.keys ?? []).filter((keys) => kept.test(keys))).toEqual([]);
});
