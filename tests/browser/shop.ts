import type { Page } from "playwright-core";
import { random } from "../../src/analysis/random/random.ts";
import { openNotebook } from "./journeybook.ts";

/** A notebook with a cell of every kind that a first question needs, in canonical form. */
export const shop = `---
format: 1
title: "Who comes back to the shop?"
timezone: "Europe/Berlin"
currency: "EUR"
---

One row per product in an order.

\`\`\`cell source orders
file: "orders.csv"
delimiter: "auto"
encoding: "auto"
decimal: "auto"
dates: "auto"
header: "auto"
\`\`\`

Returns have a negative quantity.

\`\`\`cell table paid
from: "orders"
verbs:
  - {"filter":"quantity > 0 && price > 0"}
  - {"derive":{"amount":"quantity * price"}}
\`\`\`

\`\`\`cell journey customers
events:
  - {"from":"paid","customer":"customer_id","time":"ordered_at","event":"=purchase","channel":"channel","value":"amount","id":"order_id"}
\`\`\`

\`\`\`cell retention comeback
from: "customers"
return:
  - {"column":"event","is":"purchase"}
measure: "classic"
grain: "month"
periods: "calendar"
horizon: 12
complete_only: true
burn_in: 0
value: true
seed: 1
replicates: 200
\`\`\`

Do the app's customers come back more often?

\`\`\`cell retention by_channel
from: "customers"
return:
  - {"column":"event","is":"purchase"}
measure: "classic"
grain: "quarter"
by: "channel"
periods: "calendar"
horizon: 6
complete_only: true
burn_in: 0
value: true
seed: 1
replicates: 200
\`\`\`
`;

/** The names of its cells, in order. */
export const shopCells = ["orders", "paid", "customers", "comeback", "by_channel"];

const channels = ["web", "app", "store"];
const day = 86_400_000;

/** Orders of two years, with so many lines: the same bytes every time. */
export function ordersCsv(lines: number): string {
  const draw = random(1);
  const customers = Math.ceil(lines / 4);
  const rows = Array.from({ length: lines }, (_, line) => {
    const customer = Math.floor(draw() ** 2 * customers);
    const begin = ((customer * 37) % 700) * day;
    const at = new Date(Date.UTC(2024, 0, 1) + begin + Math.floor(draw() ** 3 * (720 * day - begin)));
    const when = at.toISOString().slice(0, 19).replace("T", " ");
    const quantity = draw() < 0.03 ? -1 : 1 + Math.floor(draw() * 3);
    return `o${line},c${customer},${when},${channels[customer % 3]},"Cup, ""blue"" ${line % 7}",${quantity},${(5 + (line % 40) / 4).toFixed(2)}`;
  });
  return `order_id,customer_id,ordered_at,channel,product,quantity,price\n${rows.join("\n")}\n`;
}

/** The file the notebook reads. */
export const orderLines = 6_000;
export const orders = Buffer.from(ordersCsv(orderLines));

/** Opens the notebook with its file, and waits until all of it has run and is drawn. */
export async function openShop(page: Page): Promise<void> {
  await openNotebook(page, shop, { "orders.csv": orders });
  await page.locator("notebook-cell", { hasText: "by_channel" }).locator("figure-view").first().waitFor();
}
