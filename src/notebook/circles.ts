/** The shortest way from one name back to itself, or null. */
function circleThrough(start: string, nodes: ReadonlyMap<string, { reads: readonly string[] }>): string[] | null {
  const cameFrom = new Map<string, string>();
  const waiting = [start];
  for (const name of waiting) {
    for (const next of nodes.get(name)!.reads) {
      if (next === start) {
        const path = [name];
        while (path[0] !== start) path.unshift(cameFrom.get(path[0]!)!);
        return path;
      }
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, name);
      waiting.push(next);
    }
  }
  return null;
}

/**
 * The names that read themselves in the end, each with the shortest circle through it.
 *
 * @param nodes What each name reads, in document order. A circle's path begins with its first name in that order.
 */
export function circles(nodes: ReadonlyMap<string, { reads: readonly string[] }>): Map<string, string[]> {
  const places = new Map([...nodes.keys()].map((name, place) => [name, place]));
  const found = new Map<string, string[]>();
  for (const name of nodes.keys()) {
    const path = circleThrough(name, nodes);
    if (path === null) continue;
    const first = path.reduce((least, other, at) => (places.get(other)! < places.get(path[least]!)! ? at : least), 0);
    found.set(name, [...path.slice(first), ...path.slice(0, first)]);
  }
  return found;
}
