import { bars } from "../../figures/bars.ts";
import { differenceDots } from "../../figures/difference-dots.ts";
import { element } from "../../figures/element.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { counted } from "../../figures/formats/counted.ts";
import { number } from "../../figures/formats/number.ts";
import { percent, percentInterval } from "../../figures/formats/percent.ts";
import { flags, numbers, texts } from "../../figures/read.ts";
import { rowOf } from "../../figures/tip.ts";
import { category } from "../../figures/theme.ts";
import type { Table } from "../../schema/table.ts";
import type { ClustersParams } from "./params.ts";

/** The traits on a card. */
const mostTraits = 5;
/** An effect below this is not worth a line. */
const least = 0.2;

/** A bar per cluster: its share of customers, and of value at the right. */
export function sizesFigure(table: Table, theme: FigureTheme, about: { title: string; subtitle: string }): Figure {
  const { locale } = theme;
  const clusters = texts(table, "cluster").map((name) => name ?? "");
  const names = texts(table, "name").map((name) => name ?? "");
  const of = (name: string) => numbers(table, name);
  const [customers, share, lower, upper, part] = [of("customers"), of("share"), of("share_lower"), of("share_upper"), of("value_share")];
  const rows = names.map((name, row) => ({
    name,
    row,
    value: share[row] ?? 0,
    lower: lower[row] ?? 0,
    upper: upper[row] ?? 0,
    text: percent(share[row] ?? 0, locale),
    quiet: [
      counted(customers[row] ?? 0, "customer", locale),
      ...(part[row] === null || part[row] === undefined ? [] : [`${percent(part[row], locale)} of value`]),
    ].join(", "),
    tip: () => ({
      lead: `${name} ${percent(share[row] ?? 0, locale, 1)}`,
      text: percentInterval(lower[row] ?? 0, upper[row] ?? 0, locale),
      second: counted(customers[row] ?? 0, "customer", locale),
    }),
  }));
  const alt = `Bars: ${rows.map(({ name, text }) => `${name} ${text} of customers`).join(", ")}.`;
  const picks = (mark: Element) => {
    const cluster = clusters[rowOf(mark) ?? -1];
    return cluster === undefined ? null : { table: "main", row: { cluster } };
  };
  return { ...about, drawn: table, alt, picks, element: element("div", "figure", bars({ label: alt, width: theme.width, bars: rows })) };
}

