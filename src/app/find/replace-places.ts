import type { Json, JsonRecord } from "../../schema/json.ts";
import { setFront } from "../../notebook/edit/set-front.ts";
import { setNote } from "../../notebook/edit/set-note.ts";
import { setParams } from "../../notebook/edit/set-params.ts";
import { setProse } from "../../notebook/edit/set-prose.ts";
import type { Notebook } from "../../notebook/notebook.ts";
import type { FoundPlace, Wanted } from "./find-places.ts";

/** Whether a place can be replaced. A name cannot: renaming the cell also changes what refers to it. */
export const isReplaceable = ({ where }: FoundPlace): boolean => where !== "name";

/** The text of a place with every occurrence replaced. */
export function replaced({ text, at }: FoundPlace, wanted: Wanted, by: string): string {
  let done = "";
  let from = 0;
  for (const start of at) {
    done += text.slice(from, start) + by;
    from = start + wanted.text.length;
  }
  return done + text.slice(from);
}

function withText(value: Json, [key, ...rest]: readonly (string | number)[], text: string): Json {
  if (key === undefined) return text;
  if (Array.isArray(value)) return value.map((item, index) => (index === key ? withText(item, rest, text) : item));
  const record = value as JsonRecord;
  return Object.fromEntries(Object.entries(record).map(([name, item]) => [name, name === key ? withText(item, rest, text) : item]));
}

/**
 * Replaces a text in places that `findPlaces` found in this very notebook; places that cannot be replaced stay as they are.
 *
 * @throws {UserError} If a parameter cannot take its new text.
 */
export function replacePlaces(notebook: Notebook, places: readonly FoundPlace[], wanted: Wanted, by: string): Notebook {
  let done = notebook;
  for (const place of places) {
    const text = replaced(place, wanted, by);
    if (place.where === "title") done = setFront(done, { title: text });
    const block = done.blocks.find(({ id }) => id === place.block);
    if (place.where === "prose" && block?.type === "prose") {
      const lines = block.text.split("\n");
      done = setProse(done, block.id, lines.with(Number(place.path[0]), text).join("\n"));
    }
    if (place.where === "parameter" && block?.type === "note") {
      const name = String(place.path[0]);
      done = setNote(done, block.id, { [name]: withText(block.params[name]!, place.path.slice(1), text) });
    }
    if (place.where === "parameter" && block?.type === "cell") {
      const name = String(place.path[0]);
      done = setParams(done, block.id, { [name]: withText(block.params[name]!, place.path.slice(1), text) });
    }
  }
  return done;
}
