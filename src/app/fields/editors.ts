import type { ParamSpec } from "../../schema/parameter.ts";
import type { FieldEditor } from "./field.ts";

const found = import.meta.glob<{ field: FieldEditor<never> }>("./*/field.ts", { eager: true });

/** The editor of every parameter type, by the name of its folder. */
export const editors: ReadonlyMap<ParamSpec["type"], FieldEditor<ParamSpec>> = new Map(
  Object.entries(found).map(([path, { field }]) => [path.split("/")[1] as ParamSpec["type"], field as FieldEditor<ParamSpec>]),
);
