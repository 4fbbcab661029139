import { end } from "./calendar.ts";
import type { Ledger } from "./ledger.ts";
import type { Life } from "./life.ts";
import { planted, type Acquisition, type Segment } from "./planted.ts";
import type { Tally } from "./tally.ts";

/** What is true of one customer. */
export interface TrueCustomer {
  id: string;
  segment: Segment;
  acquisition: Acquisition;
  home: "app" | "web" | "store";
  /** Anonymous ids of their devices, some of them shared. */
  devices: string[];
  /** When they began to leave, UTC milliseconds. */
  leaving: number | null;
  variant: "control" | "lockers" | null;
}

export interface Truth {
  seed: number;
  planted: typeof planted;
  /** What came of it in these files. */
  outcome: {
    customers: number;
    buyers: number;
    orders: number;
    /** Customers who had begun to leave when the files were exported. */
    leaving: number;
    /** Orders owed to each channel. */
    incremental_orders: Record<string, number>;
    /** Orders online by the medium of their own visit. */
    last_click_orders: Record<string, number>;
    customers_by_segment: Record<string, number>;
    /** Comments by theme and sentiment. */
    comments: Record<string, Record<string, number>>;
  };
  customers: TrueCustomer[];
  /** Second numbers of people who registered twice, and their first. */
  twice: Record<string, string>;
  /** Theme and sentiment of each answer's comment in the order of the file, empty without a comment. */
  comments: { theme: string; sentiment: string }[];
}

function count(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

const whole = (counts: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).map(([name, number]) => [name, Math.round(number)]));

/** Everything that is true of a business. */
export function truthOf(seed: number, lives: readonly Life[], ledger: Ledger, tally: Tally, twice: ReadonlyMap<string, string>): Truth {
  const spoken = ledger.answers.filter((answer) => answer.comment !== "");
  const themes = [...new Set(spoken.map((answer) => answer.theme))].toSorted();
  return {
    seed,
    planted,
    outcome: {
      customers: lives.length,
      buyers: lives.filter((life) => life.orders > 0).length,
      orders: lives.reduce((sum, life) => sum + life.orders, 0),
      leaving: lives.filter((life) => life.leaving !== null && life.leaving < end).length,
      incremental_orders: whole(tally.incremental),
      last_click_orders: tally.lastClick,
      customers_by_segment: count(lives.map((life) => life.person.segment)),
      comments: Object.fromEntries(
        themes.map((theme) => [theme, count(spoken.filter((answer) => answer.theme === theme).map((answer) => answer.sentiment))]),
      ),
    },
    customers: lives.map(({ person, leaving, variant }) => ({
      id: person.id,
      segment: person.segment,
      acquisition: person.acquisition,
      home: person.home,
      devices: person.devices.map((device) => device.id),
      leaving,
      variant,
    })),
    twice: Object.fromEntries(twice),
    comments: ledger.answers.map(({ theme, sentiment }) => ({ theme, sentiment })),
  };
}