/** A card per cluster: who they are in their largest differences, what a typical one did, and what the analyst wrote. */
export function personasFigure(tables: Record<string, Table>, params: ClustersParams, theme: FigureTheme): Figure {
  const { locale } = theme;
  const [main, traits, medoids] = [tables["main"]!, tables["traits"]!, tables["medoids"]!];
  const clusters = texts(main, "cluster").map((name) => name ?? "");
  const names = texts(main, "name").map((name) => name ?? "");
  const paths = texts(medoids, "journey");
  const [cluster, trait] = [texts(traits, "cluster"), texts(traits, "trait")];
  const of = (name: string) => numbers(traits, name);
  const [effect, lower, upper, mean, rest] = [of("effect"), of("effect_lower"), of("effect_upper"), of("mean"), of("mean_rest")];
  const isShare = flags(traits, "share_of_customers");
  const said = (value: number | null | undefined, row: number) =>
    value === null || value === undefined ? "none" : isShare[row] === true ? percent(value, locale) : number(value, locale, 1);
  const reach = Math.max(0.5, ...upper.map((value) => Math.abs(value ?? 0)), ...lower.map((value) => Math.abs(value ?? 0)));
  const wide = Math.max(280, theme.width);
  const cards = clusters.map((key, place) => {
    const rows = cluster.flatMap((name, row) => (name === key && Math.abs(effect[row] ?? 0) >= least ? [row] : [])).slice(0, mostTraits);
    const dots = rows.map((row) => ({
      row,
      name: (trait[row] ?? "").replaceAll("_", " "),
      value: effect[row]!,
      lower: lower[row] ?? null,
      upper: upper[row] ?? null,
      isFound: (lower[row] ?? 0) > 0 || (upper[row] ?? 0) < 0,
      isHollow: false,
      text: `${said(mean[row], row)} against ${said(rest[row], row)}`,
      tip: () => ({
        lead: `${(trait[row] ?? "").replaceAll("_", " ")} ${number(effect[row]!, locale, 2)}`,
        text: `(${said(lower[row], -1)} to ${said(upper[row], -1)})`,
        second: `${said(mean[row], row)} against ${said(rest[row], row)}`,
      }),
    }));
    const line = (label: string, text: string | null | undefined) =>
      text ? element("p", "figure-caption", element("b", "", `${label} `), text) : null;
    const drawing =
      dots.length === 0
        ? element("p", "figure-note", "Like everyone else in all that was compared.")
        : differenceDots({ label: `${names[place]!} against everyone else`, width: wide, panels: [{ name: "", dots }], reach });
    return element(
      "section",
      "figure-card",
      element("h4", "figure-card-title", names[place]!, element("span", "", ` ${percent(numbers(main, "share")[place] ?? 0, locale)}`)),
      drawing,
      line("Typical journey", paths[place]),
      line("Goals", params.goals[key]),
      line("Pains", params.pains[key]),
    );
  });
  const alt = clusters
    .map(
      (key, place) =>
        `${names[place]!}: ${cluster
          .flatMap((name, row) =>
            name === key && Math.abs(effect[row] ?? 0) >= least
              ? [`${(trait[row] ?? "").replaceAll("_", " ")} ${number(effect[row]!, locale, 1)}`]
              : [],
          )
          .slice(0, mostTraits)
          .join(", ")}`,
    )
    .join(". ");
  const picks = (mark: Element) => {
    const row = rowOf(mark) ?? -1;
    return typeof cluster[row] !== "string" || typeof trait[row] !== "string"
      ? null
      : { table: "traits", row: { cluster: cluster[row], trait: trait[row] } };
  };
  return {
    title: "Personas,",
    subtitle:
      "the largest differences from everyone else in standard deviations (Cohen’s d) with bootstrap intervals; the journey is that of the customer nearest to the middle.",
    alt,
    drawn: traits,
    picks,
    element: element("div", "figure figure-cards", ...cards),
  };
}

/** How well each number of clusters fits: a bar for its silhouette, stability at the right. */
export function choiceFigure(table: Table, theme: FigureTheme): Figure {
  const { locale } = theme;
  const of = (name: string) => numbers(table, name).map((value) => value ?? 0);
  const [clusters, fit, stability, spread] = [of("clusters"), of("silhouette"), of("stability"), of("calinski_harabasz")];
  const chosen = flags(table, "chosen");
  const even = numbers(table, "even_silhouette").find((value) => value !== null) ?? null;
  const rows = clusters.map((k, row) => ({
    name: `${k} clusters${chosen[row] === true ? ", chosen" : ""}`,
    row,
    value: fit[row]!,
    text: number(fit[row]!, locale, 2),
    quiet: `stability ${number(stability[row]!, locale, 2)}, Calinski–Harabasz ${number(spread[row]!, locale, 0)}`,
    tip: () => ({ lead: `${k} clusters ${number(fit[row]!, locale, 3)}`, text: `stability ${number(stability[row]!, locale, 2)}`, second: null }),
  }));
  const alt = `Silhouettes: ${rows.map(({ name, text }) => `${name} ${text}`).join(", ")}.`;
  const cloud = even === null ? "" : ` An even cloud without clusters reaches ${number(even, locale, 2)} at the chosen number.`;
  return {
    title: "How many clusters,",
    subtitle: `by silhouette, with stability over resamples beside it: 0.75 is usable.${cloud}`,
    alt,
    drawn: table,
    element: element("div", "figure", bars({ label: alt, width: theme.width, bars: rows, paint: category(9) })),
  };
}
