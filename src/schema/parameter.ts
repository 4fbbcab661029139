import type { ColumnType } from "./column.ts";
import type { Condition } from "./conditions.ts";
import type { ControlLine } from "./controls.ts";
import type { Exclusion } from "./exclusions.ts";
import type { Json, JsonRecord } from "./json.ts";
import type { AttributeLine, EventLine } from "./mapping.ts";
import type { Pin } from "./pin.ts";
import type { SegmentRule } from "./rules.ts";
import type { Provides } from "./shape.ts";
import type { FunnelStep } from "./steps.ts";
import type { StageRule } from "./stages.ts";
import type { Verb } from "./verbs.ts";

/** What every parameter may say of itself. */
interface Common {
  /** Its label in the form; the name in words otherwise. */
  label?: string;
  /** One sentence below the field. */
  hint?: string;
  /** May be left out; its value is then null (or an empty list). */
  optional?: true;
  /** Changes only how a result looks: written to the file only when it is not the default, and left out of the cell's key. */
  view?: true;
  /** The heading it stands under in the form. Parameters without one are the essential ones and come first. */
  group?: string;
  /** Shown only while another parameter has one of these values. */
  when?: { readonly param: string; readonly is: readonly Json[] };
}

/** Another cell's output, by name or `name.table`. */
export interface InputSpec extends Common {
  type: "input";
  accepts: readonly Provides[];
}
/** A column of the input named by `of`. */
export interface ColumnSpec extends Common {
  type: "column";
  of: string;
  types?: readonly ColumnType[];
  default?: string;
}
export interface ColumnsSpec extends Common {
  type: "columns";
  of: string;
  types?: readonly ColumnType[];
}
export interface ChoiceSpec extends Common {
  type: "choice";
  of: readonly string[];
  /** Words for the choices, in the same order, where the value itself is not a word. */
  labels?: readonly string[];
  /** One sentence per choice, shown below the field while it is chosen. */
  hints?: readonly string[];
  default: string;
}
export interface NumberSpec extends Common {
  type: "number";
  min: number;
  max: number;
  integer?: true;
  unit?: string;
  default?: number;
}
export interface DurationSpec extends Common {
  type: "duration";
  default?: string;
}
export interface FlagSpec extends Common {
  type: "flag";
  default: boolean;
}
export interface TextSpec extends Common {
  type: "text";
  /** A local ISO date, such as "2025-01-31". */
  format?: "date";
  /** Whole sentences rather than a few words. */
  long?: true;
  default?: string;
}
export interface ConditionsSpec extends Common {
  type: "conditions";
  /** The input whose columns they are on; "own" is the cell's own output. */
  of: string;
}
/** `"channel"` or `{"cell": "loyal"}`. */
export interface BreakdownSpec extends Common {
  type: "breakdown";
  of: string;
}
export interface FormulaSpec extends Common {
  type: "formula";
  of: string;
}
export interface VerbsSpec extends Common {
  type: "verbs";
  of: string;
}
export interface MappingSpec extends Common {
  type: "mapping";
}
export interface AttributesSpec extends Common {
  type: "attributes";
}
/** A file's name, a pattern with `*`, or a list of names. */
export interface FileSpec extends Common {
  type: "file";
}
/** Local ISO dates [from, to), either of which may be null. */
export interface WindowSpec extends Common {
  type: "window";
}
/** A snapshot with the time observed before it, and the gap and the outcome behind it. */
export interface WindowsSpec extends Common {
  type: "windows";
  /** The journey whose data it lies in. */
  of: string;
  default: Windows;
}
/** Whole-number ranges [[0,0],[1,3]], both ends included. */
export interface RangesSpec extends Common {
  type: "ranges";
  default: readonly (readonly [number, number])[];
}
/** A share for each of a few named parts, such as [0.4, 0.2, 0.4]. Only their proportions count. */
export interface WeightsSpec extends Common {
  type: "weights";
  /** What the parts are, in order. */
  parts: readonly string[];
  default: readonly number[];
}
/** A value of another type for each of a set of names, such as a type for each column. */
export interface MapSpec extends Common {
  type: "map";
  /** What each value is. */
  values: ChoiceSpec | TextSpec;
  /** What the names are, in words: "column". */
  keys: string;
  /** The names, where they are always the same. */
  names?: readonly string[];
  /** The column of the cell's own main table that has the names; the names of its columns otherwise. */
  of?: string;
}
/** Named segments with their rules. */
export interface RulesSpec extends Common {
  type: "rules";
  of: string;
}
/** What customers do one after the other, each with a name of its own. */
export interface StepsSpec extends Common {
  type: "steps";
  of: string;
}
/** What the reader may choose; any parameter of another cell may follow one of them. */
export interface ControlsSpec extends Common {
  type: "controls";
}

