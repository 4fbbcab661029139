import * as Plot from "@observablehq/plot";
import { variable } from "./theme.ts";

const quiet = { tickSize: 0, label: null, labelArrow: "none", fontSize: 11, fill: variable("figure-muted") } as const;

/** A horizontal axis: words only, no line. */
export function axisX(options: Plot.AxisXOptions): Plot.CompoundMark {
  return Plot.axisX({ ...quiet, tickPadding: 6, ...options });
}

/** A vertical axis: words only, no line. */
export function axisY(options: Plot.AxisYOptions): Plot.CompoundMark {
  return Plot.axisY({ ...quiet, tickPadding: 6, ...options });
}

/** Hairlines across the figure at the ticks of a vertical axis. */
export function gridY(options: Plot.GridYOptions): Plot.RuleY {
  return Plot.gridY({ stroke: variable("figure-grid"), strokeOpacity: 1, ...options });
}
