import type { Chance } from "./chance.ts";
import type { Order } from "./ledger.ts";
import { planted, type Segment } from "./planted.ts";

/** Names and prices in cents. */
const small = [
  ["Oak spoon", 990],
  ["Linen towel", 1450],
  ["Salt cellar", 1800],
  ["Enamel mug", 1250],
  ["Tea tin", 1690],
  ["Baking sheet", 2240],
  ["Jar, 1 l", 790],
  ["Pastry brush", 650],
] as const;
const large = [
  ["Stock pot, 5 l", 7900],
  ["Bread knife", 3490],
  ["Mortar and pestle", 4200],
  ['Apron, "Harvest"', 2900],
  ["Cast-iron pan", 6450],
  ["Kitchen scales", 3990],
] as const;
const all = [...small, ...large];

const shelves = { regulars: all, explorers: small, bargain_hunters: all, gift_givers: [...large, ...small.slice(3, 6)], furnishers: large } as const;

/** What goes into one order. Prices are cut by a fifth in the sales; one line in a hundred is a free sample. */
export function basketOf(chance: Chance, segment: Segment, isSale: boolean): Order["lines"] {
  const [fewest, most] = planted.segments[segment].lines;
  const wanted = Math.min(chance.between(fewest, most), chance.between(fewest, most));
  const lines = new Map<string, Order["lines"][number]>();
  for (let index = 0; index < wanted; index++) {
    const [product, full] = chance.pick(shelves[segment]);
    const price = isSale ? Math.round(full * 0.8) : full;
    const free = chance.happens(0.01);
    lines.set(product, { product, price: free ? 0 : price, quantity: chance.happens(0.75) ? 1 : chance.between(2, 3) });
  }
  return [...lines.values()];
}
