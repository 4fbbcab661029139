import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { random } from "../src/analysis/random/random.ts";

const day = 86_400_000;
const start = Date.UTC(2024, 0, 1);
const end = Date.UTC(2025, 11, 17, 20);
const loyalty = Date.UTC(2025, 5, 1);
const months = 24;

const products = [
  ["Oak spoon", 9.9],
  ["Linen towel", 14.5],
  ["Stock pot, 5 l", 79],
  ["Bread knife", 34.9],
  ["Salt cellar", 18],
  ["Enamel mug", 12.5],
  ["Mortar and pestle", 42],
  ["Tea tin", 16.9],
  ['Apron, "Harvest"', 29],
  ["Baking sheet", 22.4],
] as const;
const countries = ["DE", "DE", "DE", "DE", "DE", "AT", "AT", "CH", "NL"] as const;

interface Order {
  customer: string;
  at: number;
  channel: string;
  country: string;
}

const next = random(20_240_101);
const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));

/** Local shop hours, more in the evening. */
const clock = (): number => (8 + Math.floor((next() + next()) * 7)) * 3_600_000 + Math.floor(next() * 3_600) * 1_000;

function firstChannel(at: number): string {
  const app = 0.15 + (0.3 * (at - start)) / (end - start);
  const draw = next();
  if (draw < app) return "app";
  return draw < app + (1 - app) * 0.7 ? "web" : "store";
}

/** Chance to order in the month `since` months after the first order. */
function monthlyChance(since: number, loyal: number, at: number, channel: string): number {
  const habit = loyal * (0.1 + 0.16 * Math.exp(-(since - 1) / 2.5));
  return channel === "app" && at >= loyalty ? habit * 1.35 : habit;
}

function ordersOf(customer: string, first: number): Order[] {
  const channel = firstChannel(first);
  const country = pick(countries);
  const loyal = 0.4 + next() * 1.2;
  const orders = [{ customer, at: first, channel, country }];
  for (let since = 1; since < months; since++) {
    if (next() >= monthlyChance(since, loyal, first, channel)) continue;
    const month = new Date(first);
    const at = Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + since, between(1, 28)) + clock();
    if (at < end) orders.push({ customer, at, channel: next() < 0.8 ? channel : pick(["web", "app", "store"]), country });
  }
  return orders;
}

function allOrders(): Order[] {
  const orders: Order[] = [];
  let number = 10_000;
  for (let at = start; at < end; at += day) {
    const november = new Date(at).getUTCMonth() === 10 ? 2 : 1;
    const newcomers = Math.round((4 + next() * 4) * november);
    for (let index = 0; index < newcomers; index++) orders.push(...ordersOf(`c_${number++}`, at + clock()));
  }
  return orders.filter((order) => order.at < end).toSorted((a, b) => a.at - b.at);
}

const quoted = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const written = (at: number): string => new Date(at).toISOString().slice(0, 19).replace("T", " ");

function linesOf(order: Order, id: number): string[] {
  return Array.from({ length: 1 + Math.floor(next() * next() * 4) }, () => {
    const [product, price] = pick(products);
    const guest = order.channel === "store" && next() < 0.12;
    const quantity = next() < 0.03 ? -1 : between(1, 3);
    const free = next() < 0.01;
    return [
      `H-${id}`,
      guest ? "" : order.customer,
      written(order.at),
      order.channel,
      order.country,
      quoted(product),
      quantity,
      free ? "0.00" : price.toFixed(2),
    ].join(",");
  });
}

/** The shop's order lines as CSV. */
export function simulate(): string {
  const header = "order_id,customer_id,ordered_at,channel,country,product,quantity,price";
  return `${[header, ...allOrders().flatMap((order, index) => linesOf(order, 100_001 + index))].join("\n")}\n`;
}

if (process.argv[1]?.endsWith("simulate.ts")) writeFileSync(join(import.meta.dirname, "orders.csv"), simulate());
