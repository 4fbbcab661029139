import { catalog } from "../../cells/catalog.ts";
import type { Json } from "../../schema/json.ts";
import { columnNames } from "../../schema/personal/column-names.ts";
import type { PersonalType } from "../../schema/personal/personal-data.ts";
import { redact } from "../../schema/personal/redact.ts";
import { plainName } from "../../schema/plain-name.ts";
import type { Block, Notebook } from "../../notebook/notebook.ts";
import { serialize } from "../../notebook/file/serialize.ts";
import { schemaOf } from "../../notebook/schema-of.ts";
import { openNotebook } from "../../notebook/open.ts";
import type { Removal } from "./removal.ts";

/** Columns whose value in a condition names somebody. */
const naming: ReadonlySet<PersonalType> = new Set(["e-mail", "phone", "iban", "card", "ip address", "national id", "name", "address", "identifier"]);

const namesSomebody = (column: string): boolean => {
  const plain = plainName(column);
  return columnNames.some(([type, look]) => naming.has(type) && look.test(plain));
};

/** The operators of a condition that hold a value. */
const values = new Set(["is", "isNot", "in", "notIn", "atLeast", "atMost", "above", "below", "contains", "matches"]);

/** A comparison with a text within a formula: customer_id == "c_10000". */
const compared = /(\b[A-Za-z_]\w*|col\("[^"]*"\))(\s*(?:===?|!==?|[<>]=?)\s*)("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')/g;

const mark = "[customer removed]";

/** Rewrites texts and keeps count of what it took out, by type. */
class Taken {
  readonly counts = new Map<string, number>();

  note(type: string): void {
    this.counts.set(type, (this.counts.get(type) ?? 0) + 1);
  }

  text(text: string): string {
    const redacted = redact(text);
    for (const type of redacted.types) this.note(type);
    const said = redacted.text.replaceAll(compared, (whole, column: string, sign: string) => {
      if (!namesSomebody(column.replace(/^col\("([^]*)"\)$/, "$1"))) return whole;
      this.note("customer");
      return `${column}${sign}"${mark}"`;
    });
    return said;
  }

  /** Every text within a value; a text where a value names somebody becomes the mark. */
  json(value: Json, names = false): Json {
    if (typeof value === "string") return names ? this.somebody(value) : this.text(value);
    if (typeof value === "number" && names) return this.somebody(String(value));
    if (Array.isArray(value)) return value.map((item) => this.json(item, names));
    if (typeof value !== "object" || value === null) return value;
    const column = value["column"];
    const isNaming = typeof column === "string" && namesSomebody(column);
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        this.text(key),
        key === "row" ? this.row(item) : this.json(item, (isNaming && values.has(key)) || (names && key !== "cell")),
      ]),
    );
  }

  /** The row behind a picked mark: values by column. */
  private row(value: Json): Json {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return this.json(value);
    return Object.fromEntries(Object.entries(value).map(([column, item]) => [column, this.json(item, namesSomebody(column))]));
  }

  private somebody(text: string): string {
    if (text === "") return text;
    this.note("customer");
    return mark;
  }
}

function gated(block: Block, taken: Taken): Block {
  if (block.type === "prose" || block.type === "unknown") return { ...block, text: taken.text(block.text) };
  const schema = schemaOf(block, catalog) ?? {};
  const said = Object.entries(block.params).filter(([key]) => schema[key]?.type !== "exclusions");
  if (said.length < Object.keys(block.params).length) taken.note("removed");
  const params = said.map(([key, value]): [string, Json] => [
    key,
    // A parameter called customer holds somebody's id; a mapping's customer is a column and stands within a line.
    typeof value === "string" && /^customers?$/.test(key) ? taken.json(value, true) : taken.json(value),
  ]);
  return { ...block, params: Object.fromEntries(params), extra: block.extra.map((line) => taken.text(line)) };
}

/** What was taken out, in the plural. */
const words: Record<string, string> = {
  "e-mail": "e-mail addresses",
  phone: "phone numbers",
  iban: "account numbers",
  card: "card numbers",
  "ip address": "network addresses",
  link: "links that may tell who follows them",
  "national id": "national numbers",
  coordinates: "places",
  name: "names behind a greeting",
  customer: "ids of customers",
  removed: "lists of removed customers, in which a guess could be tried",
};

/**
 * A notebook's text with readable marks in place of e-mail addresses, phone numbers, account and card numbers, network addresses and
 * the ids of customers that its conditions name: in prose, comments, decisions and cells. It stays a notebook, in canonical form.
 *
 * Names of people within prose are found only behind a greeting. A condition on a customer that was taken out matches nobody any more.
 *
 * @example gateText("Ask ida@mail.example").removed[0]!.what // "e-mail addresses"
 */
export function gateText(text: string): { text: string; removed: Removal[] } {
  const { notebook } = openNotebook(text);
  const removed: Removal[] = [];
  const collect = <T>(where: string | null, work: (taken: Taken) => T): T => {
    const taken = new Taken();
    const done = work(taken);
    for (const [what, count] of taken.counts) {
      const why = "It tells who somebody is. The text has a mark in its place.";
      removed.push({ ...(where === null ? {} : { cell: where }), what: words[what]!, count, why });
    }
    return done;
  };
  const front = collect(null, (taken) => ({ ...(taken.json(notebook.front as unknown as Json) as unknown as Notebook["front"]) }));
  const blocks = notebook.blocks.map((block) => collect(block.type === "prose" ? null : block.name, (taken) => gated(block, taken)));
  const written = serialize({ ...notebook, front, blocks });
  return { text: written, removed };
}
