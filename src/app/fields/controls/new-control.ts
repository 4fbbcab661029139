import type { ControlKind, ControlLine } from "../../../schema/controls.ts";

/** What a control of each kind begins with, beside its name. */
const beginnings: { readonly [K in ControlKind]: Omit<ControlLine, "name" | "kind"> } = {
  grain: { options: ["week", "month", "quarter"], value: "month" },
  dates: { value: null },
  channel: { column: "channel", value: null },
  segment: { value: null },
  choice: { options: ["first", "second"], value: "first" },
  number: { value: 1 },
  text: { value: "" },
};

/** Kinds whose options are found in the data. */
const readers: ReadonlySet<ControlKind> = new Set(["channel", "segment"]);

/** A control of a kind, with a name that is free. */
export function newControl(kind: ControlKind, taken: readonly ControlLine[], from?: string): ControlLine {
  const names = new Set(taken.map(({ name }) => name));
  let name: string = kind;
  for (let number = 2; names.has(name); number++) name = `${kind}_${number}`;
  const reads = readers.has(kind);
  return { name, kind, ...(reads && from !== undefined ? { from } : {}), ...beginnings[kind] };
}
