import { readCsv } from "../../csv/read-csv.ts";
import type { Format } from "../format.ts";
import { transcoded } from "../transcoded.ts";
import { utf16Mark, utf16Order } from "../utf16.ts";

/** Text with a comma, semicolon, tab or pipe between values. It suits any text. */
export const delimited: Format = {
  suits: () => true,
  read(source, head, options) {
    const mark = utf16Mark(head);
    if (options.encoding !== "utf-16" && (mark === null || options.encoding !== undefined)) return readCsv(source.chunks, options, source.tell);
    const order = mark ?? utf16Order(head) ?? "little";
    return readCsv(transcoded(source.chunks, order === "little"), { ...options, encoding: "utf-16" }, source.tell);
  },
};
