import calendar from "lucide-static/icons/calendar.svg?raw";
import hash from "lucide-static/icons/hash.svg?raw";
import key from "lucide-static/icons/key-round.svg?raw";
import toggle from "lucide-static/icons/toggle-left.svg?raw";
import type from "lucide-static/icons/type.svg?raw";
import type { ColumnType } from "../schema/column.ts";
import { icon } from "./icon.ts";

const sources: Record<ColumnType | "key", string> = { number: hash, integer: hash, boolean: toggle, time: calendar, text: type, key };

/** The icon of what a column holds; "key" for what tells rows or customers apart. */
export function columnIcon(type: ColumnType | "key"): SVGSVGElement {
  return icon(sources[type]);
}
