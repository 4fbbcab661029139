import type { ParamSchema, Values } from "../../schema/parameter.ts";
import type { Kind } from "../cell.ts";

export const kind: Kind = {
  name: "controls",
  major: 1,
  title: "Controls",
  question: "What shall the reader choose?",
  icon: "sliders-horizontal",
  provides: "values",
  summary: "Lets the reader choose dates, a segment, a channel, a grain, a number or a text that other cells follow.",
  settings: [],
};

export const params = {
  controls: {
    type: "controls",
    label: "Controls",
    hint: "Any parameter of another cell can follow a control: open its form and choose the control there.",
  },
} as const satisfies ParamSchema;

export type Params = Values<typeof params>;
