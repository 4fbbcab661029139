import type { Answer } from "../kernels/kernel.ts";

const inOrder = (answer: Answer) =>
  [...answer].sort((left, right) => left.map((value, at) => value - right[at]!).find((difference) => difference !== 0) ?? 0);

/** Throws unless two answers hold the same rows: only then is their speed worth comparing. */
export function sameAnswer(what: string, ours: Answer, theirs: Answer): void {
  const [left, right] = [inOrder(ours), inOrder(theirs)];
  const at = left.findIndex((row, place) => JSON.stringify(row) !== JSON.stringify(right[place]));
  if (left.length === right.length && at < 0 && left.length > 0) return;
  const [mine, other] = [left[at] ?? [], right[at] ?? []].map((row) => row.join(" "));
  throw new Error(`${what}: ours has ${left.length} rows, theirs ${right.length}; the first that differs is (${mine}), theirs (${other}).`);
}
