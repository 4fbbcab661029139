import { runInNewContext } from "node:vm";
import { parse } from "acorn";
import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { numberColumn, textColumn } from "../../../src/schema/made-columns.ts";
import type { Column } from "../../../src/schema/column.ts";
import type { Table } from "../../../src/schema/table.ts";
import { fromObservable } from "../../../src/share/observable/from-observable.ts";
import { kitFile, readKitFile } from "../../../src/share/observable/notebook-kit.ts";
import { plotCode } from "../../../src/share/observable/plot-code.ts";
import { rowsCode } from "../../../src/share/observable/rows-code.ts";
import { toObservable } from "../../../src/share/observable/to-observable.ts";

const group = (...columns: Column[]): Table => ({ rows: columns[0]!.values.length, unit: "group", columns });
const rates = (): Column[] => [
  numberColumn("rate", [0.2, 0.3], "rate"),
  numberColumn("rate_lower", [0.1, 0.2], "lower"),
  numberColumn("rate_upper", [0.3, 0.4], "upper"),
];

/** Runs code with a Plot that notes what it is asked for. */
function marksOf(code: string, rows: unknown[]): string[] {
  const marks: string[] = [];
  const plot = new Proxy(
    {},
    {
      get:
        (_, name) =>
        (...given: unknown[]) =>
          name === "plot" ? given[0] : (marks.push(String(name)), name),
    },
  );
  runInNewContext(code, { Plot: plot, rows });
  return marks;
}

describe("plotCode(table, data)", () => {
  test("draws a dimension as bars, with rules where there are bounds", () => {
    const table = group(textColumn("channel", ["app", "web"], "dimension"), ...rates());
    expect(marksOf(plotCode(table, "rows")!, [])).toEqual(["barX", "ruleY", "ruleX"]);
  });

  test("draws dates as lines with their band", () => {
    const table = group(textColumn("week", ["2025-01-06", "2025-01-13"], "dimension"), ...rates());
    const code = plotCode(table, "rows")!;
    expect(marksOf(code, [])).toEqual(["areaY", "lineY"]);
    expect(code).toContain('new Date(d["week"])');
  });

  test("draws a full grid of two scores as cells, but sums over time as lines", () => {
    const pairs = [1, 2, 3].flatMap((left) => [1, 2, 3].map((right) => [left, right] as const));
    const share = numberColumn(
      "share",
      pairs.map(() => 0.1),
      "rate",
    );
    const scores = [0, 1].map((at) =>
      numberColumn(
        `score_${at}`,
        pairs.map((pair) => pair[at]!),
        "dimension",
      ),
    );
    expect(marksOf(plotCode(group(...scores, share), "rows")!, [])).toEqual(["cell"]);
    const month = textColumn(
      "month",
      pairs.map(([left]) => `2025-0${left}-01`),
    );
    expect(marksOf(plotCode(group(month, scores[1]!, share), "rows")!, [])).toEqual(["lineY"]);
  });

  test("has nothing to draw of a table without a number, or without rows", () => {
    expect(plotCode(group(textColumn("channel", ["app", "web"])), "rows")).toBeNull();
    expect(plotCode(group(textColumn("channel", []), numberColumn("n", [])), "rows")).toBeNull();
  });
});

describe("rowsCode(table)", () => {
  property.prop([fc.array(fc.tuple(fc.string({ unit: "binary" }), fc.double({ noNaN: true, noDefaultInfinity: true })))])(
    "is JavaScript for the same rows, whatever stands in them",
    (pairs) => {
      const table = group(
        textColumn(
          "__proto__",
          pairs.map(([text]) => text),
        ),
        numberColumn(
          "n",
          pairs.map(([, n]) => n),
        ),
      );
      const rows = runInNewContext(rowsCode(table)) as Record<string, unknown>[];
      expect(rows.map((row) => [Object.getOwnPropertyDescriptor(row, "__proto__")?.value, row["n"]])).toEqual(
        pairs.map(([text, n]) => [text, n === 0 ? 0 : n]),
      );
    },
  );
});

describe("kitFile(title, cells)", () => {
  property.prop([fc.array(fc.string({ unit: fc.constantFrom(..."ab <>/\\`${}\"'&\n".split(""), "</script>", "${") }), { maxLength: 6 })])(
    "is read back as it was written, but for blanks at the ends",
    (texts) => {
      const sources = texts.map((text) => `#${text.replaceAll(/<\\+(?=\/script)/gi, "<")}#`.replaceAll(/^ +$/gm, ""));
      const { title, cells } = readKitFile(
        kitFile(
          "A <b> & c",
          sources.map((source) => ({ type: "text/markdown", source })),
        ),
      );
      expect(title).toBe("A <b> & c");
      expect(cells.map(({ source }) => source)).toEqual(sources);
    },
  );
});

describe("toObservable(title, blocks)", () => {
  const table = group(textColumn("channel", ["app", "</script><script>alert(1)</script>"], "dimension"), ...rates());
  const figure = { title: "App customers come back", subtitle: "Share of ${all}.", drawn: table };
  const html = toObservable("Who?", [{ prose: "Costs ${5}." }, { cell: "comeback", note: "n 10", figures: [figure, figure] }]);
  const { cells } = readKitFile(html);

  test("has a heading, the prose, and for each figure its words and its code", () => {
    expect(cells.map(({ type }) => type)).toEqual(["text/markdown", "text/markdown", "text/markdown", "module", "text/markdown", "module"]);
    expect(cells[2]!.source).toBe("### App customers come back\n\nShare of \\${all}.\n\nn 10");
  });

  test("has code that parses, with a variable of its own for each figure", () => {
    const modules = cells.filter(({ type }) => type === "module").map(({ source }) => source);
    for (const source of modules) expect(() => parse(source, { ecmaVersion: 2024, sourceType: "module" })).not.toThrow();
    expect(modules.map((source) => /^const (\w+) =/.exec(source)![1])).toEqual(["comeback", "comeback_2"]);
  });

  test("keeps words that look like code from being code, and data from ending the script", () => {
    expect(cells[1]!.source).toBe("Costs \\${5}.");
    expect(html.match(/<script/g)).toHaveLength(cells.length + 2); // by hand: twice in the data, where it ends no script
    expect(html.match(/<\/script>/g)).toHaveLength(cells.length);
  });

  test("gives its prose back when it is opened here", () => {
    const found = fromObservable(html);
    expect(found.title).toBe("Who?");
    expect(found.blocks[0]).toEqual({ prose: "Costs ${5}." });
    expect(found.left).toBe(2);
  });
});

describe("fromObservable(text)", () => {
  test("takes prose and data files in order, each file once, and counts the code it leaves", () => {
    const text = `<!doctype html>
<notebook theme="air">
  <title>Sales</title>
  <script id="1" type="text/markdown">
    # Sales

    Two years.
  </script>
  <script id="2" type="module" pinned="">
    const orders = FileAttachment("data/orders.csv").csv({typed: true});
  </script>
  <script id="3" type="application/sql">SELECT 1</script>
  <script id="4" type="module">
    const again = FileAttachment('data/orders.csv'), web = await FileAttachment("web.parquet").parquet();
    document.body.remove();
  </script>
</notebook>`;
    expect(fromObservable(text)).toEqual({
      title: "Sales",
      blocks: [{ prose: "# Sales\n\nTwo years." }, { file: "orders.csv" }, { file: "web.parquet" }],
      left: 3,
    });
  });
});