/** Which events are of which stage. */
export interface StagesSpec extends Common {
  type: "stages";
  of: string;
}

/** What the cell's files were when they were pinned. */
export interface PinSpec extends Common {
  type: "pin";
}

/** Customers whose rows are left out. */
export interface ExclusionsSpec extends Common {
  type: "exclusions";
}

export type ParamSpec =
  | InputSpec
  | ColumnSpec
  | ColumnsSpec
  | ChoiceSpec
  | NumberSpec
  | DurationSpec
  | FlagSpec
  | TextSpec
  | ConditionsSpec
  | BreakdownSpec
  | FormulaSpec
  | VerbsSpec
  | MappingSpec
  | AttributesSpec
  | FileSpec
  | WindowSpec
  | WindowsSpec
  | RangesSpec
  | WeightsSpec
  | MapSpec
  | RulesSpec
  | StagesSpec
  | StepsSpec
  | ControlsSpec
  | PinSpec
  | ExclusionsSpec;

/** A cell's parameters, in the order they are written to the file and stand in the form. Write it `as const satisfies ParamSchema`. */
export type ParamSchema = { readonly [name: string]: ParamSpec };

/** What a breakdown is by: a column, or the segments of a cell. */
export type Breakdown = string | { cell: string };

/** Local ISO dates [from, to); null leaves an end open. */
export type DateWindow = [string | null, string | null];

/**
 * The windows of a prediction, as durations in days or weeks: what is known is observed before the snapshot, the outcome comes after the gap.
 * `snapshot` is a local ISO date; null is the latest whose outcome the data still hold.
 */
export interface Windows {
  observation: string;
  gap: string;
  outcome: string;
  snapshot: string | null;
}

type ValueByType = {
  input: string;
  column: string;
  columns: string[];
  choice: string;
  number: number;
  duration: string;
  flag: boolean;
  text: string;
  conditions: Condition[];
  breakdown: Breakdown;
  formula: string;
  verbs: Verb[];
  mapping: EventLine[];
  attributes: AttributeLine[];
  file: string | string[];
  window: DateWindow;
  windows: Windows;
  ranges: [number, number][];
  weights: number[];
  map: Record<string, string>;
  rules: SegmentRule[];
  stages: StageRule[];
  steps: FunnelStep[];
  controls: ControlLine[];
  pin: Pin;
  exclusions: Exclusion[];
};

/** The types that are lists or maps: left out, they are empty rather than null. */
type Collection = "columns" | "conditions" | "verbs" | "mapping" | "attributes" | "map" | "rules" | "stages" | "exclusions";

type ValueOf<S extends ParamSpec> = S extends { type: "choice"; of: readonly (infer C)[] } ? C : ValueByType[S["type"]];

/** The values of a schema's parameters, resolved: what a cell's compute receives. */
export type Values<S extends ParamSchema> = {
  [K in keyof S]: S[K] extends { optional: true } ? (S[K]["type"] extends Collection ? ValueOf<S[K]> : ValueOf<S[K]> | null) : ValueOf<S[K]>;
};

/** The value any parameter of a type may take, before anything is known of its spec. */
export type ParameterValue<T extends ParamSpec["type"]> = ValueByType[T];

/**
 * What a parameter type knows of its values: one file each in `parameters/`, one editor each in `app/fields/`.
 *
 * Values are canonical JSON: equal values are equal text, and are what the file holds.
 */
export interface ParameterType<S extends ParamSpec> {
  /** The value when the file says nothing; undefined when it must be given. */
  fallback(spec: S): ParameterValue<S["type"]> | null | undefined;
  /** Checks what the file says and brings it to its canonical form. `name` is the parameter's, for the message. @throws {UserError} */
  read(raw: Json, spec: S, name: string): ParameterValue<S["type"]>;
  /** The cells a value refers to, as written: "orders", "comeback.average". */
  references(value: ParameterValue<S["type"]>): string[];
  /** The value with every reference to one cell changed to another name. */
  rename(value: ParameterValue<S["type"]>, from: string, to: string): ParameterValue<S["type"]>;
}

/** A cell's parameters as a file holds them. */
export type RawParams = JsonRecord;
