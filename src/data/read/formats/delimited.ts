import { readCsv } from "../../csv/read-csv.ts";
import type { Format } from "../format.ts";
import { transcoded } from "../transcoded.ts";
import { utf16Mark, utf16Order } from "../utf16.ts";

/** Text with a comma, semicolon, tab or pipe between values, or aligned by blanks. It suits any text. */
export const delimited: Format = {
  memory: 1.2,
  suits: () => true,
  async read(source, head, options) {
    const order = utf16Mark(head) ?? utf16Order(head) ?? (options.encoding === "utf-16" ? "little" : null);
    const wide = order !== null && (options.encoding === undefined || options.encoding === "utf-16");
    const reading = await (wide
      ? readCsv(transcoded(source.chunks, order === "little"), { ...options, encoding: "utf-16" }, source.tell)
      : readCsv(source.chunks, options, source.tell));
    return { ...reading, format: "delimited text" };
  },
};
