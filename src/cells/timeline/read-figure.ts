import type { FigureTheme } from "../../figures/figure.ts";
import { counted } from "../../figures/formats/counted.ts";
import { money } from "../../figures/formats/money.ts";
import { number } from "../../figures/formats/number.ts";
import { numbers, texts } from "../../figures/read.ts";
import type { Table } from "../../schema/table.ts";

/** One event as it is drawn. */
export interface Happening {
  row: number;
  time: number;
  event: string;
  channel: string | null;
  stage: string | null;
  source: string;
  session: number | null;
  value: number | null;
  score: number | null;
  comment: string | null;
}

/** The events of the main table. */
export function happenings(main: Table): Happening[] {
  const text = (name: string) => texts(main, name);
  const amount = (name: string) => numbers(main, name);
  const [event, channel, stage, source, comment] = [text("event"), text("channel"), text("stage"), text("source"), text("comment")];
  const [time, session, value, score] = [amount("time"), amount("session"), amount("value"), amount("score")];
  return time.map((at, row) => ({
    row,
    time: at ?? 0,
    event: event[row] ?? "event",
    channel: channel[row]!,
    stage: stage[row]!,
    source: source[row] ?? "events",
    session: session[row]!,
    value: value[row]!,
    score: score[row]!,
    comment: comment[row]!,
  }));
}

const plain = (name: string): string => name.replaceAll("_", " ");

/** How often each of some events happened, the most frequent first: "view product ×3, cart". */
export function eventsSaid(some: readonly Happening[], most: number): string {
  const counts = new Map<string, number>();
  for (const { event } of some) counts.set(event, (counts.get(event) ?? 0) + 1);
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  const said = sorted.slice(0, most).map(([event, count]) => (count === 1 ? plain(event) : `${plain(event)} ×${count}`));
  return `${said.join(", ")}${sorted.length > most ? ` +${sorted.length - most}` : ""}`;
}

/** What was paid and how it was rated, as short as can be: "€54", "9". */
export function amountsSaid(some: readonly Happening[], { currency, locale }: FigureTheme): string {
  const values = some.flatMap(({ value }) => (value === null ? [] : [value]));
  const scores = some.flatMap(({ score }) => (score === null ? [] : [`score ${number(score, locale, 1)}`]));
  const sum = values.reduce((total, value) => total + value, 0);
  return [...(values.length === 0 || sum === 0 ? [] : [money(sum, currency, locale)]), ...scores.slice(0, 2)].join(", ");
}

/** Where events came through, or nothing. */
export function channelsSaid(some: readonly Happening[], locale: string): string | null {
  const channels = [...new Set(some.flatMap(({ channel }) => (channel === null ? [] : [plain(channel)])))];
  if (channels.length === 0) return null;
  return channels.length > 3 ? `through ${counted(channels.length, "channel", locale)}` : `through ${channels.join(", ")}`;
}
