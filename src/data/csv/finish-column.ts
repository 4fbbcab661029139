import type { Column } from "../../schema/column.ts";
import type { Built } from "./column-reader.ts";
import { finishNumbers } from "./finish-numbers.ts";
import { finishTexts, sure, type Finished, type FinishOptions } from "./finish-texts.ts";
import { NumberBuilder } from "./number-builder.ts";
import { StampBuilder } from "./stamp-builder.ts";
import type { TextBuilder } from "./text-builder.ts";

/** How text bytes that were built into a column are to be decoded. */
export interface BuiltOptions extends FinishOptions {
  encoding: "utf-8" | "windows-1252";
}

/** Turns what was built into a column: numbers and times as they are, texts into what all of them turn out to be. */
export function finishColumn(built: Built, options: BuiltOptions): Finished {
  const { asked } = options;
  if (built === null) return nothing(options);
  if (built instanceof NumberBuilder) {
    const suits = asked === null || asked === "number" || (asked === "integer" && built.whole);
    if (!suits && asked !== "time") return texts(built.toText(), options);
    const valid = built.missing.valid(built.rows);
    const finished = finishNumbers({ values: built.finish(), whole: built.whole, valid, missing: built.missing.count }, options);
    return suits || finished.column.type === asked ? finished : texts(built.toText(), options);
  }
  if (built instanceof StampBuilder) {
    if (asked !== null && asked !== "time") return texts(built.toText(), options);
    const valid = built.missing.valid(built.rows);
    const column: Column = { name: options.name, type: "time", values: built.finish(options.zone), ...(valid && { valid }) };
    return sure(column, built.missing.count);
  }
  return texts(built, options);
}

/** A column without any value. */
export function nothing({ name, rows, asked }: FinishOptions): Finished {
  const type = asked ?? "text";
  const valid = new Uint8Array((rows + 7) >> 3);
  const empty = rows === 0 ? {} : { valid };
  const column: Column =
    type === "text"
      ? { name, type, values: new Int32Array(rows).fill(-1), dictionary: [], ...empty }
      : type === "boolean"
        ? { name, type, values: new Uint8Array(rows), ...empty }
        : { name, type, values: new Float64Array(rows).fill(NaN), ...empty };
  return { column, report: { name, type, confidence: asked === null ? 0 : 1, missing: rows }, foreign: 0 };
}

function texts(built: TextBuilder, options: BuiltOptions): Finished {
  const codes = built.codes.slice(0, built.rows);
  const { texts: dictionary, foreign } = built.dictionary.decoded(options.encoding);
  return finishTexts({ codes, dictionary, missing: built.missing, foreign }, options);
}
