import type { TemplateResult } from "lit";
import type { Json } from "../../schema/json.ts";
import type { ParamSpec, RawParams } from "../../schema/parameter.ts";
import type { ColumnShape, InputShape } from "../../schema/shape.ts";

/** What an editor knows of its parameter and of the notebook around it. */
export interface FieldContext<S extends ParamSpec = ParamSpec> {
  /** The id of its main control, which the label points to. */
  id: string;
  name: string;
  spec: S;
  /** What the file says, or the default; undefined where there is neither. */
  value: Json | undefined;
  /** Writes a value; undefined takes the parameter out of the file. */
  set: (value: Json | undefined) => void;
  /** The cell's other parameters, as written. */
  params: RawParams;
  /** The output of every cell that has run, by name. */
  shapes: ReadonlyMap<string, InputShape>;
  /** The output of the cell itself, once it has run. */
  own: InputShape | null;
  /** Names of the files the page holds. */
  files: readonly string[];
}

/** What `fields/<type>/field.ts` exports: how one parameter type is edited. */
export type FieldEditor<S extends ParamSpec> = (at: FieldContext<S>) => TemplateResult;

/** The columns an input offers: a cell's, or those of one of its tables. */
export function columnsOf(shapes: ReadonlyMap<string, InputShape>, reference: Json | undefined): ColumnShape[] {
  if (typeof reference !== "string") return [];
  const [cell, table] = reference.split(".") as [string, string?];
  const shape = shapes.get(cell);
  if (shape === undefined) return [];
  return table === undefined ? shape.columns : (shape.tables?.[table] ?? []);
}

/** The columns of the input that a parameter is `of`, or those of the cell itself. */
export function columnsFor(at: FieldContext<Extract<ParamSpec, { of: string }>>): ColumnShape[] {
  if (at.spec.of === "own") return at.own?.columns ?? [];
  return columnsOf(at.shapes, at.params[at.spec.of]);
}
