import type { Chance } from "./chance.ts";
import { day, end, isSunday, start } from "./calendar.ts";
import { identityOf, type Identity } from "./identity.ts";
import { planted, type Acquisition, type Segment, type Store } from "./planted.ts";

export interface Device {
  id: string;
  kind: "phone" | "desktop" | "tablet";
}

export interface Person extends Identity {
  id: string;
  arrived: number;
  segment: Segment;
  acquisition: Acquisition;
  /** Where they mostly buy. */
  home: "app" | "web" | "store";
  store: Store;
  subscribed: boolean;
  devices: Device[];
}

/** A device's anonymous id: numbers in no visible order, each once. */
export const deviceId = (number: number): string => `a${((number * 1_103_515_243 + 12_345) % 36 ** 5).toString(36).padStart(5, "0")}`;

function homeOf(chance: Chance, segment: Segment, acquisition: Acquisition, arrived: number): Person["home"] {
  if (acquisition === "store") return "store";
  if (acquisition === "app_store") return "app";
  const later = (arrived - start) / (end - start);
  if (chance.happens(planted.segments[segment].app * (0.75 + 0.5 * later))) return "app";
  return chance.happens(0.08) ? "store" : "web";
}

function devicesOf(chance: Chance, index: number): Device[] {
  const first: Device = { id: deviceId(2 * index), kind: chance.happens(0.6) ? "phone" : "desktop" };
  if (!chance.happens(0.35)) return [first];
  return [first, { id: deviceId(2 * index + 1), kind: first.kind === "phone" ? "desktop" : "phone" }];
}

/** Somebody who comes to the shop for the first time. */
export function newPerson(chance: Chance, index: number, arrived: number): Person {
  const segment = chance.share(planted.segments);
  const acquisition = chance.share(planted.acquisition);
  const home = homeOf(chance, segment, acquisition, arrived);
  return {
    id: `c_${10_000 + index}`,
    // The stores are closed on Sundays.
    arrived: acquisition === "store" && isSunday(arrived) ? arrived - day : arrived,
    segment,
    acquisition,
    home,
    store: chance.happens(0.6) ? "Berlin" : "Hamburg",
    subscribed: chance.happens(0.5),
    devices: devicesOf(chance, index),
    ...identityOf(chance, index, home === "store"),
  };
}
