import { gzipSync, strToU8 } from "fflate";
import { dotted, local, slashed, utc } from "./calendar.ts";
import { repeatRows } from "./dirt.ts";
import type { Ledger, Order } from "./ledger.ts";
import { planted } from "./planted.ts";
import { billsOf } from "./spend.ts";

const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const euros = (cents: number): string => (cents / 100).toFixed(2);
const byTime = (a: { at: number }, b: { at: number }): number => a.at - b.at;
const text = (header: string, rows: readonly string[], newline = "\n"): Uint8Array => strToU8(`${[header, ...rows].join(newline)}${newline}`);

function orders(ledger: Ledger, seed: number): Uint8Array {
  const lines = ledger.orders.toSorted((a, b) => byTime(a, b) || byTime(a.order, b.order));
  const numbers = new Map<Order, number>();
  const rows = lines.map(({ order, at, product, price, quantity }) => {
    if (!numbers.has(order)) numbers.set(order, 100_001 + numbers.size);
    const { customer, channel, country, delivery } = order;
    return [`H-${numbers.get(order)}`, customer, local(at), channel, country, quoted(product), quantity, euros(price), delivery].join(",");
  });
  return text("order_id,customer_id,ordered_at,channel,country,product,quantity,price,delivery", repeatRows(seed, 7, rows, 0.002));
}

function webEvents(ledger: Ledger, seed: number): Uint8Array {
  const rows = ledger.events.toSorted(byTime).map((event, index) => {
    const { at, device, customer, name, touchpoint, page, source, medium, campaign, kind, bot } = event;
    return `e${1_000_001 + index},${utc(at)},${device},${customer},${name},${touchpoint},${page},${source},${medium},${campaign},${kind},${bot}`;
  });
  const header = "event_id,ts,anonymous_id,user_id,event_name,touchpoint,page,utm_source,utm_medium,utm_campaign,device,bot";
  // A time in the header would change the bytes with every run.
  return gzipSync(text(header, repeatRows(seed, 8, rows, 0.003)), { level: 9, mtime: 0 });
}

function campaigns(ledger: Ledger): Uint8Array {
  const rows = ledger.touches.toSorted(byTime).map(({ at, customer, channel, campaign, action, cost }) => {
    const written = (cost / 1000).toFixed(3).replace(".", ",");
    return [dotted(at), customer, channel, campaign, action, written].join(";");
  });
  return text("date;customer_id;channel;campaign;action;cost", rows, "\r\n");
}

function tickets(ledger: Ledger): Uint8Array {
  const moment = (at: number | null): string => (at === null ? "" : slashed(at));
  const rows = ledger.tickets.toSorted(byTime).map(({ at, email, topic, owner, replied, closed }, index) => {
    return [`T${5001 + index}`, slashed(at), moment(replied), moment(closed), owner, topic, email].join("\t");
  });
  return text("ticket\topened\tfirst_reply\tclosed\towner\ttopic\tcustomer_email", rows);
}

function surveys(ledger: Ledger): Uint8Array {
  const rows = ledger.answers.map(({ at, customer, survey, touchpoint, score, comment }, index) => {
    return [`s${20_001 + index}`, local(at), customer, survey, touchpoint, score, quoted(comment)].join(",");
  });
  return text("survey_id,answered_at,customer_id,scale,touchpoint,score,comment", rows);
}

function crm(ledger: Ledger): Uint8Array {
  const rows = ledger.cards.map(({ customer, name, email, phone, country, born, source, tier, since }) =>
    JSON.stringify({ id: customer, name, email, ...(phone !== null && { phone }), country, born, source, tier, since }),
  );
  return strToU8(`[\n${rows.join(",\n")}\n]\n`);
}

function experiment(ledger: Ledger): Uint8Array {
  const rows = ledger.assignments
    .toSorted(byTime)
    .map(({ at, customer, variant }) => [planted.experiment.name, customer, variant, utc(at)].join(","));
  return text("experiment,customer_id,variant,assigned_at", rows);
}

/** The business as the files it exports, by name. */
export function filesOf(ledger: Ledger, seed: number): Record<string, Uint8Array> {
  return {
    "orders.csv": orders(ledger, seed),
    "web_events.csv.gz": webEvents(ledger, seed),
    "campaigns.csv": campaigns(ledger),
    "spend.csv": text("day,channel,campaign,clicks,spend", billsOf(seed)),
    "tickets.tsv": tickets(ledger),
    "surveys.csv": surveys(ledger),
    "crm.json": crm(ledger),
    "experiment.csv": experiment(ledger),
  };
}
