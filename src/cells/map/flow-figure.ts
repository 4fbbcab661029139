import { compact } from "../../figures/formats/compact.ts";
import { counted } from "../../figures/formats/counted.ts";
import { percent, percentInterval } from "../../figures/formats/percent.ts";
import { span } from "../../figures/formats/span.ts";
import { shortened } from "../../figures/text-width.ts";
import { category, variable } from "../../figures/theme.ts";
import type { Pick } from "../../schema/pick.ts";
import type { Wall } from "./lane-figure.ts";

const barHeight = 62;
const pad = 10;

const stagePick = (stage: string): Pick => ({ table: "stages", row: { stage } });

/** The names of the stages. */
export function headLane(wall: Wall, top: number): number {
  const { atlas, say, line, left, column, width, theme } = wall;
  say("Stage", 0, top + 18, { fill: variable("figure-muted") });
  say("who came", 0, top + 36, { fill: variable("figure-muted"), size: 11 });
  atlas.stages.forEach(({ name, reach }, stage) => {
    const words = name.charAt(0).toUpperCase() + name.slice(1);
    say(shortened(words, column - pad - 4, 15), left(stage), top + 20, { size: 15, weight: 600, fill: variable("ink"), read: true });
    if (reach !== null) say(`${percent(reach, theme.locale)} of customers`, left(stage), top + 36, { size: 11, fill: variable("figure-muted") });
  });
  line(0, top + 46, width, top + 46, variable("figure-axis"));
  return top + 46;
}

/** Customers in each stage as bars, with how many go on. */
export function flowLane(wall: Wall, top: number): number {
  const { atlas, theme, say, draw, left, column, line, width, mark } = wall;
  const { locale } = theme;
  const most = Math.max(1, ...atlas.stages.map(({ customers }) => customers));
  const base = top + pad + barHeight;
  const barWidth = (column - pad) * 0.56;
  const height = (customers: number) => Math.max(1, (customers / most) * barHeight);
  const known = atlas.stages.flatMap(({ forward }) => (forward === null ? [] : [forward.value]));
  const narrowest = known.length > 1 ? Math.min(...known) : null;
  say("Customers", 0, base - 6, { weight: 600, fill: variable("ink") });
  say("who reached the stage", 0, base + 10, { size: 11, fill: variable("figure-muted") });
  atlas.stages.forEach(({ name, customers, forward, reach }, stage) => {
    const own = height(customers);
    const next = atlas.stages[stage + 1];
    if (next !== undefined && forward !== null) {
      const to = left(stage + 1);
      const path = `M${left(stage) + barWidth},${base - own}L${to},${base - height(next.customers)}V${base}H${left(stage) + barWidth}Z`;
      draw("path", { d: path, fill: category(0).fill, "fill-opacity": 0.18 });
    }
    const bar = draw("rect", { x: left(stage), y: base - own, width: barWidth, height: own, fill: category(0).fill });
    mark(bar, stagePick(name), () => ({
      lead: `${name}: ${counted(customers, "customer", locale)}`,
      text: reach === null ? "" : percent(reach, locale, 1),
      second:
        forward === null
          ? null
          : `${percent(forward.value, locale, 1)} ${percentInterval(forward.lower, forward.upper, locale)} go on to a later stage within ${atlas.within}`,
    }));
    say(compact(customers, locale, column < 140 ? 10_000 : 100_000), left(stage), base + 15, { weight: 600, fill: variable("ink") });
    if (forward !== null)
      say(`${percent(forward.value, locale)} go on`, left(stage) + column - pad - 6, base + 15, {
        size: 11,
        anchor: "end",
        ...(forward.value === narrowest ? { weight: 600, fill: variable("danger") } : { fill: variable("figure-muted") }),
      });
  });
  line(0, base + 26, width, base + 26, variable("figure-grid"));
  return base + 26;
}

/** How long customers stay in a stage, on one scale of logarithms. */
export function timeLane(wall: Wall, top: number): number {
  const { atlas, theme, say, draw, left, column, line, width } = wall;
  const all = atlas.stages.flatMap(({ median, p25, p75 }) => [median, p25, p75]).filter((seconds): seconds is number => seconds !== null);
  if (all.length === 0) return top;
  const log = (seconds: number) => Math.log10(Math.max(1, seconds));
  const [low, high] = [Math.min(...all.map(log)), Math.max(...all.map(log))];
  const room = column - pad - 8;
  const x = (stage: number, seconds: number) => left(stage) + (high > low ? ((log(seconds) - low) / (high - low)) * room : room / 2);
  say("Time in stage", 0, top + 18, { weight: 600, fill: variable("ink") });
  say("median, middle half", 0, top + 33, { size: 11, fill: variable("figure-muted") });
  atlas.stages.forEach(({ median, p25, p75 }, stage) => {
    const y = top + 30;
    if (median === null) {
      say(p25 === null ? "most never leave it" : "fewer than half leave it", left(stage), top + 18, {
        size: 11,
        italic: true,
        fill: variable("figure-muted"),
      });
      return;
    }
    say(shortened(span(median * 1000, theme.locale), room, 12), left(stage), top + 18, { weight: 600, fill: variable("ink") });
    line(left(stage), y, left(stage) + room, y, variable("figure-grid"));
    if (p25 !== null) {
      const to = p75 === null ? left(stage) + room : x(stage, p75);
      draw("rect", {
        x: x(stage, p25),
        y: y - 3,
        width: Math.max(1, to - x(stage, p25)),
        height: 6,
        fill: variable("cat-10"),
        "fill-opacity": p75 === null ? 0.35 : 0.7,
      });
    }
    draw("circle", { cx: x(stage, median), cy: y, r: 3.5, fill: variable("ink") });
  });
  line(0, top + 44, width, top + 44, variable("figure-grid"));
  return top + 44;
}
