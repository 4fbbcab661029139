import type { ControlKind, ControlLine } from "./controls.ts";
import type { Json } from "./json.ts";
import type { ParamSpec } from "./parameter.ts";

const takers: { readonly [T in ParamSpec["type"]]?: readonly ControlKind[] } = {
  choice: ["grain", "choice"],
  number: ["number"],
  window: ["dates"],
  conditions: ["channel", "segment"],
  text: ["text", "choice", "channel", "segment"],
  duration: ["text", "choice"],
  formula: ["text"],
  column: ["choice"],
  breakdown: ["choice"],
  input: ["choice"],
};

/** The kinds of controls that parameters of a type may follow; none where it is left to the author alone. */
export function controlsFor(type: ParamSpec["type"]): readonly ControlKind[] {
  return takers[type] ?? [];
}

/**
 * What a control gives to a parameter of a type: its value as it is, or the conditions that keep its channel or segment.
 *
 * @returns Undefined where nothing is chosen: the parameter then has its default.
 * @example
 * given({ name: "via", kind: "channel", column: "channel", value: "mail" }, "conditions"); // [{ column: "channel", is: "mail" }]
 */
export function given(control: ControlLine, type: ParamSpec["type"]): Json | undefined {
  const { kind: what, value, column = "channel", from = "" } = control;
  if (value === null) return undefined;
  if (type !== "conditions") return value;
  return what === "segment" ? [{ in: { cell: from, segment: value } }] : [{ column, is: value }];
}
