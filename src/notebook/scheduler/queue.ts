import type { Graph } from "../graph.ts";

/** The names and all they read, directly or not. */
export function withAncestors(names: Iterable<string>, graph: Graph): Set<string> {
  const found = new Set<string>();
  const waiting = [...names];
  for (const name of waiting) {
    if (found.has(name) || !graph.nodes.has(name)) continue;
    found.add(name);
    waiting.push(...graph.nodes.get(name)!.reads);
  }
  return found;
}

/** The cells in the order to run them: what visible cells need first, every cell after those it reads. */
export function queue(graph: Graph, visible: ReadonlySet<string>): string[] {
  const first = withAncestors(visible, graph);
  return [...graph.order.filter((name) => first.has(name)), ...graph.order.filter((name) => !first.has(name))];
}
