import { sankey } from "d3-sankey";

/** A step of a layer. `rank` orders the steps of a layer from top to bottom. */
export interface SankeyStep {
  layer: number;
  rank: number;
}

/** A band from a step of one layer to a step of the next, by their places among the steps. */
export interface SankeyBand {
  from: number;
  to: number;
  value: number;
}

/** Where a step stands, in px. */
export interface PlacedStep {
  x: number;
  top: number;
  bottom: number;
  value: number;
}

/** Where a band begins and ends, in px: the middles of its ends, and how wide it is. */
export interface PlacedBand {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  width: number;
}

export interface SankeyLayout {
  steps: PlacedStep[];
  bands: PlacedBand[];
}

/** How wide a step is drawn, and the least room between the middles of two, in which one line of text fits. */
export const stepWidth = 10;
export const stepGap = 18;

/**
 * Places the steps and bands of a flow in layers. A band is as wide as its value, and steps of a layer never come nearer than a line of text.
 *
 * @param steps Each of them at the end of one band at least.
 * @param extent Width and height in px; labels of the last layer stand right of it.
 */
export function sankeyLayout(steps: readonly SankeyStep[], bands: readonly SankeyBand[], [width, height]: readonly [number, number]): SankeyLayout {
  if (bands.length === 0) return { steps: [], bands: [] };
  const layout = sankey<SankeyStep, { value: number }>()
    .nodeAlign(({ layer }) => layer)
    .nodeSort((a, b) => a.rank - b.rank)
    .linkSort((a, b) => {
      const [from, to, otherFrom, otherTo] = [a.source, a.target, b.source, b.target] as SankeyStep[];
      return to!.rank - otherTo!.rank || from!.rank - otherFrom!.rank;
    })
    .nodeWidth(stepWidth)
    .nodePadding(stepGap)
    .extent([
      [0, 0],
      [width, height],
    ]);
  const placed = layout({
    nodes: steps.map((step) => ({ ...step })),
    links: bands.map(({ from, to, value }) => ({ source: from, target: to, value })),
  });
  return {
    steps: placed.nodes.map(({ x0, y0, y1, value }) => ({ x: x0!, top: y0!, bottom: y1!, value: value! })),
    bands: placed.links.map(({ source, target, y0, y1, width: thickness }) => ({
      x1: (source as { x1: number }).x1,
      y1: y0!,
      x2: (target as { x0: number }).x0,
      y2: y1!,
      width: thickness!,
    })),
  };
}
